import { normalQuantile } from "./normal-distribution.ts";

/**
 * Adjusted Wald bounds for a net share, `(plus - minus) / total`, in [-1, 1].
 *
 * Adds 3 pseudo-answers (3/4 plus, 3/2 neutral, 3/4 minus) before the usual
 * trinomial standard error.
 *
 * @see Rocks (2016), Interval Estimation for the "Net Promoter Score",
 *   The American Statistician 70(4), 365-372. arXiv:1601.07235.
 * @example
 * const [lower, upper] = adjustedWaldInterval({ plus: 70, minus: 10, total: 100 }, 0.95);
 * lower.toFixed(4); // => "0.4527"
 * upper.toFixed(4); // => "0.7124"
 */
export function adjustedWaldInterval(
  answers: { readonly plus: number; readonly minus: number; readonly total: number },
  confidence: number,
): readonly [lower: number, upper: number] {
  const total = answers.total + 3;
  const plus = (answers.plus + 0.75) / total;
  const minus = (answers.minus + 0.75) / total;
  const net = plus - minus;
  const spread =
    normalQuantile((1 + confidence) / 2) * Math.sqrt((plus + minus - net * net) / total);
  return [Math.max(-1, net - spread), Math.min(1, net + spread)];
}
