import { type Day, toDay } from "../base/day.ts";
import { requireArgument } from "../base/errors.ts";
import { type Period, periodOfDays } from "../base/period.ts";
import { type Every, periodsOf } from "../base/periods-of.ts";
import type { WeekDay } from "../base/week.ts";
import { wholeSteps } from "../base/whole-period.ts";
import type { CohortClock } from "./cohort-question.ts";
import type { Span } from "./question.ts";

/** The periods of cohorts, and how many ages of each had started and were over when the data end. */
export interface CohortAges {
  readonly periods: readonly Period[];
  /** Ages that had started, by cohort. */
  readonly started: readonly number[];
  /** Ages that were over for everyone, by cohort. */
  readonly over: readonly number[];
}

/** Days of one step of age where ages are counted from each customer's first order. */
export const ELAPSED_DAYS: Readonly<Record<Every, number>> = {
  ...{ day: 1, week: 7, month: 30, quarter: 90, year: 365 },
};

/** Periods a triangle may have: a year of days, seven of weeks, thirty of months. */
const MOST_COHORTS = 400;

/** Cuts the span of a question into cohorts: the period asked about, or the whole steps of the rows. */
export function cohortAges(
  { asked, shown, until, complete }: Span,
  { every, clock }: { readonly every: Every; readonly clock: CohortClock },
  weekStartsOn: WeekDay,
): CohortAges {
  if (shown === null || complete === null) return { periods: [], started: [], over: [] };
  // Up to where the data are complete: periods without an order are seen, and are zeros.
  const rows = (): Period => periodOfDays(toDay(shown.start), complete);
  const span = asked ?? wholeSteps(rows(), every, weekStartsOn);
  const seen = Math.min(until, complete);
  const periods = periodsOf(span, every, { weekStartsOn }).filter(
    ({ start }) => toDay(start) < seen,
  );
  const fits = periods.length <= MOST_COHORTS;
  const expected = `a step that gives at most ${MOST_COHORTS} cohorts; or name a shorter \`period\``;
  requireArgument(fits, "every", expected, `${periods.length} cohorts`, "too-many-buckets");
  const over = periods.filter(({ end }) => toDay(end) <= seen).length;
  if (clock === "calendar") {
    return {
      periods,
      started: periods.map((_, at) => periods.length - at),
      over: periods.map((_, at) => Math.max(0, over - at)),
    };
  }
  const days = ELAPSED_DAYS[every];
  const windows = (first: Day): number => Math.floor((seen - first) / days);
  return {
    periods,
    // Those who came first have begun one window more than they have completed.
    started: periods.map(({ start }) => windows(toDay(start) + 1 - days)),
    over: periods.map(({ end }) => Math.max(0, windows(toDay(end) - 1))),
  };
}
