/** What the formula mentions: numbers as given, or the counts that they come from. */
export type FormulaClvSymbol =
  | "profit"
  | "retention"
  | "discount"
  | "revenue"
  | "margin"
  | "customers"
  | "retainedCustomers"
  | "customersAtStart"
  | "annualDiscountRate"
  | "days";
