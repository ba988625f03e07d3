import { criticalZ } from "./critical-values.ts";
import { finitePopulationFactor } from "./finite-population.ts";

/**
 * Wilson score bounds for a proportion of `successes` in `trials`.
 *
 * Stays inside [0, 1] and keeps close to its nominal coverage at small counts, where the textbook
 * Wald interval fails. Neither number need be whole.
 *
 * @param population - How many there are in all, if known: a sample that is a good part of them
 *   says more.
 * @see Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, Journal
 *   of the American Statistical Association 22(158), 209-212.
 * @see Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical
 *   Science 16(2), 101-133.
 * @example
 * wilsonInterval(800, 1000, 0.95)[0].toFixed(4); // => "0.7741"
 * wilsonInterval(0, 30, 0.95)[0]; // => 0
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const z = criticalZ(confidence) * finitePopulationFactor(trials, population);
  const share = successes / trials;
  const reach = successes + (z * z) / 2 + z * Math.sqrt(successes * (1 - share) + (z * z) / 4);
  // The bounds are the roots of a quadratic; the lower one is the product of the two over the
  // upper one, which does not cancel.
  const lower = successes === 0 ? 0 : (successes * share) / reach;
  const upper = successes === trials ? 1 : reach / (trials + z * z);
  return [lower, upper];
}
