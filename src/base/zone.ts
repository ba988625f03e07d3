import { tzOffset } from "@date-fns/tz/tzOffset";
import { type Day, FIRST_DAY, LAST_DAY, MS_PER_DAY } from "./day.ts";
import { argumentError, requireArgument } from "./errors.ts";

/** The clock of a place: which day it is there at an instant. Instants are milliseconds since 1970. */
export interface Zone {
  /** The IANA name, such as `Europe/Paris`, or `UTC`. */
  readonly name: string;
  /** The day on the wall at an instant of the years 1900 to 2199. */
  readonly dayOf: (instant: number) => Day;
  /** How far the wall clock is ahead of UTC at an instant, in milliseconds. */
  readonly offsetAt: (instant: number) => number;
}

/** The zone that needs no table. */
export const UTC: Zone = {
  name: "UTC",
  dayOf: (instant) => Math.floor(instant / MS_PER_DAY),
  offsetAt: () => 0,
};

/**
 * The zone of an IANA name of the form `Area/Place`, or `UTC`; small and capital letters may be
 * mixed. Abbreviations and old short names (`CST`, `EST`, `Japan`) are refused: some are two zones,
 * some lack summer time.
 *
 * The name is kept as it was given, in its usual case; a second name of the same zone
 * (`Asia/Calcutta`, `Asia/Kolkata`) is not replaced by the first, since runtimes disagree about
 * which one that is.
 *
 * @throws `invalid-argument` with `time-zone-unknown`, or `option-wrong-type` for anything but text.
 * @example
 * zoneOf("europe/paris").name; // => "Europe/Paris"
 * zoneOf("Asia/Kolkata").dayOf(Date.UTC(2025, 0, 31, 20)); // => 20120
 */
export function zoneOf(name: unknown, option = "timeZone"): Zone {
  requireArgument(typeof name === "string", option, KNOWN_ZONE, name, "option-wrong-type");
  if (name.toUpperCase() === "UTC") return UTC;
  const format = name.includes("/") ? offsetFormat(name) : null;
  if (!format) throw argumentError(option, KNOWN_ZONE, name, "time-zone-unknown");
  const known = format.resolvedOptions().timeZone;
  return tabledZone(known.toLowerCase() === name.toLowerCase() ? known : name, format);
}

const KNOWN_ZONE = 'an IANA time zone, such as "Europe/Paris", or "UTC"';

/** The first instant of a day in a zone; of a day that a zone skipped, the end of the day before. */
export function startOfDay(zone: Zone, day: Day): number {
  const wall = day * MS_PER_DAY;
  const ahead = zone.offsetAt(wall - MS_PER_DAY);
  const behind = zone.offsetAt(wall + MS_PER_DAY);
  // Without a transition near by both are equal, and the first instant is known at once.
  let start = wall - Math.max(ahead, behind);
  if (zone.dayOf(start) >= day) return start;
  let before = start;
  start = wall - Math.min(ahead, behind);
  while (start - before > 1) {
    const middle = Math.floor((before + start) / 2);
    if (zone.dayOf(middle) >= day) start = middle;
    else before = middle;
  }
  return start;
}

function offsetFormat(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/** Asks for the offset once for each UTC day that is touched, and remembers it. */
function tabledZone(name: string, format: Intl.DateTimeFormat): Zone {
  const table = new Int32Array(LAST_DAY - FIRST_DAY + 1);
  const offsetAt = (instant: number): number => {
    const date = new Date(instant);
    const offset = Math.round(tzOffset(name, date) * 60) * 1000;
    // Between −1 hour and 0 (Monrovia until 1972) `tzOffset` 1.5.0 loses the sign.
    const signLost = offset > 0 && offset < MS_PER_HOUR && format.format(date).includes("-");
    return signLost ? -offset : offset;
  };
  const ask = (utcDay: Day): number => {
    const first = offsetAt(utcDay * MS_PER_DAY);
    const last = offsetAt((utcDay + 1) * MS_PER_DAY);
    const entry = first === last ? first + ASKED : CLOCK_MOVES;
    table[utcDay - FIRST_DAY] = entry;
    return entry;
  };
  const dayOf = (instant: number): Day => {
    const utcDay = Math.floor(instant / MS_PER_DAY);
    const entry = table[utcDay - FIRST_DAY] || ask(utcDay);
    const offset = entry === CLOCK_MOVES ? offsetAt(instant) : entry - ASKED;
    return Math.floor((instant + offset) / MS_PER_DAY);
  };
  return { name, dayOf, offsetAt };
}

const MS_PER_HOUR = 3_600_000;

/** Added to an offset in the table, which makes it positive: 0 stands for a day not asked yet. */
const ASKED = MS_PER_DAY;

/** Stands in the table for a day on which the clock is put forward or back: asked each time. */
const CLOCK_MOVES = 1;
