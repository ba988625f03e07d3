import {
  type CustomerValueQuestion,
  collectCustomerValue,
} from "../counts/collect-customer-value.ts";
import { measureOptions } from "../counts/collected.ts";
import type { ConfidenceOptions } from "../counts/confidence.ts";
import {
  type CustomerValueCounts,
  type CustomerValueCountsInput,
  readCustomerValueCounts,
} from "../counts/customer-value-counts.ts";
import {
  type MoneyOptions,
  moneyUnit,
  readValueOptions,
  requireCurrency,
} from "../counts/money-counts.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { type Formula, over, symbol, times } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { customerValueInterval } from "./customer-intervals.ts";
import { customerValueWords } from "./historical-clv-words.ts";
import { smallSample } from "./small-sample.ts";

export type HistoricalClv = KpiResult<CustomerValueCounts>;

type ValueSymbol = "revenue" | "margin" | "customers";

/** Net revenue, or profit where a margin is given, per customer so far. */
export const historicalClvMean: KpiDefinition<CustomerValueCounts, ValueSymbol> = {
  kpi: "historicalClv",
  variant: "mean",
  version: 1,
  unit: moneyUnit,
  formula: ({ margin }): Formula<ValueSymbol> => {
    const revenue = symbol("revenue");
    return over(margin === null ? revenue : times(revenue, symbol("margin")), symbol("customers"));
  },
  symbols: ({ revenue, margin, customers }) => ({
    revenue: { kind: "count", value: revenue },
    ...(margin === null ? {} : { margin: { kind: "option", value: margin } }),
    customers: { kind: "count", value: customers },
  }),
  noValue: ({ customers }) => (customers === 0 ? "no-customers" : null),
  interval: customerValueInterval,
  warnings: ({ customers, margin }) => [
    ...smallSample(customers),
    ...(margin === null && customers > 0 ? [{ code: "revenue-not-margin" as const }] : []),
  ],
  sources: [
    {
      citation:
        "Jain & Singh (2002), Customer Lifetime Value Research in Marketing, Journal of Interactive Marketing 16(2), 34-46: past customer value.",
    },
  ],
  words: customerValueWords,
};

/**
 * Historical customer lifetime value: net revenue (or profit, with `margin`) per customer so far.
 *
 * A mean over customers of unequal age: it grows as customers stay, and is not comparable between
 * cohorts of different age. Refunds are always deducted. Guests are left out and counted.
 *
 * @param question - `margin` turns revenue into profit; `currency` is required where the rows name none.
 * @returns `no-value` with reason `no-customers` when there is no customer.
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @see Jain & Singh (2002), Journal of Interactive Marketing 16(2), 34-46.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * historicalClv(orders, { currency: "EUR", margin: 0.4 }).exact; // => "12.5"
 */
export function historicalClv(
  source: OrdersSource,
  question: CustomerValueQuestion = {},
): HistoricalClv {
  const { counts, options } = collectCustomerValue(source, question);
  return measure(historicalClvMean, counts, options);
}

/**
 * Stage 2 of {@link historicalClv}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * historicalClvFromCounts({ customers: 100, revenue: 410, currency: "EUR" }).exact; // => "4.1"
 */
export function historicalClvFromCounts(
  counts: CustomerValueCountsInput,
  options: ConfidenceOptions & MoneyOptions & { readonly margin?: number } = {},
): HistoricalClv {
  const asked = readValueOptions(options);
  const read = readCustomerValueCounts(counts, asked);
  requireCurrency(read.currency, read.customers > 0);
  return measure(historicalClvMean, read, measureOptions(asked, read.question?.period ?? null));
}
