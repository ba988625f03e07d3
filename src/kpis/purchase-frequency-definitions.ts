import type { PurchaseFrequencyCounts } from "../counts/purchase-frequency-counts.ts";
import type { KpiDefinition, SymbolValue } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { constant, type Formula, over, symbol, times } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { WarningFact } from "../result/warning.ts";
import { frequencyInterval, ratioFinding } from "./customer-intervals.ts";
import type { FrequencyMethod } from "./purchase-frequency-form.ts";
import { type FrequencySymbol, frequencyWords } from "./purchase-frequency-words.ts";
import { smallSample } from "./small-sample.ts";

type FrequencyDefinition = KpiDefinition<PurchaseFrequencyCounts, FrequencySymbol>;
type FrequencyFormula = Formula<FrequencySymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Ehrenberg (1988), Repeat-Buying, 2nd ed., Griffin: average purchase frequency per buyer (w).",
  },
];

/** Days of a year, leap years averaged in. */
const YEAR = 365.25;

/* @__NO_SIDE_EFFECTS__ */
function frequencyForm(
  variant: FrequencyMethod,
  formula: (counts: PurchaseFrequencyCounts) => FrequencyFormula,
  interval: FrequencyDefinition["interval"],
  warnings: (counts: PurchaseFrequencyCounts) => readonly WarningFact[] = () => [],
): FrequencyDefinition {
  return {
    kpi: "purchaseFrequency",
    ...{ variant, version: 1, formula, interval },
    unit: () => ({ kind: "ratio" }),
    symbols: (counts) => symbolsMentioned(formula(counts), counts),
    noValue: (counts) => noFrequency(formula(counts), counts),
    warnings: (counts) => [...smallSample(counts.customers), ...warnings(counts)],
    sources: SOURCES,
    words: frequencyWords,
    english: englishOfCustomers,
  };
}

const perBuyer: FrequencyFormula = /* @__PURE__ */ over(
  /* @__PURE__ */ symbol("orders"),
  /* @__PURE__ */ symbol("customers"),
);

/** Orders over the distinct customers who ordered. */
export const purchaseFrequencyPerBuyer: FrequencyDefinition = /* @__PURE__ */ frequencyForm(
  "per-buyer",
  () => perBuyer,
  frequencyInterval,
);

/** Orders over all customers known by the period's end, also those who did not order in it. */
export const purchaseFrequencyPerAllCustomers: FrequencyDefinition = /* @__PURE__ */ frequencyForm(
  "per-all-customers",
  () => over(symbol("orders"), symbol("allCustomers")),
  // Customers without an order add nothing to the sums, only to their number.
  (counts, confidence) =>
    frequencyInterval({ ...counts, customers: counts.allCustomers ?? 0 }, confidence),
);

/** Orders per buyer as if every stretch of the year were like the period. */
export const purchaseFrequencyAnnualised: FrequencyDefinition = /* @__PURE__ */ frequencyForm(
  "annualised",
  () => times(perBuyer, over(constant(YEAR), symbol("periodDays"))),
  (counts, confidence) =>
    scaled(frequencyInterval(counts, confidence), YEAR / (counts.periodDays ?? 1)),
  ({ periodDays }) =>
    periodDays === null || periodDays >= YEAR ? [] : [{ code: "annualised-per-buyer", periodDays }],
);

/** Orders after the first, per year since the first: a rate, of all customers known. */
export const purchaseFrequencyPerCustomerYear: FrequencyDefinition = /* @__PURE__ */ frequencyForm(
  "per-customer-year",
  ({ repeatOrders }) =>
    over(
      symbol(repeatOrders === null ? "orders" : "repeatOrders"),
      over(symbol("customerDays"), constant(YEAR)),
    ),
  ({ allCustomers, customerDays, repeatOrders, exposureSums }, confidence) =>
    scaled(
      ratioFinding(
        allCustomers,
        customerDays ?? 0,
        String(repeatOrders ?? 0),
        exposureSums,
        confidence,
      ),
      YEAR,
    ),
);

function scaled(finding: IntervalFinding, factor: number): IntervalFinding {
  if ("because" in finding) return finding;
  const [lower, upper] = finding.bounds;
  return { method: finding.method, bounds: [lower * factor, upper * factor] };
}

function symbolsMentioned(
  formula: FrequencyFormula,
  counts: PurchaseFrequencyCounts,
): Readonly<Partial<Record<FrequencySymbol, SymbolValue>>> {
  return Object.fromEntries(
    symbolsOf(formula).map((name) => [name, { kind: "count", value: counts[name] ?? 0 } as const]),
  );
}

function noFrequency(
  formula: FrequencyFormula,
  counts: PurchaseFrequencyCounts,
): NoValueReason | null {
  const mentioned = symbolsOf(formula);
  if (mentioned.includes("customers") && counts.customers === 0) return "no-customers";
  if (mentioned.some((name) => counts[name] === null)) {
    // Of no rows at all there is no period to count the days of.
    return counts.question === null ? "missing-count" : "no-customers";
  }
  return counts.allCustomers === 0 || counts.customerDays === 0 ? "no-customers" : null;
}
