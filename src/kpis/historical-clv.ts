import { readOptions } from "../base/options.ts";
import type { CohortSource } from "../counts/collect-cohorts.ts";
import {
  type CustomerValueQuestion,
  collectCustomerValue,
} from "../counts/collect-customer-value.ts";
import { type Collected, measureOptions } from "../counts/collected.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import {
  CUSTOMER_COSTS_CHECKS,
  type CustomerCosts,
  type CustomerValueCounts,
  type CustomerValueCountsInput,
  readCustomerValueCounts,
} from "../counts/customer-value-counts.ts";
import {
  currencyCode,
  type MoneyOptions,
  moneyUnit,
  requireCurrency,
} from "../counts/money-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { type Formula, minus, over, symbol, times } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { customerValueInterval } from "./customer-intervals.ts";
import {
  type CustomerValueSymbol,
  customerValueWords,
  type HistoricalClvVariant,
  VALUE_COUNTS,
} from "./historical-clv-words.ts";
import { smallSample } from "./small-sample.ts";

export type HistoricalClv = KpiResult<CustomerValueCounts>;

type Definition = KpiDefinition<CustomerValueCounts, CustomerValueSymbol>;

/* @__NO_SIDE_EFFECTS__ */
function valueForm(variant: HistoricalClvVariant): Definition {
  const seen = VALUE_COUNTS[variant];
  return {
    kpi: "historicalClv",
    variant,
    version: 1,
    unit: moneyUnit,
    formula: (counts) => valueTree(seen(counts)),
    symbols: (counts) => {
      const { revenue, margin, customers, costToServe, cac } = seen(counts);
      return {
        revenue: { kind: "count", value: revenue },
        ...(margin === null ? {} : { margin: { kind: "option", value: margin } }),
        customers: { kind: "count", value: customers },
        ...(costToServe === null ? {} : { costToServe: { kind: "option", value: costToServe } }),
        ...(cac === null ? {} : { cac: { kind: "option", value: cac } }),
      };
    },
    noValue: ({ customers }) => (customers === 0 ? "no-customers" : null),
    interval: (counts, confidence) => customerValueInterval(seen(counts), confidence),
    warnings: (counts) => [
      ...smallSample(counts.customers),
      ...(seen(counts).margin === null && counts.customers > 0
        ? [{ code: "revenue-not-margin" as const }]
        : []),
    ],
    sources: [
      {
        citation:
          "Jain & Singh (2002), Customer Lifetime Value Research in Marketing, Journal of Interactive Marketing 16(2), 34-46: past customer value.",
      },
    ],
    words: (core, write) => customerValueWords({ ...core, counts: seen(core.counts) }, write),
    english: englishOfCustomers,
  };
}

function valueTree(counts: CustomerValueCounts): Formula<CustomerValueSymbol> {
  const { margin, costToServe, cac } = counts;
  const revenue: Formula<CustomerValueSymbol> = symbol("revenue");
  const all = margin === null ? revenue : times(revenue, symbol("margin"));
  const value = over(all, symbol("customers"));
  const served = costToServe === null ? value : minus(value, symbol("costToServe"));
  return cac === null ? served : minus(served, symbol("cac"));
}

/** Net revenue per customer so far; profit where a margin is given, less the costs that are given. */
export const historicalClvMean: Definition = /* @__PURE__ */ valueForm("mean");

/** Net revenue per customer so far, whatever margin and costs are given. */
export const historicalClvRevenue: Definition = /* @__PURE__ */ valueForm("revenue");

/** The mean before the cost of winning the customer. */
export const historicalClvBeforeAcquisition: Definition =
  /* @__PURE__ */ valueForm("before-acquisition");

/**
 * Historical customer lifetime value: net revenue (or profit, with `margin`) per customer so far.
 *
 * A mean over customers of unequal age: it grows as customers stay, and is not comparable between
 * cohorts of different age. Refunds are always deducted. Guests are left out and counted.
 *
 * @param source - Orders, or rows of cohorts with their `revenue`: then per customer acquired.
 * @param question - `margin` turns revenue into profit, `costToServe` and `cac` are taken off per
 * customer; `currency` is required where the rows name none.
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
 * historicalClv(orders, { currency: "EUR", margin: 0.4, cac: 4 }).exact; // => "8.5"
 */
export function historicalClv(
  source: CohortSource,
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
  options: ConfidenceOptions & MoneyOptions & CustomerCosts = {},
): HistoricalClv {
  const read = readHistoricalClv(counts, options);
  return measure(historicalClvMean, read.counts, read.options);
}

/** Reads counts typed by hand and how they are to be measured. */
export function readHistoricalClv(
  counts: CustomerValueCountsInput,
  options: unknown,
): Collected<CustomerValueCounts> {
  const asked = readOptions<ConfidenceOptions & MoneyOptions & CustomerCosts>(options, {
    ...CONFIDENCE_CHECKS,
    ...CUSTOMER_COSTS_CHECKS,
    currency: currencyCode,
  });
  const read = readCustomerValueCounts(counts, asked);
  requireCurrency(read.currency, read.customers > 0);
  return { counts: read, options: measureOptions(asked, read.question?.period ?? null) };
}
