import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { NoValueReason, Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import {
  CHURN_FORMULAS,
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
  lostOfTotals,
} from "./churn-rate-formulas.ts";
import { churnInterval } from "./churn-rate-interval.ts";
import { churnWords } from "./churn-rate-words.ts";
import { countsMentioned, missingNumber, type RetentionSymbol } from "./retention-symbols.ts";
import { smallSample } from "./small-sample.ts";

type ChurnDefinition = KpiDefinition<RetentionCounts, RetentionSymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Noble, S. H. (2011), Defining churn rate, Shopify Engineering: the forms and their faults.",
  },
  {
    citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval of a share.",
  },
  {
    citation:
      "Garwood (1936), Fiducial Limits for the Poisson Distribution, Biometrika 28(3/4), 437-442: the interval of a rate.",
  },
];

/* @__NO_SIDE_EFFECTS__ */
function churnForm(
  variant: ChurnVariant,
  noValue: (counts: RetentionCounts) => NoValueReason | null,
  warnings: (counts: RetentionCounts) => readonly WarningFact[] = () => [],
): ChurnDefinition {
  const formula = CHURN_FORMULAS[variant];
  return {
    kpi: "churnRate",
    ...{ variant, version: 1, formula },
    unit: () => ({ kind: "share" }),
    symbols: (counts) => countsMentioned(formula(counts), counts),
    noValue: (counts) => missingNumber(formula(counts), counts) ?? noValue(counts),
    interval: (counts, confidence) => churnInterval(variant, counts, confidence),
    warnings: (counts) => [...smallSample(counts.customersAtStart), ...warnings(counts)],
    sources: SOURCES,
    words: churnWords,
    english: englishOfCustomers,
  };
}

/** Lost starters over starters: exactly one minus retention. */
export const churnRateStarters: ChurnDefinition = /* @__PURE__ */ churnForm(
  "starters",
  nobodyAtStart,
);

/** `(S + N − E) ÷ S`, one minus `(E − N) ÷ S`: for people who know three totals. */
export const churnRateCounts: ChurnDefinition = /* @__PURE__ */ churnForm(
  "counts",
  nobodyAtStart,
  reactivationsInflate,
);

/** All losses, also of customers who joined within the period, over the customers at the start. */
export const churnRateAll: ChurnDefinition = /* @__PURE__ */ churnForm(
  "all",
  nobodyAtStart,
  mixedExposure,
);

/** All losses over the mean of the customers at the start and at the end. */
export const churnRateAverage: ChurnDefinition = /* @__PURE__ */ churnForm(
  "average",
  nobodyAtEitherEnd,
);

/** All losses over the customers at the start and half of those who joined. */
export const churnRateMid: ChurnDefinition = /* @__PURE__ */ churnForm("mid", nobodyServed);

/** All losses over everybody served. */
export const churnRateStartPlusNew: ChurnDefinition = /* @__PURE__ */ churnForm(
  "start-plus-new",
  nobodyServed,
);

/** All losses over the customers at the end; for reading old reports. */
export const churnRateEnd: ChurnDefinition = /* @__PURE__ */ churnForm("end", nobodyAtEnd);

/** Losses per customer and period of exposure. */
export const churnRateHazard: ChurnDefinition = /* @__PURE__ */ churnForm(
  "exposure-hazard",
  nobodyExposed,
);

/** The chance that a customer present all the period is lost in it, at that hazard. */
export const churnRateProbability: ChurnDefinition = /* @__PURE__ */ churnForm(
  "exposure-probability",
  nobodyExposed,
);

/** Of the starters, those who left by their own will. */
export const churnRateVoluntary: ChurnDefinition = /* @__PURE__ */ churnForm(
  "voluntary",
  nobodyAtStart,
);

/** Of the starters, those lost to a failed payment. */
export const churnRateInvoluntary: ChurnDefinition = /* @__PURE__ */ churnForm(
  "involuntary",
  nobodyAtStart,
);

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

function nobodyAtEnd({ customersAtEnd }: RetentionCounts): NoValueReason | null {
  return customersAtEnd === 0 ? "no-customers-at-end" : null;
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
