import { criticalT } from "./critical-values.ts";
import { finitePopulationFactor } from "./finite-population.ts";

/** How many numbers, their mean, and their variance (divisor n − 1). */
export interface MeanAndVariance {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Student's t bounds for a mean.
 *
 * @param population - How many there are in all, if known.
 * @see Student (1908), The Probable Error of a Mean, Biometrika 6(1), 1-25.
 * @example
 * const [lower, upper] = tInterval({ n: 10, mean: 38.3, variance: 8.14 ** 2 }, 0.95);
 * lower.toFixed(3); // => "32.477"
 * upper.toFixed(3); // => "44.123"
 */
export function tInterval(
  { n, mean, variance }: MeanAndVariance,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const standardError = Math.sqrt(variance / n) * finitePopulationFactor(n, population);
  const spread = criticalT(confidence, n - 1) * standardError;
  return [mean - spread, mean + spread];
}

/**
 * Student's t bounds for a mean, from how many, their sum and the sum of their squares.
 *
 * @example
 * meanInterval({ n: 4, sum: 16, squares: 72 }, 0.95).map((bound) => bound.toFixed(4)); // => ["1.4015", "6.5985"]
 */
export function meanInterval(
  { n, sum, squares }: { readonly n: number; readonly sum: number; readonly squares: number },
  confidence: number,
): readonly [lower: number, upper: number] {
  // Exact for whole numbers, such as answers on a scale.
  const variance = Math.max(0, n * squares - sum * sum) / (n * (n - 1));
  return tInterval({ n, mean: sum / n, variance }, confidence);
}
