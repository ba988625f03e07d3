import { type Day, toDay } from "./day.ts";
import { addMonths } from "./month.ts";
import { readOptions } from "./options.ts";
import { type Period, periodDays, periodOfDays, readPeriod, wholeMonths } from "./period.ts";
import {
  firstDayOfWeek,
  readWeekDay,
  startOfWeek,
  WEEK_DAY_CHECKS,
  type WeekDay,
  type WeekDayOptions,
  weekStartingOn,
} from "./week.ts";

/**
 * The period just before, of the same length: as many calendar months where the period is made of
 * whole ones (before the second quarter comes the first, before March comes February), otherwise as
 * many days.
 *
 * @throws `invalid-argument` with `date-out-of-range` before 1900.
 * @example
 * previousPeriod(period("2025-03-01", "2025-04-01")); // => period("2025-02-01", "2025-03-01")
 * previousPeriod(period("2025-03-08", "2025-03-15")); // => period("2025-03-01", "2025-03-08")
 */
export function previousPeriod(span: Period): Period {
  const given = readPeriod(span, { option: "span" });
  const start = toDay(given.start);
  const months = wholeMonths(given);
  const earlier = months > 0 ? addMonths(start, -months) : start - periodDays(given);
  return periodOfDays(earlier, start);
}

/**
 * The same days of the calendar a year earlier; for a single week, from the day that weeks start on,
 * the week of the same number.
 *
 * 29 February, as an edge, becomes 1 March, so that neighbours stay neighbours and no day is left
 * out: 28 February 2025 is compared with both last days of February 2024. 29 February alone is
 * compared with 28 February. Week 53 is compared with the last week of its year before.
 *
 * @throws `invalid-argument` with `date-out-of-range` before 1900.
 * @example
 * samePeriodLastYear(period("2025-04-01", "2025-07-01")); // => period("2024-04-01", "2024-07-01")
 */
export function samePeriodLastYear(
  span: Period,
  options: { readonly weekStartsOn?: WeekDay } = {},
): Period {
  const asked = readOptions<WeekDayOptions>(options, WEEK_DAY_CHECKS);
  const weekStartsOn = readWeekDay(asked.weekStartsOn);
  const given = readPeriod(span, { option: "span" });
  const [start, end] = [toDay(given.start), toDay(given.end)];
  if (end - start === 7 && startOfWeek(start, weekStartsOn) === start) {
    const { year, week } = weekStartingOn(start);
    // The year before a long one has 52 weeks.
    const first = firstDayOfWeek(year - 1, Math.min(week, 52), weekStartsOn);
    return periodOfDays(first, first + 7);
  }
  const [first, last] = [yearBefore(start), yearBefore(end)];
  return periodOfDays(first === last ? first - 1 : first, last);
}

/** A year back counted from the day after: 28 February stays the day before 1 March. */
function yearBefore(day: Day): Day {
  const earlier = addMonths(day, -12);
  return addMonths(earlier, 12) === day ? earlier : earlier + 1;
}
