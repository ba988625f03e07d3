import { type Day, hasDistantYear, isSupportedDay, leadingDay, MS_PER_DAY } from "./day.ts";
import type { IssueCode } from "./issue.ts";
import { timeOfDay } from "./time-of-day.ts";
import type { Zone } from "./zone.ts";

/** When something happened, as far as the row tells. Filled in place, for speed. */
export interface Moment {
  /** The day in the zone that was asked for. */
  day: Day;
  /** Milliseconds since 1970 in UTC; NaN when only the day is known. */
  instant: number;
}

/**
 * Reads the moment of a row. Understood are
 *
 * - a day, `2025-03-01`, which is that day in every zone;
 * - an instant with its offset: date, `T` or a blank, `hh:mm`, optionally seconds and a fraction
 *   (cut to milliseconds), then `Z`, `UTC`, `+hh:mm`, `+hhmm` or `+hh`, also after a blank; `t` and
 *   `z` may be small;
 * - a `Date`, of any realm, taken by its own time and not by methods laid over it.
 *
 * Days run from 1900 to 2199, hours to 23, seconds to 59 (a leap second is refused), offsets to
 * 14:00. An instant without offset is refused, because only the machine it came from knows its day.
 *
 * @returns `null` when `into` was filled; otherwise what is wrong, and `into` is as it was:
 * `field-missing` (also for empty text), `field-wrong-type`, `date-format`, `date-invalid`,
 * `date-ambiguous` (no offset) or `date-out-of-range`.
 */
export function readMoment(value: unknown, zone: Zone, into: Moment): IssueCode | null {
  if (typeof value === "string") {
    return value.length === 10 ? readDay(value, into) : readInstant(value, zone, into);
  }
  if (value === undefined || value === null) return "field-missing";
  return readDate(value, zone, into);
}

/** What to write instead, for each code that `readMoment` gives. */
export function expectedMoment(code: IssueCode): string {
  switch (code) {
    case "date-ambiguous":
      return "an instant with its offset, such as 2025-03-01T10:00:00+01:00, or a day";
    case "date-invalid":
      return "a day and time that exist";
    case "date-out-of-range":
      return "a day of the years 1900 to 2199";
    default:
      return "a day such as 2025-03-01, an instant such as 2025-03-01T10:00:00Z, or a Date";
  }
}

/**
 * Whether a day is one that programs write when they know none, or that comes from seconds taken
 * for milliseconds: worth a warning, since nobody bought much then.
 */
export function isPlaceholderDay(day: Day): boolean {
  return (day >= -1 && day <= 30) || PLACEHOLDER_DAYS.includes(day);
}

/** Whether one of the days from the first to the last is such a day. */
export function spansPlaceholderDay(first: Day, last: Day): boolean {
  return (first <= 30 && last >= -1) || PLACEHOLDER_DAYS.some((day) => first <= day && day <= last);
}

/** 1969-12-31 to 1970-01-31 come on top: zero in any zone, and today's seconds as milliseconds. */
const PLACEHOLDER_DAYS: readonly Day[] = [
  -25_567, // 1900-01-01, SQL Server, spreadsheets
  -24_856, // 1901-12-13, the smallest 32-bit second
  -24_107, // 1904-01-01, spreadsheets on the Mac
  3_652, // 1980-01-01, DOS and GPS
  24_855, // 2038-01-19, the largest 32-bit second
  39_968, // 2079-06-06, the largest small date of SQL Server
  47_481, // 2099-12-31, "for ever"
];

function readDay(text: string, into: Moment): IssueCode | null {
  const day = leadingDay(text);
  if (typeof day === "string") return day;
  if (!isSupportedDay(day)) return "date-out-of-range";
  into.day = day;
  into.instant = Number.NaN;
  return null;
}

/** Longer texts are not read at all. */
const LONGEST_INSTANT = 40;

function readInstant(text: string, zone: Zone, into: Moment): IssueCode | null {
  if (text === "") return "field-missing";
  if (text.length > LONGEST_INSTANT) return "date-format";
  const day = leadingDay(text);
  if (typeof day === "string") return hasDistantYear(text) ? "date-out-of-range" : day;
  const time = timeOfDay(text, 10);
  if (typeof time === "string") return time;
  return settle(day * MS_PER_DAY + time, zone, into);
}

function readDate(value: unknown, zone: Zone, into: Moment): IssueCode | null {
  let instant: number;
  try {
    // The built-in method looks at the internal time: it refuses what only looks like a Date.
    instant = Date.prototype.getTime.call(value);
  } catch {
    return "field-wrong-type";
  }
  return Number.isNaN(instant) ? "date-invalid" : settle(instant, zone, into);
}

function settle(instant: number, zone: Zone, into: Moment): IssueCode | null {
  // Looked at before the zone is asked, so that a zone never meets an absurd year.
  if (!isSupportedDay(Math.floor(instant / MS_PER_DAY))) return "date-out-of-range";
  const day = zone.dayOf(instant);
  if (!isSupportedDay(day)) return "date-out-of-range";
  into.day = day;
  into.instant = instant;
  return null;
}
