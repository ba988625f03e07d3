import { CSAT_CHECKS, type CsatQuestion, collectCsat } from "../counts/collect-csat.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import { type CsatCounts, type CsatCountsInput, readCsatCounts } from "../counts/csat-counts.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { measureCsat } from "./csat.ts";
import { csatVariantWords } from "./csat-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

const OTHERS = [
  ...(["top-1", "mean", "normalised", "exclude-neutral", "good-bad"] as const),
  ...(["good-bad-neutral-is-bad", "dissatisfied", "dissatisfied-neutral-is-bad"] as const),
];

/**
 * All forms of customer satisfaction side by side, with the reason why each differs.
 *
 * @throws {@link KpiError} `invalid-data` for an answer off the scale, `invalid-argument` for an option.
 * @example
 * const { variants } = csatVariants([5, 4, 4, 3, 1]);
 * variants.slice(0, 3).map(({ variant, value }) => [variant, value]); // => [["top-box", 0.6], ["top-1", 0.2], ["mean", 3.4]]
 * variants[1]?.difference; // => "Leaves out 2 answers that were satisfied but not at the highest score."
 */
export function csatVariants(source: AnswersSource, question: CsatQuestion = {}): KpiVariants {
  const { counts, options } = collectCsat<CsatQuestion>(source, question, CSAT_CHECKS);
  return csatSideBySide(counts, options);
}

/**
 * The same from counts; forms that need the answers by score are named where only the satisfied
 * were counted.
 *
 * @example
 * const { variants } = csatVariantsFromCounts({ satisfied: 60, answered: 100 });
 * variants.map(({ value }) => value); // => [0.6, 0.6, 0.4]
 */
export function csatVariantsFromCounts(
  counts: CsatCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return csatSideBySide(readCsatCounts(counts), readConfidence(options));
}

function csatSideBySide(counts: CsatCounts, options: MeasureOptions): KpiVariants {
  const others = OTHERS.map((variant) => measureCsat(variant, counts, options));
  return sideBySide([measureCsat("top-box", counts, options), ...others], csatVariantWords);
}
