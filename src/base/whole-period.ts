import type { Day } from "./day.ts";
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
