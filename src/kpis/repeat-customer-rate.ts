import { collectRepeatCustomers } from "../counts/collect-repeat-customers.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { OrdersQuestion, OrdersSource } from "../counts/orders-source.ts";
import {
  type RepeatCustomerCounts,
  type RepeatCustomerCountsInput,
  readRepeatCustomerCounts,
} from "../counts/repeat-customer-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";
import { smallSample } from "./small-sample.ts";

export type RepeatCustomerRate = KpiResult<RepeatCustomerCounts>;

/** Customers with two orders or more in the period over customers with one or more in it. */
export const repeatCustomerRateInPeriod: KpiDefinition<
  RepeatCustomerCounts,
  "repeatCustomers" | "customers"
> = {
  kpi: "repeatCustomerRate",
  variant: "in-period",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () => over(symbol("repeatCustomers"), symbol("customers")),
  symbols: ({ repeatCustomers, customers }) => ({
    repeatCustomers: { kind: "count", value: repeatCustomers },
    customers: { kind: "count", value: customers },
  }),
  noValue: ({ customers }) => (customers === 0 ? "no-customers" : null),
  interval: ({ repeatCustomers, customers }, confidence) => ({
    method: "wilson",
    bounds: wilsonInterval(repeatCustomers, customers, confidence),
  }),
  warnings: ({ customers }) => smallSample(customers),
  sources: [
    {
      citation:
        "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2: repeat rate.",
    },
    { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
  ],
  words: (core, write) => {
    const { counts, reason } = core;
    const when = inPeriod(core);
    return {
      title: "repeat-customer rate",
      symbols: {
        repeatCustomers: {
          name: "repeat customers",
          meaning: `distinct customers with two orders or more${when}`,
        },
        customers: { name: "customers", meaning: `distinct customers with an order${when}` },
      },
      sentence:
        reason === undefined
          ? `Of the ${write.count(counts.customers)} customers who ordered${when}, ` +
            `${write.count(counts.repeatCustomers)} ordered more than once: a repeat-customer rate of ${write.value(core)}.`
          : `No customer ordered${when}, so there is no repeat-customer rate.`,
      assumptions: ordersAssumptions(core),
    };
  },
};

/**
 * Share of the customers of a period who ordered more than once in it.
 *
 * An order is one order id; refunds are no orders, and orders refunded in full do not count unless
 * `countFullyRefunded` is set. Customers who joined late had less time to return: do not compare
 * periods of different length.
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
 */
export function repeatCustomerRate(
  source: OrdersSource,
  question: OrdersQuestion = {},
): RepeatCustomerRate {
  const { counts, options } = collectRepeatCustomers(source, question);
  return measure(repeatCustomerRateInPeriod, counts, options);
}

/**
 * Stage 2 of {@link repeatCustomerRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * repeatCustomerRateFromCounts({ customers: 10000, repeatCustomers: 1800 }).value; // => 0.18
 */
export function repeatCustomerRateFromCounts(
  counts: RepeatCustomerCountsInput,
  options: ConfidenceOptions = {},
): RepeatCustomerRate {
  const read = readRepeatCustomerCounts(counts);
  const period = read.question?.period ?? null;
  return measure(repeatCustomerRateInPeriod, read, { period, ...readConfidence(options) });
}
