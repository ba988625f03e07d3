import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import {
  REPEAT_CHECKS,
  type RepeatCustomerQuestion,
  repeatCustomersOf,
} from "../counts/collect-repeat-customers.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import { type OrdersSource, readOrdersAsked } from "../counts/orders-source.ts";
import {
  type RepeatCustomerCounts,
  type RepeatCustomerCountsInput,
  type RepeatMethod,
  readRepeatCustomerCounts,
} from "../counts/repeat-customer-counts.ts";
import { measureRepeat, type RepeatCustomerRate } from "./repeat-customer-rate.ts";
import { repeatVariantWords } from "./repeat-customer-rate-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

/** A question of all forms at once; `windowDays` is for the form by cohort. */
export type RepeatVariantsQuestion = Omit<RepeatCustomerQuestion, "method">;

/**
 * All forms of the repeat-customer rate side by side, with the reason why each differs.
 *
 * @param question - With `windowDays`, the form by cohort is among them.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { variants } = repeatCustomerRateVariants(orders, { period: "2025-Q2" });
 * variants.map(({ variant, value }) => [variant, value]); // => [["in-period", 0], ["returning", 1], ["lifetime", 0.5]]
 * variants[1]?.difference; // => "Counts 1 customer more: with one order in the period and another before it."
 */
export function repeatCustomerRateVariants(
  source: OrdersSource,
  question: RepeatVariantsQuestion = {},
): KpiVariants {
  const { method: _, ...checks } = REPEAT_CHECKS;
  const asked = readOptions<RepeatVariantsQuestion>(question, checks);
  const { windowDays } = asked;
  const answerable = readOrdersAsked(source, asked);
  const by = (method: RepeatMethod, days = 0): RepeatCustomerRate => {
    const { counts, options } = repeatCustomersOf(answerable, method, days);
    return measureRepeat(counts, options);
  };
  const cohort = windowDays === undefined ? [] : [by("cohort", windowDays)];
  return sideBySide(
    [by("in-period"), by("returning"), by("lifetime"), ...cohort],
    repeatVariantWords,
    windowDays === undefined ? ["cohort"] : [],
  );
}

/**
 * The same from the counts of each form; the one within the period is the default.
 *
 * @example
 * const { variants } = repeatCustomerRateVariantsFromCounts({
 *   "in-period": { customers: 400, repeatCustomers: 60 },
 *   lifetime: { customers: 10000, repeatCustomers: 1800 },
 * });
 * variants.map(({ value }) => value); // => [0.15, 0.18]
 */
export function repeatCustomerRateVariantsFromCounts(
  counts: RepeatCountsByMethod,
  options: ConfidenceOptions = {},
): KpiVariants {
  const asked = readConfidence(options);
  const given = readOptions<Record<RepeatMethod, RepeatCustomerCounts>>(counts, {
    "in-period": asCounts,
    returning: asCounts,
    lifetime: asCounts,
    cohort: asCounts,
  });
  const usual = given["in-period"];
  if (usual === undefined) {
    throw argumentError("in-period", "given: the default form", undefined, "option-missing");
  }
  const others = (["returning", "lifetime", "cohort"] as const).flatMap((method) => {
    const read = given[method];
    return read === undefined ? [] : [measureRepeat(read, asked, method)];
  });
  return sideBySide([measureRepeat(usual, asked, "in-period"), ...others], repeatVariantWords);
}

/** Counts of each form that is to stand beside the default. */
export interface RepeatCountsByMethod
  extends Partial<Record<RepeatMethod, RepeatCustomerCountsInput>> {
  readonly "in-period": RepeatCustomerCountsInput;
}

function asCounts(value: unknown): RepeatCustomerCounts {
  return readRepeatCustomerCounts(value as RepeatCustomerCountsInput); // which checks it
}
