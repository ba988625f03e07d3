import { normalQuantile } from "./normal-distribution.ts";
import { studentTQuantile } from "./student-t.ts";

/**
 * How many standard errors to either side hold the stated share of a normal distribution.
 *
 * @example
 * criticalZ(0.95).toFixed(6); // => "1.959964"
 */
export function criticalZ(confidence: number): number {
  if (confidence !== last.confidence) {
    // By the lower tail, which a confidence next to 1 leaves all its digits.
    last = { confidence, z: -normalQuantile((1 - confidence) / 2) };
  }
  return last.z;
}

/** Tables ask for the same one in every cell. */
let last = { confidence: 0, z: 0 };

/**
 * How many standard errors to either side hold the stated share of Student's t.
 *
 * @example
 * criticalT(0.95, 9).toFixed(6); // => "2.262157"
 */
export function criticalT(confidence: number, degrees: number): number {
  return -studentTQuantile((1 - confidence) / 2, degrees);
}
