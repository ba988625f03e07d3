import { type OptionCheck, oneOf } from "../base/options.ts";

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
  return DAYS[timeUnitOption(unit, "unit")];
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

/** A check for a unit of time. */
export const timeUnitOption: OptionCheck<TimeUnit> = /* @__PURE__ */ oneOf([
  ...(["day", "week", "month", "year"] as const),
]);

/** Whether something names a unit of time. */
export function isTimeUnit(value: unknown): value is TimeUnit {
  return typeof value === "string" && Object.hasOwn(DAYS, value);
}
