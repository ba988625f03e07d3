import { type Day, toDay } from "./day.ts";
import { firstDayOf, monthOf } from "./month.ts";
import { type Period, periodOfDays } from "./period.ts";
import type { Every } from "./periods-of.ts";
import { startOfWeek, type WeekDay } from "./week.ts";

/**
 * The calendar day, week, month, quarter or year that a day is in.
 *
 * @example
 * wholePeriod(0, "quarter", "monday"); // => period("1970-01-01", "1970-04-01")
 */
export function wholePeriod(day: Day, every: Every, weekStartsOn: WeekDay): Period {
  if (every === "day") return periodOfDays(day, day + 1);
  if (every === "week") {
    const start = startOfWeek(day, weekStartsOn);
    return periodOfDays(start, start + 7);
  }
  const months = every === "month" ? 1 : every === "quarter" ? 3 : 12;
  const first = Math.floor(monthOf(day) / months) * months;
  return periodOfDays(firstDayOf(first), firstDayOf(first + months));
}

/**
 * The span from the first day of the step that a period starts in to the last of the step it ends in.
 *
 * @example
 * wholeSteps(period("2025-01-15", "2025-03-02"), "month", "monday"); // => period("2025-01-01", "2025-04-01")
 */
export function wholeSteps(span: Period, every: Every, weekStartsOn: WeekDay): Period {
  const first = wholePeriod(toDay(span.start), every, weekStartsOn);
  const last = wholePeriod(toDay(span.end) - 1, every, weekStartsOn);
  return periodOfDays(toDay(first.start), toDay(last.end));
}
