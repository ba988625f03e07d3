import { studentTQuantile } from "./student-t.ts";

/** Sums over n clusters of x, y, x², y² and xy. */
export interface RatioSums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Delta-method bounds for a ratio of sums y ÷ x over clusters, with Student's quantile. */
export function ratioInterval(
  { n, x, y, xx, yy, xy }: RatioSums,
  confidence: number,
): readonly [lower: number, upper: number] {
  const ratio = y / x;
  const squares = Math.max(0, yy - 2 * ratio * xy + ratio * ratio * xx);
  const spread =
    (studentTQuantile((1 + confidence) / 2, n - 1) / x) * Math.sqrt((squares * n) / (n - 1));
  return [ratio - spread, ratio + spread];
}
