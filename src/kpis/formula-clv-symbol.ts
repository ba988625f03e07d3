import type { FormulaClvCounts, FormulaClvNumbers } from "../counts/formula-clv-counts.ts";

/** What the formulas mention: numbers as given, or the counts that they come from. */
export type FormulaClvSymbol =
  | ("profit" | "revenue" | "margin" | "retention" | "churn" | "discount")
  | ("averageOrderValue" | "ordersPerPeriod" | "periods" | "cac")
  | ("orders" | "customers" | "retainedCustomers" | "customersAtStart")
  | ("annualDiscountRate" | "days")
  | `survival${number}`
  | `survivalOf${number}`
  | `revenueAt${number}`
  | `revenueOf${number}`;

/** What was observed by age. */
export function clvCurve(counts: FormulaClvCounts): {
  readonly survival: NonNullable<FormulaClvNumbers["survival"]>;
  readonly revenueByAge: NonNullable<FormulaClvNumbers["revenueByAge"]>;
} {
  if (counts.from === "orders") return { survival: [], revenueByAge: [] };
  return { survival: counts.survival ?? [], revenueByAge: counts.revenueByAge ?? [] };
}
