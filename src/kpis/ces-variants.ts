import { type CesCounts, type CesCountsInput, readCesCounts } from "../counts/ces-counts.ts";
import { CES_CHECKS, type CesQuestion, collectCes } from "../counts/collect-ces.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { AnswersSource } from "../counts/count-answers.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { measureCes } from "./ces.ts";
import { cesVariantWords } from "./ces-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

const OTHERS = ["percent-agree", "top-2", "net-easy"] as const;

/**
 * All forms of the Customer Effort Score side by side, with the reason why each differs. Version 1.0
 * has the mean alone.
 *
 * @throws {@link KpiError} `invalid-argument` without a version, `invalid-data` for an answer off the scale.
 * @example
 * const { variants } = cesVariants([7, 6, 5, 2], { version: "2.0" });
 * variants.map(({ variant, value }) => [variant, value]); // => [["mean", 5], ["percent-agree", 0.75], ["top-2", 0.5], ["net-easy", 25]]
 */
export function cesVariants(source: AnswersSource, question: CesQuestion): KpiVariants {
  const { counts, options } = collectCes<CesQuestion>(source, question, CHECKS);
  return cesSideBySide(counts, options);
}

const { scale: _, ...CHECKS } = CES_CHECKS;

/**
 * The same from counts.
 *
 * @example
 * const { notComputed } = cesVariantsFromCounts({ version: "1.0", scoreSum: 210, answered: 100 });
 * notComputed[0]?.reason; // => "Only version 2.0 asks for agreement."
 */
export function cesVariantsFromCounts(
  counts: CesCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return cesSideBySide(readCesCounts(counts), readConfidence(options));
}

function cesSideBySide(counts: CesCounts, options: MeasureOptions): KpiVariants {
  const mean = measureCes("mean", counts, options);
  if (counts.version === "1.0") return sideBySide([mean], cesVariantWords, OTHERS);
  const others = OTHERS.map((method) => measureCes(method, counts, options));
  return sideBySide([mean, ...others], cesVariantWords);
}
