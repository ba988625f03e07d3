import { criticalT } from "./critical-values.ts";
import { studentTUpperTail } from "./student-t.ts";
import type { MeanAndVariance } from "./t-interval.ts";
import type { TestResult } from "./test-result.ts";

/** The difference of two means, first less second, and how well it is known. */
export interface WelchDifference {
  readonly difference: number;
  readonly standardError: number;
  /** Degrees of freedom by Welch and Satterthwaite; need not be whole. */
  readonly degrees: number;
}

/**
 * The difference of two independent means whose variances may differ.
 *
 * @see Welch (1947), The Generalization of "Student's" Problem when Several Different Population
 *   Variances Are Involved, Biometrika 34(1/2), 28-35.
 * @example
 * const members = { n: 40, mean: 19.4, variance: 2.7 ** 2 };
 * const others = { n: 40, mean: 11.3, variance: 2.1 ** 2 };
 * welchDifference(members, others).degrees.toFixed(2); // => "73.54"
 */
export function welchDifference(first: MeanAndVariance, second: MeanAndVariance): WelchDifference {
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  return {
    difference: first.mean - second.mean,
    standardError: Math.sqrt(a + b),
    degrees: (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1)),
  };
}

/**
 * Bounds for the difference of two independent means, first less second.
 *
 * @example
 * const members = { n: 40, mean: 19.4, variance: 2.7 ** 2 };
 * const others = { n: 40, mean: 11.3, variance: 2.1 ** 2 };
 * welchInterval(members, others, 0.95).map((bound) => bound.toFixed(4)); // => ["7.0223", "9.1777"]
 */
export function welchInterval(
  first: MeanAndVariance,
  second: MeanAndVariance,
  confidence: number,
): readonly [lower: number, upper: number] {
  const { difference, standardError, degrees } = welchDifference(first, second);
  if (standardError === 0) return [difference, difference];
  const spread = criticalT(confidence, degrees) * standardError;
  return [difference - spread, difference + spread];
}

/** Tests whether two means differ by more than chance; without spread in either there is nothing to test. */
export function welchTest(first: MeanAndVariance, second: MeanAndVariance): TestResult {
  const { difference, standardError, degrees } = welchDifference(first, second);
  if (standardError === 0) return { statistic: 0, pValue: 1 };
  const statistic = difference / standardError;
  return { statistic, pValue: 2 * studentTUpperTail(Math.abs(statistic), degrees) };
}
