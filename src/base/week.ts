import { type Day, dayOf } from "./day.ts";
import { monthOf } from "./month.ts";
import { type OptionChecks, oneOf } from "./options.ts";

/** The day on which a week starts. */
export type WeekDay = (typeof WEEK_DAYS)[number];

export const WEEK_DAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** On which day weeks start. */
export interface WeekDayOptions {
  /** Default `"monday"`. */
  readonly weekStartsOn?: WeekDay;
}

/** The check of {@link WeekDayOptions}. */
export const WEEK_DAY_CHECKS: OptionChecks<WeekDayOptions> = {
  weekStartsOn: (value) => readWeekDay(value),
};

/** Reads the option of that name; Monday, as in ISO 8601, when it is left out. */
export function readWeekDay(value: unknown): WeekDay {
  return value === undefined ? "monday" : oneOf(WEEK_DAYS)(value, "weekStartsOn");
}

/** The first day of the week that a day is in. */
export function startOfWeek(day: Day, weekStartsOn: WeekDay): Day {
  // Day 4, 1970-01-05, was a Monday.
  const daysIntoWeek = (day - 4 - WEEK_DAYS.indexOf(weekStartsOn)) % 7;
  return day - (daysIntoWeek < 0 ? daysIntoWeek + 7 : daysIntoWeek);
}

/**
 * The first day of a week of a year. A week belongs to the year that holds at least four of its
 * days, so week 1 is the one with 4 January in it, whatever day weeks start on: ISO weeks from
 * Monday, the weeks of epidemiologists from Sunday.
 */
export function firstDayOfWeek(year: number, week: number, weekStartsOn: WeekDay): Day {
  return startOfWeek(dayOf(year, 1, 4), weekStartsOn) + 7 * (week - 1);
}

/** How many weeks a year has, 52 or 53. */
export function weeksInYear(year: number, weekStartsOn: WeekDay): number {
  return (firstDayOfWeek(year + 1, 1, weekStartsOn) - firstDayOfWeek(year, 1, weekStartsOn)) / 7;
}

/** The year and number of the week that starts on a day. */
export function weekStartingOn(start: Day): { readonly year: number; readonly week: number } {
  // The fourth day is always in the year that the week belongs to.
  const fourth = start + 3;
  const year = Math.floor(monthOf(fourth) / 12);
  return { year, week: Math.floor((fourth - dayOf(year, 1, 1)) / 7) + 1 };
}
