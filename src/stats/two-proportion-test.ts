import type { Proportion } from "./proportion.ts";
import { normalTest, type TestResult } from "./test-result.ts";

/**
 * Tests whether two proportions differ by more than chance, with the pooled standard error.
 *
 * A positive statistic says the first is higher. Two that are both 0 or both 1 do not differ.
 *
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition, section 3.1
 *   (without continuity correction).
 * @example
 * twoProportionTest({ successes: 62, trials: 100 }, { successes: 35, trials: 100 }).pValue.toFixed(6); // => "0.000133"
 */
export function twoProportionTest(first: Proportion, second: Proportion): TestResult {
  const pooled = (first.successes + second.successes) / (first.trials + second.trials);
  const variance = pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials);
  const difference = first.successes / first.trials - second.successes / second.trials;
  return normalTest(difference, Math.sqrt(variance));
}
