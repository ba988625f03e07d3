import { argumentError, requireArgument } from "./errors.ts";
import type { IssueCode } from "./issue.ts";

/** A day as a number: whole days since 1970-01-01 in the Gregorian calendar. */
export type Day = number;

declare const calendarDateBrand: unique symbol;

/** A day as text, `YYYY-MM-DD`. Sorts as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

export const MS_PER_DAY = 86_400_000;

/** 1900-01-01, the first day that is understood. */
export const FIRST_DAY: Day = -25_567;

/** 2199-12-31, the last day that is understood. A period may end on the morning after. */
export const LAST_DAY: Day = 84_005;

/** Whether a day is one of the years 1900 to 2199. */
export function isSupportedDay(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/**
 * The day of a year, a month from 1 to 12 and a day of the month that exist.
 *
 * @example
 * dayOf(1970, 1, 1); // => 0
 * dayOf(2000, 3, 1) - dayOf(2000, 2, 28); // => 2
 */
export function dayOf(year: number, month: number, day: number): Day {
  // Counted from March, the leap day is the last day of a year.
  const fromMarch = month > 2 ? year : year - 1;
  const leapDays =
    Math.floor(fromMarch / 4) - Math.floor(fromMarch / 100) + Math.floor(fromMarch / 400);
  const daysBeforeMonth = DAYS_BEFORE_MONTH[month - 1] ?? Number.NaN;
  return 365 * fromMarch + leapDays + daysBeforeMonth + day - 1 - DAYS_BEFORE_1970;
}

/** From 1 March to the first of January, February, March and so on. */
const DAYS_BEFORE_MONTH: readonly number[] = [
  306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275,
];

/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * Writes a day.
 *
 * @example
 * dayToText(0); // => "1970-01-01"
 */
export function dayToText(day: Day): CalendarDate {
  // ISO text is in UTC on every machine; the brand is true of its first ten characters.
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;
}

/**
 * Reads `YYYY-MM-DD`, strictly: ten characters, a day that exists, in the years 1900 to 2199.
 *
 * @returns The day, or the code of what is wrong.
 * @example
 * dayFromText("2024-02-29"); // => 19782
 * dayFromText("2023-02-29"); // => "date-invalid"
 * dayFromText("29.02.2024"); // => "date-format"
 */
export function dayFromText(text: string): Day | IssueCode {
  if (text.length !== 10) return hasDistantYear(text) ? "date-out-of-range" : "date-format";
  const day = leadingDay(text);
  return typeof day === "string" || isSupportedDay(day) ? day : "date-out-of-range";
}

/** The day that was checked when the text was branded, so that nothing can be wrong with it. */
export function toDay(date: CalendarDate): Day {
  // A branded text starts with a day that exists.
  return leadingDay(date) as Day;
}

/**
 * Checks that a text is a day, and brands it.
 *
 * @throws `invalid-argument` with `date-format`, `date-invalid` or `date-out-of-range`.
 * @example
 * calendarDate("2025-03-01"); // => "2025-03-01"
 */
export function calendarDate(text: string, option = "date"): CalendarDate {
  requireArgument(typeof text === "string", option, CALENDAR_DAY, text, "option-wrong-type");
  const day = dayFromText(text);
  if (typeof day === "string") throw argumentError(option, CALENDAR_DAY, text, day);
  return text as CalendarDate; // checked in the line above
}

const CALENDAR_DAY =
  "a day that exists in the years 1900 to 2199, written YYYY-MM-DD, such as 2025-03-01";

/**
 * The day in the first ten characters of a text, of any year from 0000 to 9999; what follows is
 * not looked at.
 */
export function leadingDay(text: string): Day | "date-format" | "date-invalid" {
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return "date-format";
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return "date-format";
  const year = century * 100 + yearOfCentury;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return "date-invalid";
  return dayOf(year, month, day);
}

const HYPHEN = 0x2d;

/** The code of "0". With these bits flipped, the ten digits are 0 to 9, and all else is more. */
export const ZERO = 0x30;

/** The number written by the two digits at a place of a text, or −1 where they are not digits. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) ^ ZERO;
  const ones = text.charCodeAt(at + 1) ^ ZERO;
  return tens < 10 && ones < 10 ? tens * 10 + ones : -1;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a text starts with a year outside 0000 to 9999, which is written with a sign and six digits. */
export function hasDistantYear(text: string): boolean {
  return DISTANT_YEAR.test(text);
}

const DISTANT_YEAR = /^(?:\+(?!00)|-(?!0{6}))\d{6}-/;
