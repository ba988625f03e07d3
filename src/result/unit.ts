/** What a KPI value is measured in. The stored value is never pre-multiplied. */
export type Unit =
  /** A share from 0 to 1. Presentations write it as a percentage. */
  | { readonly kind: "share" }
  /** Points on a fixed scale: −100 to 100 for NPS, 1 to 7 for a mean effort score. */
  | { readonly kind: "points"; readonly min: number; readonly max: number }
  /** An amount of money in one currency, with the decimals its amounts are written with. */
  | { readonly kind: "money"; readonly currency: string; readonly decimals: number }
  /** A number of things. */
  | { readonly kind: "count" }
  /** Whole or fractional days. */
  | { readonly kind: "days" }
  /** A number of things per thing, such as orders per customer. */
  | { readonly kind: "ratio" };
