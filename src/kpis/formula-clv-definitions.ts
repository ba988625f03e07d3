import type { FormulaClvCounts, FormulaClvNumbers } from "../counts/formula-clv-counts.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import type { ClvFormula } from "./formula-clv-form.ts";
import { clvTree } from "./formula-clv-formulas.ts";
import type { FormulaClvSymbol } from "./formula-clv-symbol.ts";
import { clvMissing, clvSymbols, isRevenueOnly } from "./formula-clv-values.ts";
import { formulaClvWords } from "./formula-clv-words.ts";
import { smallSample } from "./small-sample.ts";

type FormulaClvDefinition = KpiDefinition<FormulaClvCounts, FormulaClvSymbol>;

const GUPTA: Source = {
  citation:
    "Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41(1), 7-18, equation 4: the margin multiple r ÷ (1 + i − r).",
};
const FADER: Source = {
  citation:
    "Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas, brucehardie.com: when the first margin comes.",
};
const FARRIS: Source = {
  citation:
    "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 5: customer lifetime value.",
};

/** Formulas that take retention to be the same at every age. */
const CONSTANT_RETENTION: readonly ClvFormula[] = [
  ...(["perpetuity-end", "perpetuity-start", "arpa-over-churn", "finite"] as const),
];

/* @__NO_SIDE_EFFECTS__ */
function clvDefinition(variant: ClvFormula, sources: readonly Source[]): FormulaClvDefinition {
  return {
    kpi: "formulaClv",
    ...{ variant, version: 1, sources },
    unit: moneyUnit,
    formula: (counts) => clvTree(variant, counts),
    symbols: (counts) => clvSymbols(variant, counts),
    noValue: (counts) => noLifetimeValue(variant, counts),
    interval: ({ question }) => ({ because: question === null ? "inputs-are-exact" : "no-method" }),
    warnings: (counts) => warnings(variant, counts),
    words: formulaClvWords,
    english: englishOfCustomers,
  };
}

/** Kept with retention r and discounted at d for ever, from the end of the first period: `m r ÷ (1 + d − r)`. */
export const formulaClvPerpetuityEnd: FormulaClvDefinition = /* @__PURE__ */ clvDefinition(
  "perpetuity-end",
  [GUPTA, FADER],
);

/** The same with the first profit now, for certain: `m (1 + d) ÷ (1 + d − r)`. */
export const formulaClvPerpetuityStart: FormulaClvDefinition = /* @__PURE__ */ clvDefinition(
  "perpetuity-start",
  [FADER],
);

/** Profit over churn: the same again, not discounted. */
export const formulaClvArpaOverChurn: FormulaClvDefinition = /* @__PURE__ */ clvDefinition(
  "arpa-over-churn",
  [FADER],
);

/** Value of an order × orders a period × periods. */
export const formulaClvSimple: FormulaClvDefinition = /* @__PURE__ */ clvDefinition("simple", [
  FARRIS,
]);

/** Profit of a period × periods. */
export const formulaClvProfitTimesDuration: FormulaClvDefinition = /* @__PURE__ */ clvDefinition(
  "profit-times-duration",
  [FARRIS],
);

/** The default, cut off after so many periods. */
export const formulaClvFinite: FormulaClvDefinition = /* @__PURE__ */ clvDefinition("finite", [
  GUPTA,
]);

/** By the survival that was observed, as far as it was. */
export const formulaClvCohortCurve: FormulaClvDefinition = /* @__PURE__ */ clvDefinition(
  "cohort-curve",
  [FADER],
);

function noLifetimeValue(formula: ClvFormula, counts: FormulaClvCounts): NoValueReason | null {
  if (clvMissing(formula, counts) !== null) return "missing-count";
  if (counts.from === "numbers") {
    return counts.question !== null && acquired(counts) === 0 ? "no-customers" : null;
  }
  if (counts.customers === 0) return "no-customers";
  if (formula === "simple") return counts.orders === 0 ? "no-orders" : null;
  const needsRetention = CONSTANT_RETENTION.includes(formula);
  return needsRetention && counts.customersAtStart === 0 ? "no-customers-at-start" : null;
}

/** How many customers of cohorts were acquired. */
function acquired({ survival, revenueByAge }: FormulaClvNumbers): number {
  return (revenueByAge ?? survival)?.[0]?.[1] ?? 0;
}

function warnings(formula: ClvFormula, counts: FormulaClvCounts): readonly WarningFact[] {
  const isRevenue = isRevenueOnly(formula, counts);
  return [
    ...(CONSTANT_RETENTION.includes(formula) ? [{ code: "constant-hazard-assumed" as const }] : []),
    ...(counts.from === "orders" ? smallSample(counts.customersAtStart) : []),
    ...(counts.from === "numbers" && counts.question !== null ? smallSample(acquired(counts)) : []),
    ...(isRevenue ? [{ code: "revenue-not-margin" as const }] : []),
  ];
}
