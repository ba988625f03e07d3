import { isTooLong } from "./counting.ts";
import type { Standing } from "./process.ts";
import { countsOf, expectationOf } from "./process-outlook.ts";

/** Chances are listed up to this many purchases; who buys more often has no range. */
const MOST = 255;

/**
 * The fewest and the most purchases that one customer is likely to make within the horizon: in the
 * stated share of cases no fewer and no more, half of the rest on each side.
 *
 * @returns null where that would be more than 255.
 */
export function likelyPurchases(
  { alive, process }: Standing,
  horizon: number,
  confidence: number,
): readonly [fewest: number, most: number] | null {
  if (isTooLong(process, horizon) || expectationOf(process, horizon) > MOST) return null;
  const tail = (1 - confidence) / 2;
  for (let upTo = 15; upTo <= MOST; upTo = 4 * upTo + 3) {
    const counts = countsOf(process, horizon, upTo);
    let [sum, fewest] = [1 - alive, 0];
    for (const [n, chance] of counts.entries()) {
      sum += alive * chance;
      if (sum <= tail) fewest = n + 1;
      if (sum >= 1 - tail) return [fewest, n];
    }
  }
  return null;
}
