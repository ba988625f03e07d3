import type { PurchaseSummary } from "./purchase-summary.ts";

/** Σ value × customers, or the number of customers. */
export function totalOf(values: Float64Array | null, customers: Float64Array): number {
  let total = 0;
  for (let row = 0; row < customers.length; row += 1) {
    total += (values ? (values[row] ?? 0) : 1) * (customers[row] ?? 0);
  }
  return total;
}

/** Mean age of the customers, the natural unit of time of a fit; 1 if all are of age 0. */
export function meanAge({ age, customers }: PurchaseSummary): number {
  return totalOf(age, customers) / totalOf(null, customers) || 1;
}

/** The same histories with time in units of `scale`. */
export function scaleTime(summary: PurchaseSummary, scale: number): PurchaseSummary {
  const { repeatPurchases, sumLogGaps } = summary;
  return {
    ...summary,
    lastPurchaseAge: summary.lastPurchaseAge.map((time) => time / scale),
    age: summary.age.map((time) => time / scale),
    sumLogGaps:
      sumLogGaps?.map((sum, row) => sum - (repeatPurchases[row] ?? 0) * Math.log(scale)) ?? null,
  };
}
