import { argumentError } from "../base/errors.ts";
import { type OptionCheck, oneOf, readOptions } from "../base/options.ts";
import {
  collectRepeatCustomers,
  type RepeatCustomerQuestion,
} from "../counts/collect-repeat-customers.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import {
  type RepeatCustomerCounts,
  type RepeatCustomerCountsInput,
  type RepeatMethod,
  readRepeatCustomerCounts,
} from "../counts/repeat-customer-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  repeatCustomerRateCohort,
  repeatCustomerRateInPeriod,
  repeatCustomerRateLifetime,
  repeatCustomerRateReturning,
} from "./repeat-customer-rate-definitions.ts";
import type { RepeatSymbol } from "./repeat-customer-rate-words.ts";

export type RepeatCustomerRate = KpiResult<RepeatCustomerCounts>;

/** How counts are to be measured as a repeat-customer rate. */
export interface RepeatCustomerOptions extends ConfidenceOptions {
  /** What the counts are of. Default: what their question says, else `"in-period"`. */
  readonly method?: RepeatMethod;
}

const DEFINITIONS: Readonly<
  Record<RepeatMethod, KpiDefinition<RepeatCustomerCounts, RepeatSymbol>>
> = {
  "in-period": repeatCustomerRateInPeriod,
  returning: repeatCustomerRateReturning,
  lifetime: repeatCustomerRateLifetime,
  cohort: repeatCustomerRateCohort,
};

/**
 * Share of the customers of a period who ordered more than once in it.
 *
 * An order is one order id; refunds are no orders, and orders refunded in full do not count unless
 * `countFullyRefunded` is set. Customers who joined late had less time to return: to compare periods,
 * ask for `method: "cohort"` with `windowDays`, which gives everybody the same time.
 *
 * @returns `no-value` with reason `no-customers` when nobody ordered.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @see Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * repeatCustomerRate(orders).value; // => 0.5
 * repeatCustomerRate(orders, { period: "2025-Q2" }).value; // => 0
 * repeatCustomerRate(orders, { period: "2025-Q2", method: "returning" }).value; // => 1
 */
export function repeatCustomerRate(
  source: OrdersSource,
  question: RepeatCustomerQuestion = {},
): RepeatCustomerRate {
  const { counts, options } = collectRepeatCustomers(source, question);
  return measureRepeat(counts, options);
}

/**
 * Stage 2 of {@link repeatCustomerRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * repeatCustomerRateFromCounts({ customers: 10000, repeatCustomers: 1800 }).value; // => 0.18
 */
export function repeatCustomerRateFromCounts(
  counts: RepeatCustomerCountsInput,
  options: RepeatCustomerOptions = {},
): RepeatCustomerRate {
  const { method, ...asked } = readOptions<RepeatCustomerOptions>(options, {
    ...CONFIDENCE_CHECKS,
    method: oneOf(["in-period", "returning", "lifetime", "cohort"]) as OptionCheck<RepeatMethod>,
  });
  const read = readRepeatCustomerCounts(counts);
  return measureRepeat(read, { period: read.question?.period ?? null, ...asked }, method);
}

/** Measures by the method that the counts were made for, or that is said of counts without a question. */
export function measureRepeat(
  counts: RepeatCustomerCounts,
  options: MeasureOptions,
  said?: RepeatMethod,
): RepeatCustomerRate {
  const { question } = counts;
  const method = question === null ? (said ?? "in-period") : (question.method ?? "in-period");
  if (said !== undefined && said !== method) {
    throw argumentError("method", `"${method}", as the counts say`, said);
  }
  return measure(DEFINITIONS[method], counts, options);
}
