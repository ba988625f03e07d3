import type { Every } from "../base/periods-of.ts";
import { ELAPSED_DAYS } from "../counts/cohort-ages.ts";
import type { CohortAsked } from "../counts/cohort-counts.ts";
import type { CohortAverageBy, CohortBase } from "../counts/cohort-question.ts";

/** Who the customers of a cohort are, to stand after "customers". */
export function cohortName({ cohortBy, attribute, every }: CohortAsked, cohort: string): string {
  if (cohortBy === "attribute") return `with ${attribute} ${cohort} at their first order`;
  const first = cohortBy === "first" ? "whose first order was" : "with an order";
  return `${first} in ${every === "day" ? "the day " : ""}${cohort}`;
}

/** What customers did who count as back at an age, to stand after their number. */
export function returnWords(question: CohortAsked, age: string): string {
  const later = `${age} ${stepsOf(question, age)} later`;
  if (age === "0") return `ordered at age 0, which is the ${stepsOf(question, "1")} they came in`;
  switch (question.return) {
    case "on":
    case "bracket":
      return `ordered ${later}`;
    case "on-or-after":
      return `ordered ${later} or after that`;
    case "on-or-before":
      return `had ordered again by ${later}`;
    case "streak":
      return `ordered in every one up to ${later}`;
  }
}

/** `months`, or `steps of 30 days`. */
export function stepsOf(
  { every, clock }: { readonly every: Every; readonly clock: CohortAsked["clock"] },
  age: string,
): string {
  if (clock === "calendar") return age === "1" ? every : `${every}s`;
  const days = ELAPSED_DAYS[every];
  const length = days === 1 ? "24 hours" : `${days} days`;
  return age === "1" ? `step of ${length}` : `steps of ${length}`;
}

const COHORT_BY = {
  first: "A customer belongs to one cohort, that of the first order ever.",
  "every-active-period":
    "A customer belongs to the cohort of every period with an order, so to several.",
} as const;

const RETURN = {
  on: "Back at an age means an order in that very period.",
  "on-or-after":
    "Back at an age means an order in that period or a later one; the younger the cohort, the less time it had to return.",
  "on-or-before":
    "Back at an age means an order after the first period and no later than that age.",
  streak: "Back at an age means an order in every period up to that age.",
  bracket: "Back in a bracket means an order at any of its ages, both ends in.",
} as const;

/** What a table of cohorts takes for granted. */
export function cohortAssumptions(question: CohortAsked, base: CohortBase): readonly string[] {
  const { cohortBy, attribute, clock, every, timeZone, complete, includeIncomplete } = question;
  if (question.source === "cohorts") return ["Sizes and numbers by age are those that were given."];
  return [
    cohortBy === "attribute"
      ? `A customer belongs to the cohort of the value of ${attribute} at the first order; each age counts those alone who were observed so long.`
      : COHORT_BY[cohortBy],
    RETURN[question.return],
    clock === "calendar"
      ? `Ages are calendar ${every}s; days are those of the time zone ${timeZone}.`
      : `Ages are ${stepsOf(question, "2")} from each customer's own first order.`,
    ...(base === "previous"
      ? ["Rates are set against the age before, not against the cohort."]
      : []),
    ...(complete === null
      ? []
      : includeIncomplete
        ? [
            `The data are complete up to ${complete}; what was not over by then is counted as it stood.`,
          ]
        : [`The data are complete up to ${complete}; what was not over by then is left empty.`]),
    "Orders count even if they were refunded; guests are in no cohort.",
  ];
}

/** How the rates of the cohorts became one. */
export const AVERAGE_WORDS: Readonly<Record<CohortAverageBy, string>> = {
  pooled: "The average is pooled: all who came back over all who could.",
  mean: "The average is the mean of the cohorts' rates, whatever their sizes.",
  median: "The average is the median of the cohorts' rates.",
  "size-squared": "The average weights each cohort's rate by the square of its size.",
};
