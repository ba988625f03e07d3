import { criticalZ } from "./critical-values.ts";

/**
 * How many to ask so that the interval of a share is about as wide as wished.
 *
 * @param plannedShare - The share expected; 0.5 asks for the most.
 * @param width - The distance from the lower bound to the upper one.
 * @see Bonett, statpsych, `size.ci.prop`.
 * @example
 * sampleSizeForShare(0.5, 0.1, 0.95); // => 385
 */
export function sampleSizeForShare(
  plannedShare: number,
  width: number,
  confidence: number,
): number {
  const z = criticalZ(confidence);
  return Math.ceil(4 * plannedShare * (1 - plannedShare) * (z / width) ** 2);
}
