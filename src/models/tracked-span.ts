import { requireArgument } from "../base/errors.ts";
import { type OptionCheck, readOptions, wholeNumber, yesOrNo } from "../base/options.ts";
import { readSummary } from "./read-summary.ts";
import { memberOf } from "./require-model.ts";
import { required } from "./require-question.ts";
import type { CustomerSummary } from "./summarise-purchases.ts";

/** Where a summary begins and ends, in days since 1970-01-01. */
export interface TrackedSpan {
  /** First day that the summary does not hold any more. */
  readonly end: number;
  /** First day that is not observed any more. */
  readonly observedUntil: number;
  /** Whether purchases of one day count as one, as in the summary; true if not given. */
  readonly mergeSameDay?: boolean;
}

const FURTHEST = 1_000_000;

const day: OptionCheck<number> = /* @__PURE__ */ wholeNumber(-FURTHEST, "a whole day", FURTHEST);

/** Reads the span: the summary ends before what is observed does, or with it. */
export function readTrackedSpan(span: TrackedSpan): TrackedSpan {
  const read = readOptions<TrackedSpan>(
    span,
    { end: day, observedUntil: day, mergeSameDay: yesOrNo },
    "span",
  );
  const end = required(read.end, "span.end", "a whole day");
  const observedUntil = required(read.observedUntil, "span.observedUntil", "a whole day");
  const isAfter = observedUntil >= end;
  requireArgument(isAfter, "span.observedUntil", "`end` or later", observedUntil);
  return { end, observedUntil, mergeSameDay: read.mergeSameDay ?? true };
}

/** Refuses a summary that does not tell its customers by their codes. */
export function requireTracked(summary: CustomerSummary): void {
  const codes = memberOf(readSummary(summary), "customer", "summary");
  const expected = "a summary with customers' codes, as `summarisePurchases` makes it";
  const isTold = ArrayBuffer.isView(codes) && codes instanceof Int32Array;
  requireArgument(isTold, "summary", expected, summary, "option-wrong-type");
}
