/** What ages and horizons are measured in. */
export type TimeUnit = "day" | "week" | "month" | "year";

/**
 * Days in a unit of time. A year is the mean of the calendar, 365.2425 days, a month a twelfth of it.
 *
 * @example
 * daysIn("week"); // => 7
 * daysIn("month"); // => 30.436875
 */
export function daysIn(unit: TimeUnit): number {
  return DAYS[unit];
}

/**
 * A horizon in words.
 *
 * @example
 * theNext(1, "week"); // => "the next week"
 * theNext(52, "week"); // => "the next 52 weeks"
 */
export function theNext(horizon: number, unit: TimeUnit): string {
  return horizon === 1 ? `the next ${unit}` : `the next ${horizon} ${unit}s`;
}

const DAYS: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.436875,
  year: 365.2425,
};
