import type { OrdersQuestion } from "./orders-source.ts";

/** A question of formula CLV. */
export interface FormulaClvQuestion extends OrdersQuestion {
  /** From orders: profit as a share of revenue, 0 to 1. Without it the value is revenue. */
  readonly margin?: number;
  /** From orders, where the formula discounts: the discount of a year, such as 0.1. */
  readonly annualDiscountRate?: number;
  /** From orders, where the formula ends: how many periods. */
  readonly periods?: number;
  /** What it cost to win one customer; it is taken off. */
  readonly cac?: number | string;
}
