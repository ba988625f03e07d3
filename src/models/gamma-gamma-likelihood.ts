import { digammaGain } from "../stats/digamma.ts";
import { logBetaFall, logBetaHeight } from "../stats/log-beta-kernel.ts";
import type { Objective } from "../stats/objective.ts";
import { distinct } from "./rising-table.ts";

/** Spend of those who bought again: x purchases of mean value m, and how many customers did so. */
export interface SpendColumns {
  readonly x: Float64Array;
  readonly mean: Float64Array;
  readonly customers: Float64Array;
}

/**
 * Mean log-likelihood per customer of the gamma-gamma model and its gradient, as a function of
 * ln p, ln q, ln v.
 *
 * The density of a mean m of x purchases is u^px (1 − u)^q / B(px, q) / m with u = mx/(v + mx).
 *
 * @see Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 1a.
 */
export function gammaGammaLikelihood({ x, mean, customers }: SpendColumns): Objective {
  const total = customers.reduce((sum, weight) => sum + weight, 0);
  const { values: counts, slot } = distinct(x);
  const heights = new Float64Array(counts.length);
  const gainsByP = new Float64Array(counts.length);
  const gainsByQ = new Float64Array(counts.length);
  const logMeans = mean.map(Math.log);
  return (point, gradient) => {
    const [p = 1, q = 1, v = 1] = Array.from(point, Math.exp);
    for (let index = 0; index < counts.length; index += 1) {
      const shape = p * (counts[index] ?? 0);
      heights[index] = logBetaHeight(shape, q);
      gainsByP[index] = digammaGain(shape, q);
      gainsByQ[index] = digammaGain(q, shape);
    }
    let value = 0;
    let byP = 0;
    let byQ = 0;
    let byV = 0;
    for (let row = 0; row < x.length; row += 1) {
      const weight = customers[row] ?? 0;
      const count = x[row] ?? 0;
      const index = slot[row] ?? 0;
      const spent = count * (mean[row] ?? 1);
      const shape = p * count;
      const fall = logBetaFall(shape, q, spent / (v + spent), v / (v + spent));
      value += weight * ((heights[index] ?? 0) + fall - (logMeans[row] ?? 0));
      byP += weight * count * ((gainsByP[index] ?? 0) - Math.log1p(v / spent));
      byQ += weight * ((gainsByQ[index] ?? 0) - Math.log1p(spent / v));
      byV += (weight * ((q * spent) / v - shape)) / (v + spent);
    }
    gradient[0] = (byP * p) / total;
    gradient[1] = (byQ * q) / total;
    gradient[2] = (byV * v) / total;
    return value / total;
  };
}
