import type { DecimalInput } from "../base/decimal.ts";
import { skewedRatioInterval } from "./skewed-ratio-interval.ts";

/** Sums over n units of a number, its square and its cube; exact, so they may be texts. */
export interface MeanSums {
  readonly n: number;
  readonly sum: DecimalInput;
  readonly squares: DecimalInput;
  readonly cubes: DecimalInput;
}

/**
 * Bounds for the mean of skewed numbers, such as orders or revenue per customer.
 *
 * The ratio of sums whose every denominator is 1.
 *
 * @example
 * // Four customers with 1, 1, 2 and 4 orders.
 * const sums = { n: 4, sum: 8, squares: 22, cubes: 74 };
 * skewedMeanInterval(sums, 0.95).map((bound) => bound.toFixed(4)); // => ["-0.2503", "7.7210"]
 */
export function skewedMeanInterval(
  { n, sum, squares, cubes }: MeanSums,
  confidence: number,
): readonly [lower: number, upper: number] {
  return skewedRatioInterval(
    { n, x: n, xx: n, xxx: n, y: sum, xy: sum, xxy: sum, yy: squares, xyy: squares, yyy: cubes },
    confidence,
  );
}
