import { criticalZ } from "./critical-values.ts";

/**
 * Wilson score bounds with a continuity correction: wider, and seldom below the stated coverage.
 *
 * @see Newcombe (1998), Two-Sided Confidence Intervals for the Single Proportion, Statistics in
 *   Medicine 17(8), 857-872, method 4.
 * @example
 * wilsonContinuityInterval(120, 300, 0.95).map((bound) => bound.toFixed(6)); // => ["0.344558", "0.458046"]
 */
export function wilsonContinuityInterval(
  successes: number,
  trials: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const z = criticalZ(confidence);
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : 1 - upperBound(failures, trials, z),
    failures === 0 ? 1 : upperBound(successes, trials, z),
  ];
}

function upperBound(successes: number, trials: number, z: number): number {
  const failures = trials - successes;
  const root = z * z + 2 - 1 / trials + (4 * successes * (failures - 1)) / trials;
  return (2 * successes + z * z + 1 + z * Math.sqrt(root)) / (2 * (trials + z * z));
}
