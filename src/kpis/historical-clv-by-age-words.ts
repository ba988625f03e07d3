import type { Every } from "../base/periods-of.ts";

/** The words around values by age, per language. */
export interface ValueByAgeLabels {
  readonly title: (every: Every) => string;
  /** The head of the table; the confidence as a percentage, where there is an interval. */
  readonly head: (every: Every, confidence: string | null) => readonly string[];
  readonly empty: (every: Every) => string;
  readonly noValue: string;
  readonly warnings: string;
  readonly assumptions: string;
  /** Who counts at an age. */
  readonly followed: (every: Every) => string;
}

/** Around values by age, in English. */
export const ENGLISH_VALUE_BY_AGE: ValueByAgeLabels = {
  title: (every) => `Historical customer lifetime value by age in ${every}s`,
  head: (every, confidence) => [
    ...[`${every} since the first`, "value per customer"],
    ...[confidence === null ? "interval" : `${confidence} interval`, "customers", "cohorts"],
  ],
  empty: (every) => `No ${every} of any customer is over yet.`,
  noValue: "no value",
  warnings: "Warnings",
  assumptions: "Assumptions",
  followed: (every) =>
    `Each line counts only customers whom the data follow through that ${every}; the ${every} of the first order is ${every} 0.`,
};
