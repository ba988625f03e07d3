import { criticalZ } from "./critical-values.ts";
import { finitePopulationFactor } from "./finite-population.ts";

/**
 * The textbook bounds for a proportion, share ± z · standard error. For comparison only.
 *
 * They can leave [0, 1], and have no width at 0 and at 1.
 *
 * @param population - How many there are in all, if known.
 * @see Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical
 *   Science 16(2), 101-133, on its erratic coverage.
 * @example
 * waldInterval(1, 10, 0.95).map((bound) => bound.toFixed(4)); // => ["-0.0859", "0.2859"]
 */
export function waldInterval(
  successes: number,
  trials: number,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const share = successes / trials;
  const z = criticalZ(confidence) * finitePopulationFactor(trials, population);
  const spread = z * Math.sqrt((share * (1 - share)) / trials);
  return [share - spread, share + spread];
}
