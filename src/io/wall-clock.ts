import { MS_PER_DAY } from "../base/day.ts";
import type { IssueCode } from "../base/issue.ts";
import { type Moment, readMoment } from "../base/moment.ts";
import { UTC, type Zone } from "../base/zone.ts";

/** A time read off a wall clock, found on the time line. */
export interface WallMoment {
  /** The instant in ISO 8601, in UTC. */
  text: string;
  /** Whether the clock showed this time twice, because it was put back; the first is taken. */
  isTwice: boolean;
}

/**
 * Finds the instant at which a clock of the zone showed a time, such as `2024-01-05 10:00:00`.
 *
 * @returns `null` when `into` was filled; `date-invalid` for a time that the clock skipped; otherwise
 *   what is wrong with the text.
 */
export function readWallClock(text: string, zone: Zone, into: WallMoment): IssueCode | null {
  const wall: Moment = { day: 0, instant: 0 };
  const code = readMoment(`${text}Z`, UTC, wall);
  if (code !== null) return code;
  const ahead = zone.offsetAt(wall.instant - MS_PER_DAY);
  const behind = zone.offsetAt(wall.instant + MS_PER_DAY);
  const first = Math.max(ahead, behind);
  const second = Math.min(ahead, behind);
  const shows = (offset: number): boolean => zone.offsetAt(wall.instant - offset) === offset;
  const isFirst = shows(first);
  if (!isFirst && !shows(second)) return "date-invalid";
  into.text = new Date(wall.instant - (isFirst ? first : second)).toISOString();
  into.isTwice = isFirst && first !== second && shows(second);
  return null;
}

/** Where the offset begins: the time of day is digits, colons and a point. */
const TIME_OF_DAY_FROM = 11;

/**
 * Writes an instant that {@link readMoment} understands in ISO 8601, time and offset unchanged.
 *
 * @example
 * isoInstant("2024-01-05 10:00:00 +0100"); // => "2024-01-05T10:00:00+01:00"
 * isoInstant("2024-01-05 10:00:00 UTC"); // => "2024-01-05T10:00:00Z"
 */
export function isoInstant(text: string): string {
  let end = TIME_OF_DAY_FROM;
  while (isOfTime(text.charCodeAt(end))) end += 1;
  const offset = text.slice(end).trim();
  return `${text.slice(0, 10)}T${text.slice(TIME_OF_DAY_FROM, end)}${isoOffset(offset)}`;
}

function isOfTime(code: number): boolean {
  return (code >= 0x30 && code <= 0x3a) || code === 0x2e;
}

function isoOffset(offset: string): string {
  if (offset === "UTC" || offset === "z" || offset === "Z") return "Z";
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
