import type { Proportion } from "./proportion.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/**
 * Bounds for the difference of two independent proportions, first less second, from the Wilson
 * bounds of each.
 *
 * @see Newcombe (1998), Interval Estimation for the Difference Between Independent Proportions,
 *   Statistics in Medicine 17(8), 873-890, method 10.
 * @example
 * const [lower, upper] = newcombeInterval({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95);
 * lower.toFixed(4); // => "0.0524"
 * upper.toFixed(4); // => "0.3339"
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): readonly [lower: number, upper: number] {
  const [p1, p2] = [first.successes / first.trials, second.successes / second.trials];
  const [l1, u1] = wilsonInterval(first.successes, first.trials, confidence);
  const [l2, u2] = wilsonInterval(second.successes, second.trials, confidence);
  return [p1 - p2 - Math.hypot(p1 - l1, u2 - p2), p1 - p2 + Math.hypot(u1 - p1, p2 - l2)];
}
