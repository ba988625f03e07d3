import { gammaQuantile } from "./gamma-quantile.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/**
 * Wilson's bounds for a proportion, mended where only one to three succeeded or failed.
 *
 * There Wilson's inner bound is too bold: its coverage falls to 84 % at 95 %. The bound comes from
 * the Poisson distribution instead, and coverage stays above 91 %. Elsewhere it is Wilson's.
 *
 * @see Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical
 *   Science 16(2), 101-133, section 4.1.1.
 * @example
 * modifiedWilsonInterval(1, 30, 0.95).map((bound) => bound.toFixed(4)); // => ["0.0017", "0.1667"]
 * modifiedWilsonInterval(4, 30, 0.95).map((bound) => bound.toFixed(4)); // => ["0.0531", "0.2968"]
 */
export function modifiedWilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const [lower, upper] = wilsonInterval(successes, trials, confidence);
  const failures = trials - successes;
  return [
    isFew(successes, trials) ? gammaQuantile(1 - confidence, successes) / trials : lower,
    isFew(failures, trials) ? 1 - gammaQuantile(1 - confidence, failures) / trials : upper,
  ];
}

function isFew(count: number, trials: number): boolean {
  return count >= 1 && count <= (trials <= 50 ? 2 : 3);
}
