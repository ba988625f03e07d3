import type { Period } from "../base/period.ts";
import type { CohortAsked, CohortCounts } from "../counts/cohort-counts.ts";
import type { CohortAverageBy, CohortBase } from "../counts/cohort-question.ts";
import type { Words } from "../result/definition.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { CohortAverage } from "./cohort-average.ts";
import { type CohortSymbol, cohortSymbols } from "./cohort-cell-definition.ts";
import { AVERAGE_WORDS, cohortAssumptions, stepsOf } from "./cohort-words.ts";

/** What was measured of a table of cohorts, beside its counts. */
export interface CohortsMeasured {
  readonly base: CohortBase;
  readonly average: CohortAverageBy;
  readonly ages: readonly string[];
  readonly averages: readonly CohortAverage[];
}

/** The words of a table of cohorts, per language. */
export interface CohortTableWords {
  /** The KPI's name inside the formula. */
  readonly title: string;
  readonly heading: (question: CohortAsked) => string;
  readonly symbols: (question: CohortAsked, base: CohortBase) => Words<CohortSymbol>["symbols"];
  readonly sentence: (counts: CohortCounts, measured: CohortsMeasured, write: Writer) => string;
  readonly assumptions: (question: CohortAsked, base: CohortBase) => readonly string[];
  /** How the rates of the cohorts became one. */
  readonly average: Readonly<Record<CohortAverageBy, string>>;
  readonly head: readonly [cohort: string, customers: string];
  /** The first cell of the row of averages. */
  readonly all: string;
  /** A cohort by its period, or by the value of the attribute that made it. */
  readonly cohort: (name: string, period: Period | null) => string;
  /** Remarks on so many cohorts: small ones, and ones that are not shown. */
  readonly small: (cohorts: number, advised: number, write: Writer) => string;
  readonly empty: (cohorts: number, write: Writer) => string;
  readonly partial: string;
}

/** A table of cohorts in English. */
export const ENGLISH_COHORTS: CohortTableWords = {
  title: "cohort retention",
  heading: ({ measure, attribute, every }) => {
    const what = measure === "customers" ? "" : ` of ${measure}`;
    return attribute === null
      ? `Cohort retention${what} by ${every}`
      : `Cohort retention${what} by ${attribute} and ${every}`;
  },
  symbols: cohortSymbols,
  sentence,
  assumptions: cohortAssumptions,
  average: AVERAGE_WORDS,
  head: ["cohort", "customers"],
  all: "all",
  cohort: (name) => name,
  small: (cohorts, advised) =>
    cohorts === 1
      ? `1 cohort has fewer than ${advised} customers; its rate jumps with every one of them.`
      : `${cohorts} cohorts have fewer than ${advised} customers; their rates jump with every one of them.`,
  empty: (cohorts, write) => `Cohorts without a customer are not shown: ${write.count(cohorts)}.`,
  partial: "* Counted before its time was over: it may still rise.",
};

/** Says the first age after 0 that any cohort reached. */
function sentence(
  { cohorts, question }: CohortCounts,
  { base, average, ages, averages }: CohortsMeasured,
  write: Writer,
): string {
  const peopled = cohorts.filter(({ size }) => size > 0).length;
  if (peopled === 0) return "There are no orders of customers, so there are no cohorts.";
  const customers = cohorts.reduce((sum, { size }) => sum + size, 0);
  const start = `${counted(write.count(peopled), "cohort")} of ${counted(write.count(customers), "customer")}`;
  const reached = firstReached(ages, averages);
  if (reached === null) return `${start}; none was observed to the end of an age yet.`;
  const { age, exact, cohorts: observed } = reached;
  const what =
    question.measure === "customers"
      ? "of the customers were back"
      : `of the ${question.measure} of ${base === "cohort" ? "age 0" : "the age before"} came again`;
  return `${start}: at age ${age} (${stepsOf(question, age)}), ${write.share(exact)} ${what}, ${average} over ${counted(write.count(observed), "cohort")}.`;
}

/** The average at the first age after 0 that has one. */
export function firstReached(
  ages: readonly string[],
  averages: readonly CohortAverage[],
): { readonly age: string; readonly exact: string; readonly cohorts: number } | null {
  const at = averages.findIndex(({ exact }, place) => exact !== null && ages[place] !== "0");
  const [age, found] = [ages[at], averages[at]];
  if (age === undefined || found === undefined || found.exact === null) return null;
  return { age, exact: found.exact, cohorts: found.cohorts };
}
