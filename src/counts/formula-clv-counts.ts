import type { OrdersAsked } from "./asked.ts";
import type { MoneyCounts } from "./money-counts.ts";

/** What a formula of customer lifetime value starts from: numbers as given, or counts of orders. */
export type FormulaClvCounts = FormulaClvNumbers | FormulaClvOrders;

/** Numbers typed by hand. */
export interface FormulaClvNumbers extends MoneyCounts {
  readonly kind: "formula-clv";
  readonly from: "numbers";
  readonly question: null;
  /** Profit of one customer in one period, m. */
  readonly profit: number | string;
  /** Share of customers kept from one period to the next, r: 0 to 1. */
  readonly retention: number;
  /** Discount of one period, d. */
  readonly discount: number;
}

/** Counts of orders. They merge only over parts that share no customer. */
export interface FormulaClvOrders extends MoneyCounts {
  readonly kind: "formula-clv";
  readonly from: "orders";
  readonly question: OrdersAsked;
  /** Net revenue of the period; decimal text. */
  readonly revenue: string;
  /** Distinct customers with an order or a refund in the period. */
  readonly customers: number;
  /** Buyers of the period before, and those of them who bought in the period. */
  readonly customersAtStart: number;
  readonly retainedCustomers: number;
  /** Profit as a share of revenue; `null`: the value is revenue. */
  readonly margin: number | null;
  readonly annualDiscountRate: number;
  /** Days of the period. */
  readonly days: number;
}
