import type { Standing } from "./process.ts";
import { countsOf } from "./process-outlook.ts";

/** Chances are listed up to this many purchases. */
const MOST = 1 << 14;

/**
 * The fewest and the most purchases that one customer is likely to make within the horizon: in the
 * stated share of cases no fewer and no more, half of the rest on each side.
 */
export function likelyPurchases(
  { alive, process }: Standing,
  horizon: number,
  confidence: number,
): readonly [fewest: number, most: number] {
  const tail = (1 - confidence) / 2;
  for (let upTo = 15; ; upTo = 4 * upTo + 3) {
    const counts = countsOf(process, horizon, upTo);
    let [sum, fewest] = [1 - alive, 0];
    for (const [n, chance] of counts.entries()) {
      sum += alive * chance;
      if (sum <= tail) fewest = n + 1;
      if (sum >= 1 - tail) return [fewest, n];
    }
    if (upTo >= MOST) return [fewest, upTo];
  }
}
