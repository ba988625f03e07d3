import { daysFrom } from "./column-range.ts";
import { hashOfNumber, mixed, slotsFor } from "./id-table.ts";
import type { OrderEntries } from "./order-entries.ts";
import { GUEST } from "./orders.ts";
import type { WarningLog } from "./warning-log.ts";

/**
 * Warns about entries without an id that equal an earlier one in customer, moment and amount. Guests
 * are left out: two of them may well buy the same thing on one day.
 *
 * Only entries of one day can be equal, so each day is searched by itself, in a table that fits the
 * nearest cache.
 */
export function warnIdenticalRows(
  entries: OrderEntries,
  field: "orderId" | "refundId",
  warnings: WarningLog,
): void {
  const order = byDay(entries);
  if (order.length < 2) return;
  const { day, row } = entries;
  const hashes = hashesOf(entries);
  const found = (index: number, first: number): void => {
    warnings.add("identical-rows", row[index] ?? 0, field, undefined, row[first]);
  };
  let slots = new Int32Array(slotsFor(1));
  for (let start = 0; start < order.length; ) {
    const today = day[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && day[order[end] ?? 0] === today) end += 1;
    if (end - start > 1) {
      const room = slotsFor(end - start);
      if (slots.length < room) slots = new Int32Array(room);
      searchDay(entries, hashes, order.subarray(start, end), slots.subarray(0, room), found);
    }
    start = end;
  }
}

/** The indexes of the entries to look at, in the order of their days. */
function byDay({ size, day, id, customer }: OrderEntries): Int32Array {
  const candidates = new Int32Array(size);
  let count = 0;
  let isSorted = true;
  let before = day[0] ?? 0;
  for (let index = 0; index < size; index += 1) {
    if (customer[index] === GUEST || (id !== null && id[index] !== undefined)) continue;
    const today = day[index] ?? 0;
    if (today < before) isSorted = false;
    before = today;
    candidates[count] = index;
    count += 1;
  }
  const found = candidates.subarray(0, count);
  return isSorted ? found : sortedByDay(found, day);
}

/** Counts how many entries each day has, then puts each into its place. */
function sortedByDay(indexes: Int32Array, day: Int32Array): Int32Array {
  const { firstDay, lastDay } = daysFrom([day]);
  const first = firstDay ?? 0;
  const next = new Int32Array((lastDay ?? 0) - first + 2);
  for (let at = 0; at < indexes.length; at += 1) {
    const after = (day[indexes[at] ?? 0] ?? 0) - first + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const sorted = new Int32Array(indexes.length);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    const today = (day[index] ?? 0) - first;
    const place = next[today] ?? 0;
    sorted[place] = index;
    next[today] = place + 1;
  }
  return sorted;
}

/** One number for customer, moment and amount of each entry: equal entries have equal numbers. */
function hashesOf({ customer, instant, money, size }: OrderEntries): Int32Array {
  const amount = money[0] ?? new Float64Array();
  const units = amount instanceof Float64Array ? amount : Float64Array.from(amount, Number);
  const hashes = new Int32Array(size);
  for (let index = 0; index < size; index += 1) {
    const time = instant === null ? 0 : hashOfNumber(instant[index] || 0);
    const who = Math.imul((customer[index] ?? 0) + 1, 0x9e3779b1);
    hashes[index] = mixed(hashOfNumber(units[index] ?? 0) ^ who ^ time);
  }
  return hashes;
}

function searchDay(
  entries: OrderEntries,
  hashes: Int32Array,
  indexes: Int32Array,
  slots: Int32Array,
  found: (index: number, first: number) => void,
): void {
  const mask = slots.length - 1;
  slots.fill(0);
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    const hash = hashes[index] ?? 0;
    let slot = hash & mask;
    let first = (slots[slot] ?? 0) - 1;
    while (first >= 0 && !(hashes[first] === hash && areSame(entries, first, index))) {
      slot = (slot + 1) & mask;
      first = (slots[slot] ?? 0) - 1;
    }
    if (first < 0) slots[slot] = index + 1;
    else found(index, first);
  }
}

function areSame(
  { customer, instant, money, refundOf }: OrderEntries,
  left: number,
  right: number,
): boolean {
  return (
    customer[left] === customer[right] &&
    money[0]?.[left] === money[0]?.[right] &&
    (instant === null || Object.is(instant[left], instant[right])) &&
    (refundOf === null || refundOf[left] === refundOf[right])
  );
}
