import { currencyFault, expectedCurrency } from "../base/currency.ts";
import { argumentError } from "../base/errors.ts";
import {
  numberWithin,
  type OptionCheck,
  type OptionChecks,
  readOptions,
  wholeNumber,
} from "../base/options.ts";
import { DEFAULT_CONFIDENCE, requireConfidence } from "../result/interval.ts";
import type { TimeUnit } from "./time-unit.ts";

/** What the coming purchases of customers are to be worth. */
export interface ValueQuestion {
  /** How far to look ahead, in whole units of the summary. Default: a year, so 52 for weeks. */
  readonly horizon?: number;
  /** How much less money counts a year from now. Default 0.1; 0 for none. */
  readonly annualDiscountRate?: number;
  /** Share of the spend that is profit. Default 1: values are revenue. */
  readonly margin?: number;
  /** Of the intervals. Default 0.95. */
  readonly confidence?: number;
  /** ISO 4217. Default: that of the summary, if it knows one. */
  readonly currency?: string;
}

/** The same with its defaults put in. */
export interface ValueAsked {
  readonly horizon: number;
  readonly annualDiscountRate: number;
  readonly margin: number;
  readonly confidence: number;
  readonly currency: string | null;
}

const confidence: OptionCheck<number> = (value) => {
  requireConfidence(value);
  return value;
};

const currency: OptionCheck<string> = (value, option) => {
  const fault = currencyFault(value);
  if (fault === null) return value as string; // a currency code is text
  throw argumentError(option, expectedCurrency(value), value, fault);
};

/** The checks of {@link ValueQuestion}. */
export const VALUE_CHECKS: OptionChecks<ValueQuestion> = {
  horizon: /* @__PURE__ */ wholeNumber(1, "a whole number of units, 1 to 10,000", 10_000),
  annualDiscountRate: /* @__PURE__ */ numberWithin(0, 1, "a rate from 0 to 1, such as 0.1"),
  margin: /* @__PURE__ */ numberWithin(0, 1, "a share from 0 to 1"),
  confidence,
  currency,
};

const YEAR: Readonly<Record<TimeUnit, number>> = { day: 365, week: 52, month: 12, year: 1 };

/** Reads the question and puts its defaults in. */
export function readValueQuestion(
  question: ValueQuestion,
  { unit, currency: known }: { readonly unit: TimeUnit; readonly currency?: string | null },
): ValueAsked {
  const asked = readOptions<ValueQuestion>(question, VALUE_CHECKS);
  return {
    horizon: asked.horizon ?? YEAR[unit],
    annualDiscountRate: asked.annualDiscountRate ?? 0.1,
    margin: asked.margin ?? 1,
    confidence: asked.confidence ?? DEFAULT_CONFIDENCE,
    currency: asked.currency ?? (known == null ? null : currency(known, "data.currency")),
  };
}
