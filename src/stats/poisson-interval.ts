import { gammaQuantile } from "./gamma-quantile.ts";

/**
 * Exact bounds for a rate: `count` events in `exposure` units of time.
 *
 * Never below the stated coverage if events come independently of each other. Purchases of
 * customers who differ do not: there the bounds are too narrow.
 *
 * @see Garwood (1936), Fiducial Limits for the Poisson Distribution, Biometrika 28(3/4), 437-442.
 * @example
 * poissonInterval(23, 5.25, 0.95).map((bound) => bound.toFixed(6)); // => ["2.777148", "6.573580"]
 * poissonInterval(0, 1, 0.95)[0]; // => 0
 */
export function poissonInterval(
  count: number,
  exposure: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const tail = (1 - confidence) / 2;
  const lower = count === 0 ? 0 : gammaQuantile(tail, count);
  return [lower / exposure, gammaQuantile(1 - tail, count + 1) / exposure];
}
