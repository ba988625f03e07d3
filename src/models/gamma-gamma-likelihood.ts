import { digammaGain } from "../stats/digamma.ts";
import { logBetaKernel } from "../stats/log-beta-kernel.ts";
import type { Objective } from "../stats/objective.ts";

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
  return (point, gradient) => {
    const [p = 1, q = 1, v = 1] = Array.from(point, Math.exp);
    let value = 0;
    let byP = 0;
    let byQ = 0;
    let byV = 0;
    for (let row = 0; row < x.length; row += 1) {
      const weight = customers[row] ?? 0;
      const count = x[row] ?? 0;
      const average = mean[row] ?? 1;
      const spent = count * average;
      const shape = p * count;
      const overV = Math.log1p(spent / v);
      const overSpent = Math.log1p(v / spent);
      value +=
        weight *
        (logBetaKernel(shape, q, spent / (v + spent), v / (v + spent)) - Math.log(average));
      byP += weight * count * (digammaGain(shape, q) - overSpent);
      byQ += weight * (digammaGain(q, shape) - overV);
      byV += (weight * ((q * spent) / v - shape)) / (v + spent);
    }
    gradient[0] = (byP * p) / total;
    gradient[1] = (byQ * q) / total;
    gradient[2] = (byV * v) / total;
    return value / total;
  };
}
