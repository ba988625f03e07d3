import { adjustedNetShare, type NetAnswers } from "./net-share.ts";
import { normalTest, type TestResult } from "./test-result.ts";

/**
 * Tests whether two net shares, such as the NPS of two periods, differ by more than chance.
 *
 * Both are adjusted as in the adjusted Wald interval. A positive statistic says the first is higher.
 *
 * @see Lewis & Sauro (2021), measuringu.com/nps-significance-test.
 * @example
 * const before = { plus: 60, minus: 20, total: 100 };
 * netShareTest({ plus: 75, minus: 10, total: 100 }, before).pValue.toFixed(4); // => "0.0179"
 */
export function netShareTest(first: NetAnswers, second: NetAnswers): TestResult {
  const [a, b] = [adjustedNetShare(first), adjustedNetShare(second)];
  return normalTest(a.net - b.net, Math.hypot(a.standardError, b.standardError));
}
