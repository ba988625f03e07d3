/** What ages and horizons are measured in. */
export type TimeUnit = "day" | "week" | "month" | "year";

/**
 * Days in a unit of time. A month is a twelfth of a year of 365.25 days.
 *
 * @example
 * daysIn("week"); // => 7
 * daysIn("month"); // => 30.4375
 */
export function daysIn(unit: TimeUnit): number {
  return DAYS[unit];
}

const DAYS: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 };
