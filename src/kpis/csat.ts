import { readOptions } from "../base/options.ts";
import { CSAT_CHECKS, type CsatQuestion, collectCsat } from "../counts/collect-csat.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import { type CsatCounts, type CsatCountsInput, readCsatCounts } from "../counts/csat-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  csatDissatisfied,
  csatDissatisfiedNeutralIsBad,
  csatExcludeNeutral,
  csatGoodBad,
  csatGoodBadNeutralIsBad,
  csatMean,
  csatNormalised,
  csatTop1,
  csatTopBox,
} from "./csat-definitions.ts";
import { CSAT_FORM_CHECKS, type CsatForm, type CsatVariant, csatVariantOf } from "./csat-form.ts";
import type { CsatSymbol } from "./csat-symbols.ts";

export type Csat = KpiResult<CsatCounts>;

/** A question of CSAT and the form it is to be answered in. */
export interface CsatFormQuestion extends CsatQuestion, CsatForm {}

/** How counts are to be measured as CSAT. */
export interface CsatOptions extends ConfidenceOptions, CsatForm {}

const DEFINITIONS: Readonly<Record<CsatVariant, KpiDefinition<CsatCounts, CsatSymbol>>> = {
  "top-box": csatTopBox,
  "top-1": csatTop1,
  mean: csatMean,
  normalised: csatNormalised,
  "exclude-neutral": csatExcludeNeutral,
  "good-bad": csatGoodBad,
  "good-bad-neutral-is-bad": csatGoodBadNeutralIsBad,
  dissatisfied: csatDissatisfied,
  "dissatisfied-neutral-is-bad": csatDissatisfiedNeutralIsBad,
};

/**
 * Customer satisfaction: share of answers in the top box (4 and 5 of 1 to 5, 6 and 7 of 1 to 7,
 * 9 and 10 of 0 to 10), or another form by `method`.
 *
 * @param question - `scale` if it is not 1 to 5.
 * @returns `no-value` with reason `no-responses` when nobody answered.
 * @throws {@link KpiError} `invalid-data` for an answer off the scale, `invalid-argument` for an option.
 * @see Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 2.
 * @example
 * csat([5, 4, 3, 5]).value; // => 0.75
 * csat([5, 4, 3, 5], { method: "mean" }).value; // => 4.25
 * csat([5, 4, 3, 2], { method: "dissatisfied", neutralIsBad: true }).value; // => 0.5
 */
export function csat(source: AnswersSource, question: CsatFormQuestion = {}): Csat {
  const { asked, counts, options } = collectCsat<CsatFormQuestion>(source, question, {
    ...CSAT_CHECKS,
    ...CSAT_FORM_CHECKS,
  });
  return measureCsat(csatVariantOf(asked), counts, options);
}

/**
 * Stage 2 of {@link csat}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @returns `no-value` with reason `missing-count` when the form needs the answers by score.
 * @example
 * csatFromCounts({ satisfied: 60, answered: 100 }).value; // => 0.6
 * const answers = { scale: { min: 1, max: 5 }, countsByScore: [14, 9, 10, 32, 42] };
 * csatFromCounts(answers).counts.satisfied; // => 74
 * csatFromCounts(answers, { method: "exclude-neutral" }).value?.toFixed(3); // => "0.763"
 */
export function csatFromCounts(counts: CsatCountsInput, options: CsatOptions = {}): Csat {
  const asked = readOptions<CsatOptions>(options, { ...CONFIDENCE_CHECKS, ...CSAT_FORM_CHECKS });
  return measureCsat(csatVariantOf(asked), readCsatCounts(counts), asked);
}

/** Measures one form. */
export function measureCsat(
  variant: CsatVariant,
  counts: CsatCounts,
  options: MeasureOptions,
): Csat {
  const period = counts.question?.period ?? null;
  return measure(DEFINITIONS[variant], counts, { period, ...options });
}
