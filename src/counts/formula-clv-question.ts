import type { OrdersQuestion } from "./orders-source.ts";

/** A question of formula CLV. */
export interface FormulaClvQuestion extends OrdersQuestion {
  /** From orders or cohorts: profit as a share of revenue, 0 to 1. Without it the value is revenue. */
  readonly margin?: number;
  /** From orders, where the formula discounts: the discount of a year, such as 0.1. */
  readonly annualDiscountRate?: number;
  /** From orders, where the formula ends: how many periods. */
  readonly periods?: number;
  /** From rows of cohorts: profit of a customer in one period. Default: their revenue × `margin`. */
  readonly profit?: number | string;
  /** From rows of cohorts: the discount of one period. Of a year's rate: (1 + rate)^(1/12) − 1 a month. */
  readonly discount?: number;
  /** What it cost to win one customer; it is taken off. */
  readonly cac?: number | string;
}
