import { studentTUpperTail } from "../stats/student-t.ts";
import type { SpendColumns } from "./gamma-gamma-likelihood.ts";

/** How spend per purchase and number of purchases go together. */
export interface SpendAndFrequency {
  /** Pearson's correlation over the customers; null where either does not vary. */
  readonly correlation: number | null;
  /** Chance of a correlation as large if there were none, two-sided. */
  readonly pValue: number | null;
}

/** Correlation of the number of repeat purchases with their mean value, with its p-value by Student's t. */
export function spendAndFrequency({ x, mean, customers }: SpendColumns): SpendAndFrequency {
  let [n, sumX, sumMean] = [0, 0, 0];
  for (const [row, weight] of customers.entries()) {
    n += weight;
    sumX += weight * (x[row] ?? 0);
    sumMean += weight * (mean[row] ?? 0);
  }
  let [squaresX, squaresMean, products] = [0, 0, 0];
  for (const [row, weight] of customers.entries()) {
    const offX = (x[row] ?? 0) - sumX / n;
    const offMean = (mean[row] ?? 0) - sumMean / n;
    squaresX += weight * offX * offX;
    squaresMean += weight * offMean * offMean;
    products += weight * offX * offMean;
  }
  const correlation = products / Math.sqrt(squaresX * squaresMean);
  if (n < 3 || !Number.isFinite(correlation)) return { correlation: null, pValue: null };
  const t = Math.abs(correlation) * Math.sqrt((n - 2) / Math.max(0, 1 - correlation ** 2));
  return {
    correlation,
    pValue: t === Number.POSITIVE_INFINITY ? 0 : 2 * studentTUpperTail(t, n - 2),
  };
}
