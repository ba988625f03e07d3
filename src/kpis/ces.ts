import { readOptions } from "../base/options.ts";
import { type CesCounts, type CesCountsInput, readCesCounts } from "../counts/ces-counts.ts";
import { CES_CHECKS, type CesQuestion, collectCes } from "../counts/collect-ces.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { cesMean, cesNetEasy, cesPercentAgree, cesTop2 } from "./ces-definitions.ts";
import { CES_FORM_CHECKS, type CesForm, type CesMethod, cesMethodOf } from "./ces-form.ts";
import type { CesSymbol } from "./ces-symbols.ts";

export type Ces = KpiResult<CesCounts>;

/** A question of CES and the form it is to be answered in. */
export interface CesFormQuestion extends CesQuestion, CesForm {}

/** How counts are to be measured as CES. */
export interface CesOptions extends ConfidenceOptions, CesForm {}

const DEFINITIONS: Readonly<Record<CesMethod, KpiDefinition<CesCounts, CesSymbol>>> = {
  mean: cesMean,
  "percent-agree": cesPercentAgree,
  "top-2": cesTop2,
  "net-easy": cesNetEasy,
};

/**
 * Customer Effort Score: the mean answer, or another form by `method`.
 *
 * The two versions are different questions: in 1.0 (1 to 5) low is good, in 2.0 (1 to 7) high is
 * good. They are never merged, and the sentence says which way is good.
 *
 * @param question - `version` is required.
 * @returns `no-value` with reason `no-responses` when nobody answered.
 * @throws {@link KpiError} `invalid-argument` without a version or for a method that the version
 * does not have, `invalid-data` for an answer off the scale.
 * @see Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7).
 * @example
 * ces([7, 6, 5, 2], { version: "2.0" }).value; // => 5
 * ces([7, 6, 5, 2], { version: "2.0", method: "percent-agree" }).value; // => 0.75
 * ces([7, 6, 5, 2], { version: "2.0", method: "net-easy" }).value; // => 25
 */
export function ces(source: AnswersSource, question: CesFormQuestion): Ces {
  const { asked, counts, options } = collectCes<CesFormQuestion>(source, question, {
    ...CES_CHECKS,
    ...CES_FORM_CHECKS,
  });
  return measureCes(cesMethodOf(asked, counts.version), counts, options);
}

/**
 * Stage 2 of {@link ces}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @returns `no-value` with reason `missing-count` when the form needs the answers by score.
 * @example
 * const answers = { version: "2.0", countsByScore: [80, 210, 140, 110, 160, 180, 120] };
 * cesFromCounts(answers).value; // => 4.08
 * cesFromCounts(answers, { method: "net-easy" }).value; // => -13
 * cesFromCounts({ version: "2.0", scoreSum: 350, answered: 100 }).value; // => 3.5
 */
export function cesFromCounts(counts: CesCountsInput, options: CesOptions = {}): Ces {
  const asked = readOptions<CesOptions>(options, { ...CONFIDENCE_CHECKS, ...CES_FORM_CHECKS });
  const read = readCesCounts(counts);
  return measureCes(cesMethodOf(asked, read.version), read, asked);
}

/** Measures one form. */
export function measureCes(method: CesMethod, counts: CesCounts, options: MeasureOptions): Ces {
  const period = counts.question?.period ?? null;
  return measure(DEFINITIONS[method], counts, { period, ...options });
}
