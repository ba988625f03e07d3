import { mixed, slotsFor } from "./id-table.ts";
import type { OrderEntries } from "./order-entries.ts";
import { GUEST } from "./orders.ts";
import type { WarningLog } from "./warning-log.ts";

/**
 * Warns about entries without an id that equal an earlier one in customer, moment and amount. Guests
 * are left out: two of them may well buy the same thing on one day.
 *
 * Equal entries have equal hashes, so sets of hashes, a bit each, sort out nearly all of them: an entry
 * whose bit an earlier one had set is late, and only those are compared that have the hash of a late one.
 */
export function warnIdenticalRows(
  entries: OrderEntries,
  field: "orderId" | "refundId",
  warnings: WarningLog,
): void {
  const hashes = hashesOf(entries);
  const suspects = sharingABit(entries, hashes);
  if (suspects.length === 0) return;
  const { row } = entries;
  eachEqual(entries, hashes, suspects, (index, first) => {
    warnings.add("identical-rows", row[index] ?? 0, field, undefined, row[first]);
  });
}

/** One number for customer, moment and amount of each entry: equal entries have equal numbers. */
function hashesOf({ customer, day, instant, money, size }: OrderEntries): Int32Array {
  const amount = money[0] ?? new Float64Array();
  const units = amount instanceof Float64Array ? amount : Float64Array.from(amount, Number);
  const hashes = new Int32Array(size);
  for (let index = 0; index < size; index += 1) {
    // `| 0` takes the low 32 bits.
    const time = instant === null ? 0 : Math.imul(instant[index] || 0, 0xc2b2ae35);
    const who = Math.imul((customer[index] ?? 0) + 1, 0x9e3779b1);
    const when = Math.imul(day[index] ?? 0, 0x85ebca6b);
    hashes[index] = mixed(((units[index] ?? 0) | 0) ^ who ^ when ^ time);
  }
  return hashes;
}

/** The entries that may have an equal one, in their order. */
function sharingABit(entries: OrderEntries, hashes: Int32Array): Int32Array {
  const room = new Int32Array(entries.size);
  const late = hashesMetBefore(entries, hashes, room);
  if (late.length === 0) return late;
  const few = bitsOf(late);
  return entriesAmong(entries, hashes, few, room);
}

/** The hashes whose bit an earlier one had set: about one in fifteen does so by chance. */
function hashesMetBefore(
  { id, customer }: OrderEntries,
  hashes: Int32Array,
  into: Int32Array,
): Int32Array {
  const bits = newBits(hashes.length * 8);
  const mask = bits.length - 1;
  let count = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    if (customer[index] === GUEST || (id !== null && id[index] !== undefined)) continue;
    const hash = hashes[index] ?? 0;
    const [place, bit] = [(hash >>> 5) & mask, 1 << (hash & 31)];
    const before = bits[place] ?? 0;
    bits[place] = before | bit;
    if ((before & bit) === 0) continue;
    into[count] = hash;
    count += 1;
  }
  return into.subarray(0, count);
}

/** The entries whose hash, turned round, has its bit set. */
function entriesAmong(
  { id, customer }: OrderEntries,
  hashes: Int32Array,
  bits: Int32Array,
  into: Int32Array,
): Int32Array {
  const mask = bits.length - 1;
  let count = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = turned(hashes[index] ?? 0);
    if (((bits[(hash >>> 5) & mask] ?? 0) & (1 << (hash & 31))) === 0) continue;
    if (customer[index] === GUEST || (id !== null && id[index] !== undefined)) continue;
    into[count] = index;
    count += 1;
  }
  return into.subarray(0, count);
}

/** Room for a set of hashes, a bit each; it may seem to hold some that were never put in. */
function newBits(bits: number): Int32Array {
  return new Int32Array(Math.max(1, slotsFor(bits >>> 1) >>> 5));
}

/** The bits of hashes turned round: two that shared a bit by chance will hardly do so again. */
function bitsOf(hashes: Int32Array): Int32Array {
  const bits = newBits(hashes.length * 16);
  for (const one of hashes) {
    const hash = turned(one);
    const place = (hash >>> 5) & (bits.length - 1);
    bits[place] = (bits[place] ?? 0) | (1 << (hash & 31));
  }
  return bits;
}

function turned(hash: number): number {
  return (hash >>> 16) | (hash << 16);
}

/** Tells of each entry that equals an earlier one, with the first of them. */
function eachEqual(
  entries: OrderEntries,
  hashes: Int32Array,
  suspects: Int32Array,
  tell: (index: number, first: number) => void,
): void {
  const slots = new Int32Array(slotsFor(suspects.length)); // index + 1, 0 is empty
  const mask = slots.length - 1;
  for (let at = 0; at < suspects.length; at += 1) {
    const index = suspects[at] ?? 0;
    const hash = hashes[index] ?? 0;
    let slot = mixed(hash) & mask; // mixed anew, or those that share a bit would crowd one place
    let first = (slots[slot] ?? 0) - 1;
    while (first >= 0 && !(hashes[first] === hash && areSame(entries, first, index))) {
      slot = (slot + 1) & mask;
      first = (slots[slot] ?? 0) - 1;
    }
    if (first < 0) slots[slot] = index + 1;
    else tell(index, first);
  }
}

function areSame(
  { customer, day, instant, money, refundOf }: OrderEntries,
  left: number,
  right: number,
): boolean {
  return (
    customer[left] === customer[right] &&
    day[left] === day[right] &&
    money[0]?.[left] === money[0]?.[right] &&
    (instant === null || Object.is(instant[left], instant[right])) &&
    (refundOf === null || refundOf[left] === refundOf[right])
  );
}
