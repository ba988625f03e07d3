import { normalUpperTail } from "./normal-distribution.ts";

/** What a significance test found. */
export interface TestResult {
  /** How far the data are from "no difference", in the units of the test. */
  readonly statistic: number;
  /** Chance of data at least as far from it if there were none; two-sided. */
  readonly pValue: number;
}

/** A two-sided test of a difference against its standard error; without spread there is nothing to find. */
export function normalTest(difference: number, standardError: number): TestResult {
  if (standardError === 0) return { statistic: 0, pValue: 1 };
  const statistic = difference / standardError;
  return { statistic, pValue: 2 * normalUpperTail(Math.abs(statistic)) };
}
