import type { CohortCounts } from "../counts/cohort-counts.ts";
import type { CohortAverageBy, CohortBase } from "../counts/cohort-question.ts";
import { english } from "../result/english.ts";
import type { Explanation } from "../result/kpi-result.ts";
import { type Writer, writerFor } from "../result/language.ts";
import { writeFormula } from "../result/write-formula.ts";
import type { CohortAverage } from "./cohort-average.ts";
import { COHORT_FORMULA, COHORT_SOURCES, cohortSymbols } from "./cohort-cell-definition.ts";
import { AVERAGE_WORDS, cohortAssumptions, stepsOf } from "./cohort-words.ts";

/** How a table of cohorts came about. */
export type CohortExplanation = Pick<
  Explanation,
  "formula" | "sentence" | "assumptions" | "sources"
>;

interface Measured {
  readonly base: CohortBase;
  readonly average: CohortAverageBy;
  readonly ages: readonly string[];
  readonly averages: readonly CohortAverage[];
}

/** Puts a table of cohorts into words. */
export function explainCohorts(counts: CohortCounts, measured: Measured): CohortExplanation {
  const { question } = counts;
  const symbols = cohortSymbols(question, measured.base);
  const formula = writeFormula(COHORT_FORMULA, (name) => symbols[name].name);
  return {
    formula: `cohort retention = ${formula}`,
    sentence: sentence(counts, measured, writerFor(english)),
    assumptions: [...cohortAssumptions(question, measured.base), AVERAGE_WORDS[measured.average]],
    sources: COHORT_SOURCES,
  };
}

/** Says the first age after 0 that any cohort reached. */
function sentence(
  { cohorts, question }: CohortCounts,
  { base, average, ages, averages }: Measured,
  write: Writer,
): string {
  const peopled = cohorts.filter(({ size }) => size > 0).length;
  if (peopled === 0) return "There are no orders of customers, so there are no cohorts.";
  const customers = cohorts.reduce((sum, { size }) => sum + size, 0);
  const start = `${write.count(peopled)} ${peopled === 1 ? "cohort" : "cohorts"} of ${write.count(customers)} customers`;
  const at = averages.findIndex(({ exact }, place) => exact !== null && ages[place] !== "0");
  const [age, found] = [ages[at], averages[at]];
  if (age === undefined || found === undefined || found.exact === null) {
    return `${start}; none was observed to the end of an age yet.`;
  }
  const share = write.share(found.exact);
  const what =
    question.measure === "customers"
      ? "of the customers were back"
      : `of the ${question.measure} of ${base === "cohort" ? "age 0" : "the age before"} came again`;
  return `${start}: at age ${age} (${stepsOf(question, age)}), ${share} ${what}, ${average} over ${write.count(found.cohorts)} ${found.cohorts === 1 ? "cohort" : "cohorts"}.`;
}
