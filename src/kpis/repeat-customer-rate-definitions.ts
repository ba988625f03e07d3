import type { RepeatCustomerCounts, RepeatMethod } from "../counts/repeat-customer-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { over, symbol } from "../result/formula.ts";
import type { Source } from "../result/kpi-result.ts";
import { type RepeatSymbol, repeatWords } from "./repeat-customer-rate-words.ts";
import { shareInterval } from "./share-interval.ts";
import { smallSample } from "./small-sample.ts";

type RepeatDefinition = KpiDefinition<RepeatCustomerCounts, RepeatSymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2: repeat rate.",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/* @__NO_SIDE_EFFECTS__ */
function repeatForm(variant: RepeatMethod): RepeatDefinition {
  return {
    kpi: "repeatCustomerRate",
    ...{ variant, version: 1 },
    unit: () => ({ kind: "share" }),
    formula: () => over(symbol("repeatCustomers"), symbol("customers")),
    symbols: ({ repeatCustomers, customers }) => ({
      repeatCustomers: { kind: "count", value: repeatCustomers },
      customers: { kind: "count", value: customers },
    }),
    noValue: ({ customers }) => (customers === 0 ? "no-customers" : null),
    interval: ({ repeatCustomers, customers }, confidence) =>
      shareInterval(repeatCustomers, customers, confidence),
    warnings: ({ customers }) => smallSample(customers),
    sources: SOURCES,
    words: repeatWords,
    english: englishOfCustomers,
  };
}

/** Two orders or more in the period, of customers with one or more in it. */
export const repeatCustomerRateInPeriod: RepeatDefinition = /* @__PURE__ */ repeatForm("in-period");

/** Of the same customers, those with a second order by the period's end. */
export const repeatCustomerRateReturning: RepeatDefinition =
  /* @__PURE__ */ repeatForm("returning");

/** Two orders or more ever, of all customers ever. */
export const repeatCustomerRateLifetime: RepeatDefinition = /* @__PURE__ */ repeatForm("lifetime");

/** A second order within a window, of customers acquired in the period whose window is over. */
export const repeatCustomerRateCohort: RepeatDefinition = /* @__PURE__ */ repeatForm("cohort");
