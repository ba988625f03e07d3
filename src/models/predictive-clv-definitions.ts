import { moneyUnit } from "../counts/money-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import type { PurchaseModelKind } from "./model-words.ts";
import type { PredictiveClvCounts } from "./predictive-clv-counts.ts";
import {
  type PredictiveClvSymbol,
  predictiveClvSymbols,
  predictiveClvTree,
} from "./predictive-clv-formulas.ts";
import { predictiveClvWords } from "./predictive-clv-words.ts";

type Definition = KpiDefinition<PredictiveClvCounts, PredictiveClvSymbol>;

const SPEND: Source = {
  citation:
    "Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com note 025, equation 5: expected spend.",
};

const PURCHASES: Readonly<Record<PurchaseModelKind, Source>> = {
  "bg-nbd": {
    citation:
      'Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2), 275-284, equations 6 and 10; Fader, Hardie & Lee (2008), Computing P(alive) Using the BG/NBD Model.',
  },
  "mbg-nbd": {
    citation:
      "Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for customer base analysis, International Journal of Research in Marketing 24(3), 201-209.",
  },
  "mbg-cnbd-k": {
    citation:
      "Reutterer, Platzer & Schröder (2021), Leveraging purchase regularity for predicting customer behavior the easy way, International Journal of Research in Marketing 38(1), 194-215.",
  },
  "pareto-nbd": {
    citation:
      "Schmittlein, Morrison & Colombo (1987), Counting Your Customers, Management Science 33(1), 1-24.",
  },
};

/** The definition by each model of purchases. */
export const predictiveClvDefinitions: Readonly<Record<PurchaseModelKind, Definition>> = {
  "bg-nbd": /* @__PURE__ */ definitionBy("bg-nbd"),
  "mbg-nbd": /* @__PURE__ */ definitionBy("mbg-nbd"),
  "mbg-cnbd-k": /* @__PURE__ */ definitionBy("mbg-cnbd-k"),
  "pareto-nbd": /* @__PURE__ */ definitionBy("pareto-nbd"),
};

/* @__NO_SIDE_EFFECTS__ */
function definitionBy(variant: PurchaseModelKind): Definition {
  return {
    kpi: "predictiveClv",
    ...{ variant, version: 1 },
    unit: moneyUnit,
    formula: predictiveClvTree,
    symbols: predictiveClvSymbols,
    noValue: ({ missing }) => missing,
    interval,
    warnings,
    sources: [PURCHASES[variant], SPEND],
    words: predictiveClvWords,
    english: englishOfCustomers,
  };
}

/** Symmetric around the logarithm of the value. */
function interval(
  { fitted, valueByPeriod }: PredictiveClvCounts,
  confidence: number,
): IntervalFinding {
  const value = valueByPeriod.reduce((sum, part) => sum + part, 0);
  if (fitted === null || fitted.logVariance === null || !(value > 0)) {
    return { because: "parameters-not-told" };
  }
  const factor = Math.exp(normalQuantile((1 + confidence) / 2) * Math.sqrt(fitted.logVariance));
  return { method: "log-delta", bounds: [value / factor, value * factor] };
}

function warnings({ fitted, margin }: PredictiveClvCounts): readonly WarningFact[] {
  if (fitted === null) return [];
  const { noPurchase, warnings: ofModels } = fitted;
  return [
    ...(noPurchase === null ? [] : [{ code: "one-customer-varies" as const, noPurchase }]),
    ...(margin === null ? [{ code: "revenue-not-margin" as const }] : []),
    ...ofModels.map((fact) => ({ code: "fitted-model" as const, ...fact })),
  ];
}
