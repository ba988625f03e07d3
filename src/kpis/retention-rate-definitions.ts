import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import type { IntervalFinding } from "../result/interval.ts";
import type { Source } from "../result/kpi-result.ts";
import type { WarningFact } from "../result/warning.ts";
import type { RetentionVariant } from "./retention-rate-form.ts";
import { keptBy, RETENTION_FORMULAS } from "./retention-rate-formulas.ts";
import { retentionWords } from "./retention-rate-words.ts";
import { countsMentioned, missingNumber, type RetentionSymbol } from "./retention-symbols.ts";
import { shareInterval } from "./share-interval.ts";
import { smallSample } from "./small-sample.ts";

type RetentionDefinition = KpiDefinition<RetentionCounts, RetentionSymbol>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 5: retention rate.",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/* @__NO_SIDE_EFFECTS__ */
function retentionForm(variant: RetentionVariant): RetentionDefinition {
  const formula = RETENTION_FORMULAS[variant];
  return {
    kpi: "retentionRate",
    ...{ variant, version: 1, formula },
    unit: () => ({ kind: "share" }),
    symbols: (counts) => countsMentioned(formula(counts), counts),
    noValue: (counts) =>
      missingNumber(formula(counts), counts) ??
      (counts.customersAtStart === 0 ? "no-customers-at-start" : null),
    interval: (counts, confidence) => shareKept(variant, counts, confidence),
    warnings: (counts) => [
      ...smallSample(counts.customersAtStart),
      ...notRetention(variant, counts),
    ],
    sources: SOURCES,
    words: retentionWords,
    english: englishOfCustomers,
  };
}

/** Starters kept over starters: needs to know who was kept. */
export const retentionRateCohort: RetentionDefinition = /* @__PURE__ */ retentionForm("cohort");

/** `(E − N) ÷ S`, returned customers left out: for people who know totals and not who is behind them. */
export const retentionRateCounts: RetentionDefinition = /* @__PURE__ */ retentionForm("counts");

/** `(E − N) ÷ S` with former customers who came back among those kept. */
export const retentionRateCountsWithReturned: RetentionDefinition =
  /* @__PURE__ */ retentionForm("counts-with-returned");

/** `E ÷ S`: not a retention rate, since newcomers are in it; for comparison. */
export const retentionRateEndOverStart: RetentionDefinition =
  /* @__PURE__ */ retentionForm("end-over-start");

/** From orders: bought in both periods over bought in the first. */
export const retentionRateRepeatActive: RetentionDefinition =
  /* @__PURE__ */ retentionForm("repeat-active");

function shareKept(
  variant: RetentionVariant,
  counts: RetentionCounts,
  confidence: number,
): IntervalFinding {
  const kept = keptBy(variant, counts);
  if (variant === "end-over-start" || kept < 0 || kept > counts.customersAtStart) {
    return { because: "not-a-share" };
  }
  return shareInterval(kept, counts.customersAtStart, confidence);
}

function notRetention(variant: RetentionVariant, counts: RetentionCounts): readonly WarningFact[] {
  if (variant === "end-over-start") return [{ code: "new-customers-included" }];
  const { customersAtStart, retainedCustomers } = counts;
  const retained = keptBy(variant, counts);
  if (retained > customersAtStart) {
    return [{ code: "reactivations-inflate", retained, customersAtStart }];
  }
  return retainedCustomers !== null && retained < retainedCustomers
    ? [{ code: "mixed-exposure" }]
    : [];
}
