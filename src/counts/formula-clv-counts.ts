import type { OrdersAsked } from "./asked.ts";
import type { MoneyCounts } from "./money-counts.ts";

/** What a formula of customer lifetime value starts from: numbers as given, or counts of orders. */
export type FormulaClvCounts = FormulaClvNumbers | FormulaClvOrders;

/** What all formulas may be given, whatever they start from. */
interface FormulaClvGiven extends MoneyCounts {
  readonly kind: "formula-clv";
  /** Profit as a share of revenue; `null`: not given. */
  readonly margin: number | null;
  /** Lifespan in periods. */
  readonly periods: number | null;
  /** What it cost to win one customer; it is taken off. */
  readonly cac: string | null;
}

/** Numbers of one customer and one period, typed by hand or observed by age; `null`: not given. */
export interface FormulaClvNumbers extends FormulaClvGiven {
  readonly from: "numbers";
  /** Of rows of cohorts, from which survival and revenue by age were taken; `null`: typed by hand. */
  readonly question: OrdersAsked | null;
  /** Profit, m. */
  readonly profit: string | null;
  /** Revenue, which `margin` turns into profit. */
  readonly revenue: string | null;
  /** Share of customers kept from one period to the next, r: 0 to 1. */
  readonly retention: number | null;
  /** Share of customers lost from one period to the next: 0 to 1. */
  readonly churn: number | null;
  /** Discount of one period, d. */
  readonly discount: number | null;
  readonly averageOrderValue: string | null;
  readonly ordersPerPeriod: number | null;
  /** Customers still there at age 0, 1, 2 …, and of how many. */
  readonly survival: readonly (readonly [kept: number, of: number])[] | null;
  /** What customers brought at age 0, 1, 2 …, and how many had been acquired. */
  readonly revenueByAge: readonly (readonly [revenue: string, of: number])[] | null;
}

/** Counts of orders. They merge only over parts that share no customer. */
export interface FormulaClvOrders extends FormulaClvGiven {
  readonly from: "orders";
  readonly question: OrdersAsked;
  /** Net revenue of the period; decimal text. */
  readonly revenue: string;
  /** Orders of the customers in the period. */
  readonly orders: number;
  /** Distinct customers with an order or a refund in the period. */
  readonly customers: number;
  /** Buyers of the period before, and those of them who bought in the period. */
  readonly customersAtStart: number;
  readonly retainedCustomers: number;
  readonly annualDiscountRate: number | null;
  /** Days of the period. */
  readonly days: number;
}
