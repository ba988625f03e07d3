import { criticalZ } from "./critical-values.ts";
import type { Proportion } from "./proportion.ts";

/**
 * Bounds for the ratio of two independent proportions, first over second: the lift.
 *
 * On the logarithmic scale after a quarter of a success and one and a half failures more in each,
 * so that no successes still give bounds.
 *
 * @see Price & Bonett (2008), Confidence Intervals for a Ratio of Two Independent Binomial
 *   Proportions, Statistics in Medicine 27(26), 5497-5508.
 * @example
 * const [lower, upper] = priceBonettInterval({ successes: 62, trials: 100 }, { successes: 35, trials: 100 }, 0.95);
 * lower.toFixed(6); // => "1.297164"
 * upper.toFixed(6); // => "2.404172"
 */
export function priceBonettInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): readonly [lower: number, upper: number] {
  const [a, b] = [logShare(first), logShare(second)];
  const spread = criticalZ(confidence) * Math.sqrt(a.variance + b.variance);
  return [Math.exp(a.log - b.log - spread), Math.exp(a.log - b.log + spread)];
}

function logShare({ successes, trials }: Proportion) {
  const more = successes + 1 / 4;
  return {
    log: Math.log(more / (trials + 7 / 4)),
    variance: 1 / (more + more ** 2 / (trials - successes + 3 / 2)),
  };
}
