import type { Day } from "../base/day.ts";

/** The places of a column in the order of its days: a counting sort, as there are few days. */
export function byDay(days: Int32Array): Int32Array {
  let [first, last]: [Day, Day] = [Infinity, -Infinity];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const places = new Int32Array(days.length);
  if (days.length === 0) return places;
  const next = new Int32Array(last - first + 2);
  for (const day of days) next[day - first + 1] = (next[day - first + 1] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  for (let at = 0; at < days.length; at += 1) {
    const bucket = (days[at] ?? 0) - first;
    const place = next[bucket] ?? 0;
    places[place] = at;
    next[bucket] = place + 1;
  }
  return places;
}
