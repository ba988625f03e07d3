import type { CohortCounts } from "../counts/cohort-counts.ts";
import { english } from "../result/english.ts";
import type { Explanation } from "../result/kpi-result.ts";
import { type Language, writerFor } from "../result/language.ts";
import { writeFormula } from "../result/write-formula.ts";
import { COHORT_FORMULA, COHORT_SOURCES } from "./cohort-cell-definition.ts";
import {
  type CohortsMeasured,
  type CohortTableWords,
  ENGLISH_COHORTS,
} from "./cohort-table-words.ts";

/** How a table of cohorts came about. */
export type CohortExplanation = Pick<
  Explanation,
  "formula" | "sentence" | "assumptions" | "sources"
>;

/** Puts a table of cohorts into words. */
export function explainCohorts(
  counts: CohortCounts,
  measured: CohortsMeasured,
  words: CohortTableWords = ENGLISH_COHORTS,
  language: Language = english,
): CohortExplanation {
  const { question } = counts;
  const symbols = words.symbols(question, measured.base);
  return {
    formula: `${words.title} = ${writeFormula(COHORT_FORMULA, (name) => symbols[name].name)}`,
    sentence: words.sentence(counts, measured, writerFor(language)),
    assumptions: [...words.assumptions(question, measured.base), words.average[measured.average]],
    sources: COHORT_SOURCES,
  };
}
