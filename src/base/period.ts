import { type CalendarDate, type Day, dayToText, FIRST_DAY, LAST_DAY, toDay } from "./day.ts";
import { argumentError, type KpiError } from "./errors.ts";
import type { IssueCode } from "./issue.ts";
import { firstDayOf, monthOf } from "./month.ts";
import { type PeriodContext, readEdges } from "./period-edges.ts";

export type { PeriodContext };

/** A span of days, half-open: `start` is in, `end` is out. */
export interface Period {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** A period as people write it; `readPeriod` tells the notations. */
export type PeriodInput = string | { readonly start: string; readonly end: string };

/**
 * The days from `start` up to, and without, `end`.
 *
 * @throws `invalid-argument` with `period-format`, `period-reversed`, `period-empty`, `date-invalid`
 * or `date-out-of-range`.
 * @example
 * periodDays(period("2025-01-01", "2025-04-01")); // => 90
 */
export function period(start: string, end: string): Period {
  return readPeriod({ start, end });
}

/**
 * Reads a period from
 *
 * - a year `"2025"`, quarter `"2025-Q1"`, month `"2025-03"` or day `"2025-03-01"`;
 * - a week `"2025-W07"`: the ISO week, or with `weekStartsOn` the week from that day; it belongs to
 *   the year that holds at least four of its days;
 * - two days `"2025-01-01/2025-04-01"` or `{ start, end }`, the second of which is out;
 * - `"last 90 days"`, weeks, months, quarters or years counted back from `asOf`, which is out; a
 *   month back from 31 May is 30 April.
 *
 * An instant is refused, even at midnight UTC: which day it is depends on the zone. Days run from
 * 1900 to 2199.
 *
 * @throws `invalid-argument` with `period-format`, `period-reversed`, `period-empty`, `date-invalid`,
 * `date-out-of-range`, `option-wrong-type`, `option-missing` (a start, an end or `asOf`) or
 * `option-unreadable`.
 * @example
 * readPeriod("2025-Q1"); // => { start: "2025-01-01", end: "2025-04-01" }
 * readPeriod("last 2 weeks", { asOf: calendarDate("2025-03-01") }).start; // => "2025-02-15"
 */
export function readPeriod(input: unknown, context: PeriodContext = {}): Period {
  const { option = "period" } = context;
  const [start, end] = readEdges(input, context, option);
  return periodOfDays(start, end, option, typeof input === "string" ? input : undefined);
}

/** The period between two days, checked for order and range. */
export function periodOfDays(
  start: Day,
  end: Day,
  option = "period",
  received: string | undefined = undefined,
): Period {
  const refuse = (expected: string, code: IssueCode): KpiError =>
    argumentError(option, expected, received ?? `${dayToText(start)}/${dayToText(end)}`, code);
  if (end < start) throw refuse("a period that starts before it ends", "period-reversed");
  if (end === start) throw refuse("at least a day long; its end is out", "period-empty");
  if (start < FIRST_DAY || end > LAST_DAY + 1) {
    throw refuse("a period in the years 1900 to 2199", "date-out-of-range");
  }
  return Object.freeze({ start: dayToText(start), end: dayToText(end) });
}

/** How many days a period has. */
export function periodDays(span: Period): number {
  return toDay(span.end) - toDay(span.start);
}

/** Whether a day is in a period: its start is, its end is not. */
export function contains(span: Period, day: CalendarDate): boolean {
  return span.start <= day && day < span.end;
}

/** How many whole calendar months a period is made of; 0 if it cuts one. */
export function wholeMonths(span: Period): number {
  const start = toDay(span.start);
  const end = toDay(span.end);
  const months = monthOf(end) - monthOf(start);
  return firstDayOf(monthOf(start)) === start && firstDayOf(monthOf(end)) === end ? months : 0;
}
