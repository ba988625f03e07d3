import type { Objective } from "../stats/objective.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { totalOf } from "./scale-summary.ts";

/**
 * Mean log-likelihood per customer of BG/BB and its gradient, as a function of ln alpha, ln beta,
 * ln gamma, ln delta. Ages are counts of opportunities; the summary must be grouped.
 *
 * The likelihood is a sum: alive through all n opportunities, or gone after the t-th, t = t_x … n − 1.
 *
 * @see Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual
 *   Setting, Marketing Science 29(6), 1086-1108.
 */
export function bgBbLikelihood(summary: PurchaseSummary): Objective {
  const { repeatPurchases, lastPurchaseAge, age, customers } = summary;
  const total = totalOf(null, customers);
  const longest = age.reduce((most, n) => Math.max(most, n), 0);
  const [bought, skipped, tried, stayed, tossed] = Array.from({ length: 5 }, () =>
    sums(longest + 2),
  );
  if (!bought || !skipped || !tried || !stayed || !tossed) return () => 0;
  const terms = new Float64Array(longest + 1);

  return (point, gradient) => {
    const [alpha = 1, beta = 1, gamma = 1, delta = 1] = Array.from(point, Math.exp);
    fill(bought, alpha);
    fill(skipped, beta);
    fill(tried, alpha + beta);
    fill(stayed, delta);
    fill(tossed, gamma + delta);
    const logGamma = Math.log(gamma);
    let [value, byAlpha, byBeta, byGamma, byDelta] = [0, 0, 0, 0, 0];
    for (let row = 0; row < age.length; row += 1) {
      const weight = customers[row] ?? 0;
      const x = repeatPurchases[row] ?? 0;
      const n = age[row] ?? 0;
      const first = lastPurchaseAge[row] ?? 0;
      /** ln of the chance to buy as seen while alive for t opportunities. */
      const buying = (t: number): number =>
        (bought.log[x] ?? 0) + (skipped.log[t - x] ?? 0) - (tried.log[t] ?? 0);
      const alive = buying(n) + (stayed.log[n] ?? 0) - (tossed.log[n] ?? 0);
      let largest = alive;
      for (let t = first; t < n; t += 1) {
        const gone = buying(t) + logGamma + (stayed.log[t] ?? 0) - (tossed.log[t + 1] ?? 0);
        terms[t] = gone;
        largest = Math.max(largest, gone);
      }
      let sum = Math.exp(alive - largest);
      for (let t = first; t < n; t += 1) sum += Math.exp((terms[t] ?? 0) - largest);
      value += weight * (largest + Math.log(sum));
      for (let t = first; t <= n; t += 1) {
        const here = t === n;
        const share = (weight * Math.exp((here ? alive : (terms[t] ?? 0)) - largest)) / sum;
        const tries = tried.byX[t] ?? 0;
        const tosses = tossed.byX[here ? n : t + 1] ?? 0;
        byAlpha += share * ((bought.byX[x] ?? 0) - tries);
        byBeta += share * ((skipped.byX[t - x] ?? 0) - tries);
        byGamma += share * ((here ? 0 : 1 / gamma) - tosses);
        byDelta += share * ((stayed.byX[t] ?? 0) - tosses);
      }
    }
    gradient[0] = (byAlpha * alpha) / total;
    gradient[1] = (byBeta * beta) / total;
    gradient[2] = (byGamma * gamma) / total;
    gradient[3] = (byDelta * delta) / total;
    return value / total;
  };
}

/** ln x (x + 1) … (x + n − 1) and its derivative by x, for n = 0, 1, … */
interface Sums {
  readonly log: Float64Array;
  readonly byX: Float64Array;
}

function sums(length: number): Sums {
  return { log: new Float64Array(length), byX: new Float64Array(length) };
}

function fill({ log, byX }: Sums, x: number): void {
  for (let n = 1; n < log.length; n += 1) {
    log[n] = (log[n - 1] ?? 0) + Math.log(x + n - 1);
    byX[n] = (byX[n - 1] ?? 0) + 1 / (x + n - 1);
  }
}
