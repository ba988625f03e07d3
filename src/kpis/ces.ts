import { type CesCounts, type CesCountsInput, readCesCounts } from "../counts/ces-counts.ts";
import { type AnswersSource, type CesQuestion, collectCes } from "../counts/collect-answers.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { cesMean, cesPercentAgree } from "./ces-definitions.ts";

export type Ces = KpiResult<CesCounts>;

/**
 * Customer Effort Score: the mean answer.
 *
 * The two versions are different questions: in 1.0 (1 to 5) low is good, in 2.0 (1 to 7) high is
 * good. They are never merged, and the sentence says which way is good.
 *
 * @param question - `version` is required.
 * @returns `no-value` with reason `no-responses` when nobody answered.
 * @throws {@link KpiError} `invalid-argument` without a version, `invalid-data` for an answer off the scale.
 * @see Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7).
 * @example
 * ces([7, 6, 5, 2], { version: "2.0" }).value; // => 5
 */
export function ces(source: AnswersSource, question: CesQuestion): Ces {
  const { counts, options } = collectCes(source, question);
  return measure(cesMean, counts, options);
}

/**
 * Share of respondents who found it easy: 5 to 7 of 1 to 7. Only version 2.0 asks for agreement.
 *
 * @returns `no-value` when nobody answered, or with reason `missing-column` for version 1.0.
 * @example
 * cesPercentAgreeing([7, 6, 5, 2], { version: "2.0" }).value; // => 0.75
 */
export function cesPercentAgreeing(source: AnswersSource, question: CesQuestion): Ces {
  const { counts, options } = collectCes(source, question);
  return measure(cesPercentAgree, counts, options);
}

/**
 * Stage 2 of {@link ces}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * const answers = { version: "2.0", countsByScore: [80, 210, 140, 110, 160, 180, 120] };
 * cesFromCounts(answers).value; // => 4.08
 * cesFromCounts({ version: "2.0", scoreSum: 350, answered: 100 }).value; // => 3.5
 */
export function cesFromCounts(counts: CesCountsInput, options: ConfidenceOptions = {}): Ces {
  const read = readCesCounts(counts);
  const period = read.question?.period ?? null;
  return measure(cesMean, read, { period, ...readConfidence(options) });
}
