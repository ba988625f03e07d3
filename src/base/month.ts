import { type Day, dayOf, MS_PER_DAY } from "./day.ts";

/** A calendar month as a number: whole months since January of the year 0. */
export type Month = number;

/** The month that a day is in. */
export function monthOf(day: Day): Month {
  const date = new Date(day * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  const year = Math.floor(month / 12);
  return dayOf(year, month - year * 12 + 1, 1);
}

/** The same day some months on, or the last of a month that is too short: 31 May, 28 February. */
export function addMonths(day: Day, months: number): Day {
  const from = monthOf(day);
  const first = firstDayOf(from + months);
  const last = firstDayOf(from + months + 1) - 1;
  return Math.min(first + day - firstDayOf(from), last);
}
