import { type Day, toDay } from "./day.ts";
import { requireArgument } from "./errors.ts";
import { firstDayOf, monthOf } from "./month.ts";
import { oneOf, readOptions } from "./options.ts";
import { type Period, periodOfDays, readPeriod } from "./period.ts";
import {
  readWeekDay,
  startOfWeek,
  WEEK_DAY_CHECKS,
  type WeekDay,
  type WeekDayOptions,
} from "./week.ts";

/** The length of the steps of a series. */
export type Every = (typeof STEPS)[number];

/** The words for the length of a step. */
export const STEPS = ["day", "week", "month", "quarter", "year"] as const;

/** A longer series is refused. */
export const MOST_PERIODS = 100_000;

/**
 * Cuts a period into calendar days, weeks, months, quarters or years. The first and the last piece
 * are cut short where the period starts or ends inside one, so that the pieces are the whole.
 *
 * @throws `invalid-argument` with `too-many-buckets` above 100,000, `option-out-of-range` or
 * `option-wrong-type`.
 * @example
 * periodsOf(period("2025-01-15", "2025-03-01"), "month")[0]; // => period("2025-01-15", "2025-02-01")
 */
export function periodsOf(
  span: Period,
  every: Every,
  options: { readonly weekStartsOn?: WeekDay } = {},
): readonly Period[] {
  const { weekStartsOn } = readOptions<WeekDayOptions>(options, WEEK_DAY_CHECKS);
  const next = nextStart(oneOf(STEPS)(every, "every"), readWeekDay(weekStartsOn));
  const { start, end: last } = readPeriod(span, { option: "span" });
  const days = toDay(last) - toDay(start);
  requireArgument(
    every !== "day" || days <= MOST_PERIODS,
    "every",
    `a step that gives at most ${MOST_PERIODS} periods`,
    `${days} days`,
    "too-many-buckets",
  );
  const end = toDay(last);
  const pieces: Period[] = [];
  for (let from = toDay(start); from < end; ) {
    const to = Math.min(next(from), end);
    pieces.push(periodOfDays(from, to));
    from = to;
  }
  return pieces;
}

/** Gives the first day of the step after the one that a day is in. */
function nextStart(every: Every, weekStartsOn: WeekDay): (day: Day) => Day {
  if (every === "day") return (day) => day + 1;
  if (every === "week") return (day) => startOfWeek(day, weekStartsOn) + 7;
  const months = every === "month" ? 1 : every === "quarter" ? 3 : 12;
  return (day) => firstDayOf((Math.floor(monthOf(day) / months) + 1) * months);
}
