import { dayToText, toDay } from "./day.ts";
import { monthOf } from "./month.ts";
import { type Period, periodDays, wholeMonths } from "./period.ts";
import { startOfWeek, weekStartingOn } from "./week.ts";

/**
 * Names a period for people: a whole calendar year, quarter, month, ISO week or day by its name, any
 * other span by its first and its last day. The last day is in, as people say it.
 *
 * @example
 * describePeriod(period("2025-04-01", "2025-07-01")); // => "2025-Q2"
 * describePeriod(period("2025-02-10", "2025-02-17")); // => "2025-W07"
 * describePeriod(period("2025-04-01", "2025-05-15")); // => "2025-04-01 to 2025-05-14"
 */
export function describePeriod(span: Period): string {
  return nameOfMonths(span) ?? nameOfWeek(span) ?? nameOfDays(span);
}

function nameOfMonths(span: Period): string | null {
  const months = wholeMonths(span);
  const year = span.start.slice(0, 4);
  const monthOfYear = monthOf(toDay(span.start)) % 12;
  if (months === 12 && monthOfYear === 0) return year;
  if (months === 3 && monthOfYear % 3 === 0) return `${year}-Q${monthOfYear / 3 + 1}`;
  return months === 1 ? span.start.slice(0, 7) : null;
}

function nameOfWeek(span: Period): string | null {
  const start = toDay(span.start);
  if (periodDays(span) !== 7 || startOfWeek(start, "monday") !== start) return null;
  const { year, week } = weekStartingOn(start);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

function nameOfDays(span: Period): string {
  const last = dayToText(toDay(span.end) - 1);
  return span.start === last ? last : `${span.start} to ${last}`;
}
