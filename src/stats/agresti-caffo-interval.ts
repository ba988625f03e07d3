import { criticalZ } from "./critical-values.ts";
import type { Proportion } from "./proportion.ts";

/**
 * Bounds for the difference of two independent proportions, first less second: Wald's after one
 * success and one failure more in each. Cut to [-1, 1].
 *
 * @see Agresti & Caffo (2000), Simple and Effective Confidence Intervals for Proportions and
 *   Differences of Proportions, The American Statistician 54(4), 280-288.
 * @example
 * const [lower, upper] = agrestiCaffoInterval({ successes: 57, trials: 100 }, { successes: 15, trials: 100 }, 0.95);
 * lower.toFixed(6); // => "0.292522"
 * upper.toFixed(6); // => "0.531008"
 */
export function agrestiCaffoInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): readonly [lower: number, upper: number] {
  const [a, b] = [oneMoreOfEach(first), oneMoreOfEach(second)];
  const difference = a.share - b.share;
  const spread = criticalZ(confidence) * Math.sqrt(a.variance + b.variance);
  return [Math.max(-1, difference - spread), Math.min(1, difference + spread)];
}

function oneMoreOfEach({ successes, trials }: Proportion) {
  const share = (successes + 1) / (trials + 2);
  return { share, variance: (share * (1 - share)) / (trials + 2) };
}
