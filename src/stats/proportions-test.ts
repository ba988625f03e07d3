import { chiSquareUpperTail } from "./chi-square.ts";
import type { Proportion } from "./proportion.ts";
import type { TestResult } from "./test-result.ts";

/** What the test of several proportions found. */
export interface ProportionsTest extends TestResult {
  readonly degrees: number;
}

/**
 * Tests whether several proportions, such as the retention of segments, are one and the same.
 *
 * The statistic is Pearson's chi-square with one degree of freedom less than there are proportions.
 *
 * @see Pearson (1900), On the Criterion…, Philosophical Magazine 50(302), 157-175.
 * @example
 * const smokers = [[73, 86], [90, 93], [114, 136], [75, 82]];
 * proportionsTest(smokers.map(([successes, trials]) => ({ successes, trials }))).statistic.toFixed(6); // => "11.119388"
 */
export function proportionsTest(groups: readonly Proportion[]): ProportionsTest {
  const successes = groups.reduce((sum, group) => sum + group.successes, 0);
  const trials = groups.reduce((sum, group) => sum + group.trials, 0);
  const degrees = groups.length - 1;
  const pooled = successes / trials;
  if (pooled === 0 || pooled === 1) return { statistic: 0, degrees, pValue: 1 };
  let statistic = 0;
  for (const group of groups) {
    const surplus = group.successes - group.trials * pooled;
    statistic += surplus ** 2 / (group.trials * pooled * (1 - pooled));
  }
  return { statistic, degrees, pValue: chiSquareUpperTail(statistic, degrees) };
}
