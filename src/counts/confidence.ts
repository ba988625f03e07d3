import { argumentError } from "../base/errors.ts";
import { type OptionCheck, type OptionChecks, readOptions } from "../base/options.ts";
import { requireConfidence } from "../result/interval.ts";

/** How sure an interval should be; for functions that take counts. */
export interface ConfidenceOptions {
  /** Confidence of the interval, strictly between 0 and 1. Defaults to 0.95. */
  readonly confidence?: number;
  /** `false`: no interval, as for a census whose sampling error is of no interest. */
  readonly interval?: false;
}

const confidence: OptionCheck<number> = (value) => {
  requireConfidence(value);
  return value;
};

const noInterval: OptionCheck<false> = (value, option) => {
  if (value === false) return value;
  throw argumentError(option, "`false`, or absent", value);
};

/** The checks of the two options, for questions that have more. */
export const CONFIDENCE_CHECKS: OptionChecks<ConfidenceOptions> = {
  confidence,
  interval: noInterval,
};

/** Reads the options of a function that takes counts. */
export function readConfidence(options: unknown): ConfidenceOptions {
  return readOptions<ConfidenceOptions>(options, CONFIDENCE_CHECKS);
}
