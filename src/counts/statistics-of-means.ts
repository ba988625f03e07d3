import { requireConfidence } from "../result/interval.ts";
import { type MeanAndVariance, tInterval as studentT } from "../stats/t-interval.ts";
import type { TestResult } from "../stats/test-result.ts";
import { welchInterval as welch, welchTest as welchT } from "../stats/welch-interval.ts";
import { type Bounds, readMembers, requireNumber } from "./require-statistic.ts";

/**
 * Student's t interval for a mean.
 *
 * @throws {@link KpiError} `invalid-argument` for numbers that no sample has, as all of these do.
 * @example
 * tInterval({ n: 10, mean: 5, variance: 4 }, 0.95).map((bound) => bound.toFixed(4)); // => ["3.5693", "6.4307"]
 */
export function tInterval(sample: MeanAndVariance, confidence: number): Bounds {
  requireConfidence(confidence);
  return studentT(readSample(sample, "sample"), confidence);
}

/** Welch's interval for the difference of two independent means, first less second. */
export function welchInterval(
  first: MeanAndVariance,
  second: MeanAndVariance,
  confidence: number,
): Bounds {
  requireConfidence(confidence);
  return welch(readSample(first, "first"), readSample(second, "second"), confidence);
}

/** Welch's test of whether two independent means differ by more than chance. */
export function welchTest(first: MeanAndVariance, second: MeanAndVariance): TestResult {
  return welchT(readSample(first, "first"), readSample(second, "second"));
}

function readSample(sample: MeanAndVariance, argument: string): MeanAndVariance {
  const read = readMembers<MeanAndVariance>(sample, argument, ["n", "mean", "variance"]);
  requireNumber(read.n, `${argument}.n`, "a number from 2 on", 2);
  requireNumber(read.mean, `${argument}.mean`, "a number");
  requireNumber(read.variance, `${argument}.variance`, "a number from 0 on", 0);
  return read;
}
