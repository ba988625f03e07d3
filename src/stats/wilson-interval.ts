import { normalQuantile } from "./normal-distribution.ts";

/**
 * Wilson score bounds for a proportion of `successes` in `trials`.
 *
 * Stays inside [0, 1] and keeps close to its nominal coverage at small counts,
 * where the textbook Wald interval fails.
 *
 * @see Wilson (1927), JASA 22(158), 209-212.
 * @see Brown, Cai & DasGupta (2001), Statistical Science 16(2), 101-133.
 * @example
 * wilsonInterval(800, 1000, 0.95)[0].toFixed(4); // => "0.7741"
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): readonly [lower: number, upper: number] {
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const spread =
    (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  // The bounds are in [0, 1] by algebra; the clamp removes floating-point dust.
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)];
}
