import { mixed, slotsFor } from "./id-table.ts";
import type { OrderEntries } from "./order-entries.ts";
import { GUEST } from "./orders.ts";
import type { WarningLog } from "./warning-log.ts";

/**
 * Warns about entries without an id that equal an earlier one in customer, moment and amount. Guests
 * are left out: two of them may well buy the same thing on one day.
 *
 * One bit for each hash met sorts out nearly all entries, since equal entries set the same bit. Only
 * the few that share theirs with another are compared.
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

/** Bits for each entry: with these, about one in eight shares its bit with another by chance. */
const BITS_EACH = 8;

/** The entries whose bit another has as well, in their order. */
function sharingABit({ size, id, customer }: OrderEntries, hashes: Int32Array): Int32Array {
  const bits = slotsFor(size * (BITS_EACH >>> 1));
  const met = new Int32Array(bits >>> 5);
  const shared = new Int32Array(bits >>> 5);
  const mask = met.length - 1;
  const isAsked = (index: number): boolean =>
    customer[index] !== GUEST && (id === null || id[index] === undefined);
  let someShare = false;
  for (let index = 0; index < size; index += 1) {
    if (!isAsked(index)) continue;
    const hash = hashes[index] ?? 0;
    const word = (hash >>> 5) & mask;
    const bit = 1 << (hash & 31);
    const before = met[word] ?? 0;
    met[word] = before | bit;
    if ((before & bit) === 0) continue;
    shared[word] = (shared[word] ?? 0) | bit;
    someShare = true;
  }
  if (!someShare) return new Int32Array();
  const suspects = new Int32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    const hash = hashes[index] ?? 0;
    if (((shared[(hash >>> 5) & mask] ?? 0) & (1 << (hash & 31))) === 0) continue;
    if (!isAsked(index)) continue;
    suspects[count] = index;
    count += 1;
  }
  return suspects.subarray(0, count);
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
