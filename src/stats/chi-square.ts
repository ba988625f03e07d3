import { gammaQuantile } from "./gamma-quantile.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";

/**
 * Chance that a chi-square variable with `degrees` degrees of freedom is above `x`.
 *
 * @example
 * chiSquareUpperTail(3.841458820694124, 1).toFixed(12); // => "0.050000000000"
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper;
}

/** Chance that a chi-square variable with `degrees` degrees of freedom is at most `x`. */
export function chiSquareCdf(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).lower;
}

/**
 * The value a chi-square variable stays below with the given probability.
 *
 * @example
 * chiSquareQuantile(0.95, 1).toFixed(12); // => "3.841458820694"
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  return 2 * gammaQuantile(probability, degrees / 2);
}
