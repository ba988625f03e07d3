import type { IntervalFinding } from "../result/interval.ts";
import { meanInterval } from "../stats/t-interval.ts";

/**
 * The interval of a mean answer: Student's t, cut to the scale. A single answer, or answers all alike,
 * show no spread: Student's interval would have no width, and certainty is not what they tell.
 */
export function meanScoreInterval(
  scores: { readonly n: number; readonly sum: number; readonly squares: number },
  scale: { readonly min: number; readonly max: number },
  confidence: number,
): IntervalFinding {
  const { n, sum, squares } = scores;
  if (n * squares === sum * sum) return { because: "no-spread" };
  const [lower, upper] = meanInterval(scores, confidence);
  return { method: "t", bounds: [Math.max(scale.min, lower), Math.min(scale.max, upper)] };
}
