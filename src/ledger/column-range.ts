/** The first and the last day of some columns of days; null where there is none. */
export function daysFrom(columns: readonly Int32Array[]): {
  readonly firstDay: number | null;
  readonly lastDay: number | null;
} {
  let first = NONE;
  let last = -NONE;
  for (const column of columns) {
    for (let at = 0; at < column.length; at += 1) {
      const day = column[at] ?? 0;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first <= last ? { firstDay: first, lastDay: last } : { firstDay: null, lastDay: null };
}

/** Beyond every day. A small whole number, which an infinity is not, keeps the loop fast. */
const NONE = 1_000_000_000;

/** The latest of some columns of instants, of which unknown ones are NaN; null if none is known. */
export function latestOf(columns: readonly (Float64Array | null)[]): number | null {
  let latest = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const size = column?.length ?? 0;
    for (let at = 0; at < size; at += 1) {
      const instant = column?.[at] ?? Number.NaN;
      if (instant > latest) latest = instant;
    }
  }
  return latest === Number.NEGATIVE_INFINITY ? null : latest;
}
