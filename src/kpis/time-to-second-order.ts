import { collectSecondOrders } from "../counts/collect-second-orders.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { OrdersQuestion, OrdersSource } from "../counts/orders-source.ts";
import type { GapTable } from "../counts/purchase-gap-counts.ts";
import {
  readSecondOrderCounts,
  type SecondOrderCounts,
  type SecondOrderCountsInput,
} from "../counts/second-order-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { symbol } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import {
  type ProductLimitStep,
  productLimit,
  timeReached,
  timeReachedInterval,
} from "../stats/product-limit.ts";
import { smallSample } from "./small-sample.ts";
import { secondOrderWords } from "./time-to-second-order-words.ts";

export type TimeToSecondOrder = KpiResult<SecondOrderCounts>;

/** The days by which half of all new customers have come back, by Kaplan and Meier. */
export const timeToSecondOrderKaplanMeier: KpiDefinition<SecondOrderCounts, "halfReached"> = {
  kpi: "timeToSecondOrder",
  variant: "kaplan-meier",
  version: 1,
  unit: () => ({ kind: "days" }),
  formula: () => symbol("halfReached"),
  symbols: (counts) => ({
    halfReached: {
      kind: "statistic",
      value: timeReached(stepsOf(counts), 1 / 2) ?? 0,
      n: newCustomers(counts),
    },
  }),
  noValue: (counts) => {
    if (newCustomers(counts) === 0) return "no-customers";
    return timeReached(stepsOf(counts), 1 / 2) === null ? "not-reached" : null;
  },
  interval: medianInterval,
  warnings: (counts) => smallSample(newCustomers(counts)),
  sources: [
    {
      citation:
        "Kaplan & Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA 53(282), 457-481.",
    },
    {
      citation:
        "Brookmeyer & Crowley (1982), A Confidence Interval for the Median Survival Time, Biometrics 38(1), 29-41.",
    },
  ],
  words: secondOrderWords,
  english: englishOfCustomers,
};

/**
 * Days from a customer's first order to the second, by which half of the customers acquired in the
 * period have come back. Those not back yet count as watched until the data end, not as never.
 *
 * @returns `no-value` with reason `not-reached` while fewer than half have come back.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @see Kaplan & Meier (1958), JASA 53(282), 457-481.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-02-02", amount: 12.5 },
 * ];
 * timeToSecondOrder(orders).value; // => 24
 */
export function timeToSecondOrder(
  source: OrdersSource,
  question: OrdersQuestion = {},
): TimeToSecondOrder {
  const { counts, options } = collectSecondOrders(source, question);
  return measure(timeToSecondOrderKaplanMeier, counts, options);
}

/**
 * Stage 2 of {@link timeToSecondOrder}: from counts made here, merged, or typed by hand.
 *
 * @example
 * timeToSecondOrderFromCounts({ secondOrders: [[6, 3], [9, 2]], oneOrder: [[30, 3]] }).value; // => 9
 */
export function timeToSecondOrderFromCounts(
  counts: SecondOrderCountsInput,
  options: ConfidenceOptions = {},
): TimeToSecondOrder {
  const read = readSecondOrderCounts(counts);
  const period = read.question?.period ?? null;
  return measure(timeToSecondOrderKaplanMeier, read, { period, ...readConfidence(options) });
}

function stepsOf({ secondOrders, oneOrder }: SecondOrderCounts): readonly ProductLimitStep[] {
  return productLimit(secondOrders, oneOrder);
}

function medianInterval(counts: SecondOrderCounts, confidence: number): IntervalFinding {
  const [lower, upper] = timeReachedInterval(stepsOf(counts), 1 / 2, confidence);
  return lower === null || upper === null
    ? { because: "limit-not-reached" }
    : { method: "brookmeyer-crowley", bounds: [lower, upper] };
}

function newCustomers({ secondOrders, oneOrder }: SecondOrderCounts): number {
  return customersIn(secondOrders) + customersIn(oneOrder);
}

function customersIn(table: GapTable): number {
  return table.reduce((sum, [, customers]) => sum + customers, 0);
}
