import { collectPurchaseFrequency } from "../counts/collect-purchase-frequency.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { OrdersQuestion, OrdersSource } from "../counts/orders-source.ts";
import {
  type PurchaseFrequencyCounts,
  type PurchaseFrequencyCountsInput,
  readPurchaseFrequencyCounts,
} from "../counts/purchase-frequency-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { frequencyInterval } from "./customer-intervals.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";
import { smallSample } from "./small-sample.ts";

export type PurchaseFrequency = KpiResult<PurchaseFrequencyCounts>;

/** Orders over the distinct customers who ordered. */
export const purchaseFrequencyPerBuyer: KpiDefinition<
  PurchaseFrequencyCounts,
  "orders" | "customers"
> = {
  kpi: "purchaseFrequency",
  variant: "per-buyer",
  version: 1,
  unit: () => ({ kind: "ratio" }),
  formula: () => over(symbol("orders"), symbol("customers")),
  symbols: ({ orders, customers }) => ({
    orders: { kind: "count", value: orders },
    customers: { kind: "count", value: customers },
  }),
  noValue: ({ customers }) => (customers === 0 ? "no-customers" : null),
  interval: frequencyInterval,
  warnings: ({ customers }) => smallSample(customers),
  sources: [
    {
      citation:
        "Ehrenberg (1988), Repeat-Buying, 2nd ed., Griffin: average purchase frequency per buyer (w).",
    },
  ],
  words: (core, write) => {
    const { counts, reason } = core;
    const when = inPeriod(core);
    return {
      title: "purchase frequency",
      symbols: {
        orders: { name: "orders", meaning: `orders of known customers${when}` },
        customers: { name: "customers", meaning: `distinct customers with an order${when}` },
      },
      sentence:
        reason === undefined
          ? `${write.count(counts.customers)} customers placed ${write.count(counts.orders)} orders${when}: ` +
            `${write.value(core)} orders per customer who ordered.`
          : `No customer ordered${when}, so there is no purchase frequency.`,
      assumptions: [
        "Only customers who ordered are counted, so the figure is never below 1; it is not a number of orders a year unless the period is a year.",
        ...ordersAssumptions(core),
      ],
    };
  },
};

/**
 * Orders per customer who ordered, within a period.
 *
 * At least 1 by construction, and not a rate per year unless the period is a year.
 *
 * @returns `no-value` with reason `no-customers` when nobody ordered.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @see Ehrenberg (1988), Repeat-Buying, 2nd ed.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * purchaseFrequency(orders).value; // => 1.5
 */
export function purchaseFrequency(
  source: OrdersSource,
  question: OrdersQuestion = {},
): PurchaseFrequency {
  const { counts, options } = collectPurchaseFrequency(source, question);
  return measure(purchaseFrequencyPerBuyer, counts, options);
}

/**
 * Stage 2 of {@link purchaseFrequency}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * purchaseFrequencyFromCounts({ customers: 240, orders: 600 }).value; // => 2.5
 */
export function purchaseFrequencyFromCounts(
  counts: PurchaseFrequencyCountsInput,
  options: ConfidenceOptions = {},
): PurchaseFrequency {
  const read = readPurchaseFrequencyCounts(counts);
  const period = read.question?.period ?? null;
  return measure(purchaseFrequencyPerBuyer, read, { period, ...readConfidence(options) });
}
