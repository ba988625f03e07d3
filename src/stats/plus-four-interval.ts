import { criticalZ } from "./critical-values.ts";
import { finitePopulationFactor } from "./finite-population.ts";

/**
 * Bounds for a proportion by hand: Wald's after two successes and two failures more.
 *
 * Agresti and Coull's short form, meant for 95 %; cut to [0, 1].
 *
 * @param population - How many there are in all, if known.
 * @see Agresti & Coull (1998), The American Statistician 52(2), 119-126.
 * @example
 * plusFourInterval(12, 100, 0.95, 400).map((bound) => bound.toFixed(6)); // => ["0.077736", "0.191495"]
 */
export function plusFourInterval(
  successes: number,
  trials: number,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const share = (successes + 2) / (trials + 4);
  const z = criticalZ(confidence) * finitePopulationFactor(trials, population);
  const spread = z * Math.sqrt((share * (1 - share)) / (trials + 4));
  return [Math.max(0, share - spread), Math.min(1, share + spread)];
}
