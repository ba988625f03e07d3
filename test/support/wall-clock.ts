import { type Day, dayOf, MS_PER_DAY } from "../../src/base/day.ts";

/** What a clock on the wall shows, asked of the runtime and not of our code. */
export interface WallClock {
  /** Milliseconds since 1970 as if the wall clock were in UTC. */
  readonly wallAt: (instant: number) => number;
  readonly dayOf: (instant: number) => Day;
}

/** The independent answer to every question about zones: `Intl.DateTimeFormat`, field by field. */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const wallAt = (instant: number): number => {
    // "12/30/2011, 23:59:59"
    const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    const day = dayOf(year, month, date);
    const seconds = (hour * 60 + minute) * 60 + second;
    const fraction = ((instant % 1000) + 1000) % 1000;
    return day * MS_PER_DAY + seconds * 1000 + fraction;
  };
  return { wallAt, dayOf: (instant) => Math.floor(wallAt(instant) / MS_PER_DAY) };
}

/** Between two transitions lie more days than these, in every zone since 1970. */
const STRIDE = 3;

/** The instants between two days at which the clock was put forward or back: the first of the new time. */
export function transitionsOf(timeZone: string, from: Day, until: Day): readonly number[] {
  const clock = wallClock(timeZone);
  const offsetAt = (instant: number): number => clock.wallAt(instant) - instant;
  const found: number[] = [];
  let offset = offsetAt(from * MS_PER_DAY);
  for (let day = from; day < until; day += STRIDE) {
    const end = (day + STRIDE) * MS_PER_DAY;
    const next = offsetAt(end);
    if (next === offset) continue;
    let before = day * MS_PER_DAY;
    let after = end;
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    found.push(after);
    offset = next;
  }
  return found;
}
