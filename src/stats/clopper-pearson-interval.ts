import { betaQuantile, betaQuantileLogOdds } from "./beta-quantile.ts";

/**
 * Clopper-Pearson bounds for a proportion: never below the stated coverage, and wider for it.
 *
 * @see Clopper & Pearson (1934), The Use of Confidence or Fiducial Limits Illustrated in the Case
 *   of the Binomial, Biometrika 26(4), 404-413.
 * @example
 * clopperPearsonInterval(18, 20, 0.95).map((bound) => bound.toFixed(6)); // => ["0.683017", "0.987651"]
 * clopperPearsonInterval(0, 20, 0.95)[0]; // => 0
 */
export function clopperPearsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    // From the other end, where a small tail keeps its digits.
    failures === 0 ? 1 : 1 / (1 + Math.exp(betaQuantileLogOdds(tail, failures, successes + 1))),
  ];
}
