import type { Objective } from "../stats/objective.ts";

/** What became of the customers of all cohorts, by age: index 0 is the first period. */
export interface Lifetimes {
  /** How many left in each period. */
  readonly lost: Float64Array;
  /** How many were last seen, still here, at the end of each period. */
  readonly kept: Float64Array;
}

/**
 * Mean log-likelihood per customer of the shifted beta-geometric model and its gradient, as a
 * function of ln alpha, ln beta.
 *
 * @see Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing
 *   21(1), 76-90, equations 5 and 6.
 */
export function sbgLikelihood({ lost, kept }: Lifetimes): Objective {
  let total = 0;
  for (const count of lost) total += count;
  for (const count of kept) total += count;
  return (point, gradient) => {
    const [alpha = 1, beta = 1] = Array.from(point, Math.exp);
    let [value, byAlpha, byBeta] = [0, 0, 0];
    let [logSurvival, survivalByAlpha, survivalByBeta] = [0, 0, 0];
    for (let period = 0; period < lost.length; period += 1) {
      const leavers = lost[period] ?? 0;
      const stayers = kept[period] ?? 0;
      const tosses = alpha + beta + period;
      value += leavers * (Math.log(alpha / tosses) + logSurvival);
      byAlpha += leavers * (1 / alpha - 1 / tosses + survivalByAlpha);
      byBeta += leavers * (survivalByBeta - 1 / tosses);
      logSurvival -= Math.log1p(alpha / (beta + period));
      survivalByAlpha -= 1 / tosses;
      survivalByBeta += alpha / ((beta + period) * tosses);
      value += stayers * logSurvival;
      byAlpha += stayers * survivalByAlpha;
      byBeta += stayers * survivalByBeta;
    }
    gradient[0] = (byAlpha * alpha) / total;
    gradient[1] = (byBeta * beta) / total;
    return value / total;
  };
}
