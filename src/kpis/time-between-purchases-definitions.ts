import { Decimal, decimalText } from "../base/decimal.ts";
import type { GapMethod } from "../counts/collect-gaps.ts";
import { type PurchaseGapCounts, quantileOfGaps } from "../counts/purchase-gap-counts.ts";
import type { KpiDefinition, SymbolValue } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { constant, type Formula, over, plus, symbol } from "../result/formula.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import { productLimit, timeReached } from "../stats/product-limit.ts";
import { buyerIntervalOfGaps, gapInterval } from "./customer-intervals.ts";
import { smallSample } from "./small-sample.ts";
import { FADER, KAPLAN_MEIER } from "./time-between-purchases-sources.ts";
import { type GapSymbol, gapWords } from "./time-between-purchases-words.ts";

type GapDefinition = KpiDefinition<PurchaseGapCounts, GapSymbol>;

/** What sets one form apart from the others. */
interface GapForm {
  readonly formula: Formula<GapSymbol>;
  readonly symbols: (
    counts: PurchaseGapCounts,
  ) => Readonly<Partial<Record<GapSymbol, SymbolValue>>>;
  readonly noValue: (counts: PurchaseGapCounts) => NoValueReason | null;
  readonly interval?: GapDefinition["interval"];
  readonly source?: Source;
}

/* @__NO_SIDE_EFFECTS__ */
function gapForm(variant: GapMethod, form: GapForm): GapDefinition {
  return {
    kpi: "timeBetweenPurchases",
    ...{ variant, version: 1 },
    unit: () => ({ kind: "days" }),
    formula: () => form.formula,
    symbols: form.symbols,
    noValue: form.noValue,
    interval: form.interval ?? noMethod,
    warnings: variant === "kaplan-meier" ? fewBuyers : gapWarnings,
    sources: [form.source ?? FADER],
    words: gapWords,
    english: englishOfCustomers,
  };
}

/** All gaps pooled: days of all gaps over gaps. */
export const gapsMean: GapDefinition = /* @__PURE__ */ gapForm("mean-of-gaps", {
  formula: /* @__PURE__ */ over(/* @__PURE__ */ symbol("gapDays"), /* @__PURE__ */ symbol("gaps")),
  symbols: ({ gapDays, gaps }) => ({ gapDays: count(gapDays), gaps: count(gaps) }),
  noValue: ({ gaps }) => (gaps === 0 ? "no-repeat-purchases" : null),
  interval: gapInterval,
});

/** Every customer's mean gap counts once, whether made of one gap or of fifty. */
export const gapsMeanOfCustomers: GapDefinition = /* @__PURE__ */ gapForm("mean-of-customers", {
  formula: /* @__PURE__ */ over(
    /* @__PURE__ */ symbol("meanGaps"),
    /* @__PURE__ */ symbol("customers"),
  ),
  symbols: (counts) => ({
    meanGaps: count(sumOfMeans(counts)),
    customers: count(counts.customers),
  }),
  noValue: ({ gaps, daysByGaps, customers, ...counts }) =>
    needs(gaps, daysByGaps !== null && customers > 0, counts),
});

/** The middle gap; halfway between the two middle ones where their number is even. */
export const gapsMedian: GapDefinition = /* @__PURE__ */ gapForm("median", {
  formula: /* @__PURE__ */ over(
    /* @__PURE__ */ plus(
      /* @__PURE__ */ symbol("lowerMiddle"),
      /* @__PURE__ */ symbol("upperMiddle"),
    ),
    /* @__PURE__ */ constant(2),
  ),
  symbols: ({ gaps, gapTable }) => {
    const middle = (place: number): SymbolValue => ({
      kind: "statistic",
      value: quantileOfGaps(gapTable ?? [], Math.floor(place)),
      n: gaps,
    });
    return { lowerMiddle: middle((gaps - 1) / 2), upperMiddle: middle(gaps / 2) };
  },
  noValue: ({ gaps, gapTable, ...counts }) => needs(gaps, gapTable !== null, counts),
});

/** Days of the period over purchases per buyer: as if all were spread evenly over it. */
export const gapsPeriodOverFrequency: GapDefinition = /* @__PURE__ */ gapForm(
  "period-over-frequency",
  {
    formula: /* @__PURE__ */ over(
      /* @__PURE__ */ symbol("periodDays"),
      /* @__PURE__ */ over(/* @__PURE__ */ symbol("purchases"), /* @__PURE__ */ symbol("buyers")),
    ),
    symbols: (counts) => ({
      periodDays: count(counts.periodDays ?? 0),
      purchases: count(counts.gaps + buyersOf(counts)),
      buyers: count(buyersOf(counts)),
    }),
    noValue: (counts) => {
      const { question, periodDays, gaps } = counts;
      const buyers = buyersOf(counts);
      if (question === null && (periodDays === null || buyers < Math.min(1, gaps))) {
        return "missing-count";
      }
      return buyers === 0 ? "no-customers" : null;
    },
    interval: buyerIntervalOfGaps,
  },
);

/** By when half of all purchases are followed by another, those still open taken into account. */
export const gapsKaplanMeier: GapDefinition = /* @__PURE__ */ gapForm("kaplan-meier", {
  formula: /* @__PURE__ */ symbol("halfReached"),
  symbols: (counts) => ({
    halfReached: { kind: "statistic", value: halfReached(counts) ?? 0, n: followed(counts) },
  }),
  noValue: (counts) => {
    const { gapTable, openGaps, question } = counts;
    if (gapTable === null || openGaps === null) {
      return question === null ? "missing-count" : "missing-column";
    }
    if (followed(counts) === 0) return "no-customers";
    return halfReached(counts) === null ? "not-reached" : null;
  },
  source: KAPLAN_MEIER,
});

function count(value: number | string): SymbolValue {
  return { kind: "count", value };
}

function noMethod(): IntervalFinding {
  return { because: "no-method" };
}

function needs(
  gaps: number,
  known: boolean,
  { question }: Pick<PurchaseGapCounts, "question">,
): NoValueReason | null {
  if (gaps === 0) return "no-repeat-purchases";
  if (known) return null;
  return question === null ? "missing-count" : "missing-column";
}

/** Customers' days per gap, added up; those with the same number of gaps together. */
function sumOfMeans({ daysByGaps }: PurchaseGapCounts): string {
  const means = (daysByGaps ?? []).map(([gaps, days]) => new Decimal(days).div(gaps));
  return decimalText(means.reduce((sum, mean) => sum.plus(mean), new Decimal(0)));
}

function buyersOf({ customers, oneOrderCustomers }: PurchaseGapCounts): number {
  return customers + oneOrderCustomers;
}

function halfReached({ gapTable, openGaps }: PurchaseGapCounts): number | null {
  return timeReached(productLimit(gapTable ?? [], openGaps ?? []), 1 / 2);
}

/** Purchases followed until the next one or until the data end. */
function followed({ gaps, openGaps }: PurchaseGapCounts): number {
  return (openGaps ?? []).reduce((sum, [, customers]) => sum + customers, gaps);
}

function fewBuyers(counts: PurchaseGapCounts): readonly WarningFact[] {
  return smallSample(buyersOf(counts));
}

function gapWarnings(counts: PurchaseGapCounts): readonly WarningFact[] {
  const { gaps, customers, oneOrderCustomers } = counts;
  if (gaps === 0) return [];
  const censored: readonly WarningFact[] =
    oneOrderCustomers > 0
      ? [{ code: "right-censored", customers, oneOrder: oneOrderCustomers }]
      : [];
  return [...smallSample(customers), ...censored];
}
