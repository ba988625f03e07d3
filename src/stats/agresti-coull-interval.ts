import { criticalZ } from "./critical-values.ts";
import { waldInterval } from "./wald-interval.ts";

/**
 * Agresti-Coull bounds for a proportion: Wald's after z²/2 successes and z²/2 failures more.
 *
 * Cut to [0, 1].
 *
 * @see Agresti & Coull (1998), Approximate Is Better than "Exact" for Interval Estimation of
 *   Binomial Proportions, The American Statistician 52(2), 119-126.
 * @example
 * agrestiCoullInterval(4, 20, 0.95).map((bound) => bound.toFixed(6)); // => ["0.074912", "0.421764"]
 */
export function agrestiCoullInterval(
  successes: number,
  trials: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const z = criticalZ(confidence);
  const [lower, upper] = waldInterval(successes + (z * z) / 2, trials + z * z, confidence);
  return [Math.max(0, lower), Math.min(1, upper)];
}
