import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import {
  CHURN_FORMULAS,
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
  lostOfTotals,
} from "./churn-rate-formulas.ts";
import { churnWords } from "./churn-rate-words.ts";
import { countsMentioned, missingNumber, type RetentionSymbol } from "./retention-symbols.ts";
import { smallSample } from "./small-sample.ts";

type ChurnDefinition = KpiDefinition<RetentionCounts, RetentionSymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Noble, S. H. (2011), Defining churn rate, Shopify Engineering: the forms and their faults.",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/** What sets one form of churn apart from the others, beside its formula. */
interface ChurnForm {
  readonly interval: ChurnDefinition["interval"];
  /** Why these counts, all known, give no value. */
  readonly noValue: (counts: RetentionCounts) => NoValueReason | null;
  readonly warnings?: (counts: RetentionCounts) => readonly WarningFact[];
}

/* @__NO_SIDE_EFFECTS__ */
function churnForm(variant: ChurnVariant, form: ChurnForm): ChurnDefinition {
  const formula = CHURN_FORMULAS[variant];
  return {
    kpi: "churnRate",
    ...{ variant, version: 1, formula, interval: form.interval },
    unit: () => ({ kind: "share" }),
    symbols: (counts) => countsMentioned(formula(counts), counts),
    noValue: (counts) => missingNumber(formula(counts), counts) ?? form.noValue(counts),
    warnings: (counts) => [
      ...smallSample(counts.customersAtStart),
      ...(form.warnings === undefined ? [] : form.warnings(counts)),
    ],
    sources: SOURCES,
    words: churnWords,
  };
}

/** Lost starters over starters: exactly one minus retention. */
export const churnRateStarters: ChurnDefinition = /* @__PURE__ */ churnForm("starters", {
  interval: ({ customersAtStart, retainedCustomers }, confidence) =>
    shareOf(customersAtStart - (retainedCustomers ?? 0), customersAtStart, confidence),
  noValue: nobodyAtStart,
});

/** `(S + N − E) ÷ S`, one minus `(E − N) ÷ S`: for people who know three totals. */
export const churnRateCounts: ChurnDefinition = /* @__PURE__ */ churnForm("counts", {
  interval: (counts, confidence) =>
    shareOf(lostOfTotals(counts), counts.customersAtStart, confidence),
  noValue: nobodyAtStart,
  warnings: reactivationsInflate,
});

/** All losses, also of customers who joined within the period, over the customers at the start. */
export const churnRateAll: ChurnDefinition = /* @__PURE__ */ churnForm("all", {
  interval: notAShare,
  noValue: nobodyAtStart,
  warnings: mixedExposure,
});

/** All losses over the mean of the customers at the start and at the end. */
export const churnRateAverage: ChurnDefinition = /* @__PURE__ */ churnForm("average", {
  interval: notAShare,
  noValue: nobodyAtEitherEnd,
});

/** All losses over the customers at the start and half of those who joined. */
export const churnRateMid: ChurnDefinition = /* @__PURE__ */ churnForm("mid", {
  interval: notAShare,
  noValue: nobodyServed,
});

/** All losses over everybody served. */
export const churnRateStartPlusNew: ChurnDefinition = /* @__PURE__ */ churnForm("start-plus-new", {
  interval: (counts, confidence) =>
    shareOf(lostOf(counts), counts.customersAtStart + joinedOf(counts), confidence),
  noValue: nobodyServed,
});

/** All losses over the customers at the end; for reading old reports. */
export const churnRateEnd: ChurnDefinition = /* @__PURE__ */ churnForm("end", {
  interval: notAShare,
  noValue: ({ customersAtEnd }) => (customersAtEnd === 0 ? "no-customers-at-end" : null),
});

/** Losses per customer and period of exposure. */
export const churnRateHazard: ChurnDefinition = /* @__PURE__ */ churnForm("exposure-hazard", {
  interval: notAShare,
  noValue: nobodyExposed,
});

/** The chance that a customer present all the period is lost in it, at that hazard. */
export const churnRateProbability: ChurnDefinition = /* @__PURE__ */ churnForm(
  "exposure-probability",
  { interval: notAShare, noValue: nobodyExposed },
);

/** Of the starters, those who left by their own will. */
export const churnRateVoluntary: ChurnDefinition = /* @__PURE__ */ churnForm("voluntary", {
  interval: ({ voluntaryLostStarters, customersAtStart }, confidence) =>
    shareOf(voluntaryLostStarters ?? 0, customersAtStart, confidence),
  noValue: nobodyAtStart,
});

/** Of the starters, those lost to a failed payment. */
export const churnRateInvoluntary: ChurnDefinition = /* @__PURE__ */ churnForm("involuntary", {
  interval: ({ involuntaryLostStarters, customersAtStart }, confidence) =>
    shareOf(involuntaryLostStarters ?? 0, customersAtStart, confidence),
  noValue: nobodyAtStart,
});

function shareOf(lost: number, customers: number, confidence: number): IntervalFinding {
  if (lost < 0 || lost > customers) return { because: "not-a-share" };
  return { method: "wilson", bounds: wilsonInterval(lost, customers, confidence) };
}

function notAShare(): IntervalFinding {
  return { because: "not-a-share" };
}

function mixedExposure(counts: RetentionCounts): readonly WarningFact[] {
  const { customersAtStart, retainedCustomers } = counts;
  const mixed = lostOf(counts) > customersAtStart - (retainedCustomers ?? 0);
  return mixed ? [{ code: "mixed-exposure" }] : [];
}

function reactivationsInflate(counts: RetentionCounts): readonly WarningFact[] {
  const { customersAtStart } = counts;
  const lost = lostOfTotals(counts);
  if (lost >= 0) return [];
  return [{ code: "reactivations-inflate", retained: customersAtStart - lost, customersAtStart }];
}

function nobodyAtStart({ customersAtStart }: RetentionCounts): NoValueReason | null {
  return customersAtStart === 0 ? "no-customers-at-start" : null;
}

function nobodyAtEitherEnd(counts: RetentionCounts): NoValueReason | null {
  return counts.customersAtStart === 0 && counts.customersAtEnd === 0 ? "no-customers" : null;
}

function nobodyServed(counts: RetentionCounts): NoValueReason | null {
  return counts.customersAtStart + joinedOf(counts) === 0 ? "no-customers" : null;
}

function nobodyExposed(counts: RetentionCounts): NoValueReason | null {
  if (!hasExposure(counts)) return nobodyAtEitherEnd(counts);
  return counts.customerDays === 0 ? "no-customers" : null;
}
