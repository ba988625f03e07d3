import { requireArgument } from "../base/errors.ts";
import type { NoIntervalReason } from "./warning.ts";

/** How an interval was made. */
export type IntervalMethod =
  | "wilson"
  | "modified-wilson"
  | "wald"
  | "adjusted-wald"
  | "t"
  | "delta"
  | "log-delta"
  | "skewness-corrected"
  | "poisson"
  | "brookmeyer-crowley"
  | "transformed";

/** A range that covers the true value in the stated share of repeated samples. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** The share of repeated samples whose range covers the true value, such as 0.95. */
  readonly confidence: number;
  readonly method: IntervalMethod;
}

/** What the statistics floor answers for a KPI: bounds, or why there are none. */
export type IntervalFinding =
  | { readonly method: IntervalMethod; readonly bounds: readonly [lower: number, upper: number] }
  | { readonly because: NoIntervalReason };

export const DEFAULT_CONFIDENCE = 0.95;

/** Digits kept of a statistic, so that runtimes whose `Math` differs in the last place agree. */
const KEPT_DIGITS = 12;

/** Checks a confidence: strictly between 0 and 1. */
export function requireConfidence(confidence: unknown): asserts confidence is number {
  requireArgument(
    typeof confidence === "number" && confidence > 0 && confidence < 1,
    "confidence",
    "a number between 0 and 1, such as 0.95",
    confidence,
  );
}

/**
 * Rounds a floating-point statistic to 12 significant digits.
 *
 * @example
 * roundStatistic(0.1 + 0.2); // => 0.3
 */
export function roundStatistic(value: number): number {
  return Number(value.toPrecision(KEPT_DIGITS));
}
