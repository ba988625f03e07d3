import type { PurchaseSummary } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";

/**
 * Joins customers with the same purchase history, adding up how many they are, sorted by repeat
 * purchases. Histories are the same when repeat purchases, last purchase age, age and gaps agree.
 *
 * A likelihood needs one look at each history: a million customers counted in weeks are a few
 * thousand histories. Mean spends are left out: they differ almost always.
 *
 * @example
 * const summary = readSummary([
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 9 },
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 9 },
 * ]);
 * Array.from(groupSummary(summary).customers); // => [2]
 */
export function groupSummary(summary: PurchaseSummary): PurchaseSummary {
  return groupsOf(readSummary(summary)).summary;
}

/** The groups of a summary, and in which of them each of its places is. */
export interface Groups {
  readonly summary: PurchaseSummary;
  readonly groupOf: Int32Array;
}

/** {@link groupSummary}, with the way back to the places. */
export function groupsOf(summary: PurchaseSummary): Groups {
  const { repeatPurchases, lastPurchaseAge, age, customers, sumLogGaps } = summary;
  const first: number[] = [];
  const count: number[] = [];
  const groupOf = new Int32Array(age.length);
  const slots = openSlots(age.length);
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  const mix = (hash: number, value: number): number => {
    bits[0] = value;
    const mixed = Math.imul(hash ^ (words[0] ?? 0), 0x9e3779b1) ^ (words[1] ?? 0);
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  };
  for (let row = 0; row < age.length; row += 1) {
    let hash = mix(
      mix(mix(0, age[row] ?? 0), lastPurchaseAge[row] ?? 0),
      repeatPurchases[row] ?? 0,
    );
    if (sumLogGaps) hash = mix(hash, sumLogGaps[row] ?? 0);
    let slot = (hash ^ (hash >>> 13)) & (slots.length - 1);
    for (; ; slot = (slot + 1) & (slots.length - 1)) {
      const group = slots[slot] ?? -1;
      if (group === -1) {
        slots[slot] = first.length;
        groupOf[row] = first.length;
        first.push(row);
        count.push(customers[row] ?? 1);
        break;
      }
      if (alike(summary, first[group] ?? 0, row)) {
        count[group] = (count[group] ?? 0) + (customers[row] ?? 1);
        groupOf[row] = group;
        break;
      }
    }
  }
  const order = byRepeatPurchases(repeatPurchases, first);
  const placed = new Int32Array(order.length);
  for (const [place, group] of order.entries()) placed[group] = place;
  return {
    summary: pick(summary, first, count, order),
    groupOf: groupOf.map((group) => placed[group] ?? 0),
  };
}

/** From so many groups on, every eighth gives a good idea of the whole. */
const THINNED_FROM = 400;

/** Every eighth group, or null where there are too few for that. */
export function everyEighth(groups: PurchaseSummary): PurchaseSummary | null {
  if (groups.age.length < THINNED_FROM) return null;
  const thin = (column: Float64Array): Float64Array => {
    const few = new Float64Array(Math.ceil(column.length / 8));
    for (let at = 0; at < few.length; at += 1) few[at] = column[8 * at] ?? 0;
    return few;
  };
  return {
    unit: groups.unit,
    repeatPurchases: thin(groups.repeatPurchases),
    lastPurchaseAge: thin(groups.lastPurchaseAge),
    age: thin(groups.age),
    customers: thin(groups.customers),
    meanSpend: null,
    sumLogGaps: groups.sumLogGaps && thin(groups.sumLogGaps),
  };
}

/** The groups in the order of their repeat purchases, those with as many in that of their rows. */
function byRepeatPurchases(repeatPurchases: Float64Array, first: readonly number[]): Int32Array {
  const size = first.length;
  const x = (group: number): number => repeatPurchases[first[group] ?? 0] ?? 0;
  // One number for both, sorted without a comparison written here.
  const keys = new Float64Array(size);
  for (let group = 0; group < size; group += 1) keys[group] = x(group) * size + group;
  keys.sort();
  if ((keys[size - 1] ?? 0) > Number.MAX_SAFE_INTEGER) {
    return Int32Array.from(first, (_, group) => group).sort((a, b) => x(a) - x(b));
  }
  const order = new Int32Array(size);
  for (let place = 0; place < size; place += 1) order[place] = (keys[place] ?? 0) % size;
  return order;
}

/** A power of two places, at most half of them ever taken. */
function openSlots(rows: number): Int32Array {
  let size = 16;
  while (size < 2 * rows) size *= 2;
  return new Int32Array(size).fill(-1);
}

function alike(summary: PurchaseSummary, one: number, other: number): boolean {
  const { repeatPurchases, lastPurchaseAge, age, sumLogGaps } = summary;
  return (
    age[one] === age[other] &&
    lastPurchaseAge[one] === lastPurchaseAge[other] &&
    repeatPurchases[one] === repeatPurchases[other] &&
    (!sumLogGaps || sumLogGaps[one] === sumLogGaps[other])
  );
}

function pick(
  { unit, repeatPurchases, lastPurchaseAge, age, sumLogGaps }: PurchaseSummary,
  rows: readonly number[],
  counts: readonly number[],
  order: Int32Array,
): PurchaseSummary {
  const take = (column: Float64Array): Float64Array => {
    const taken = new Float64Array(order.length);
    for (let place = 0; place < taken.length; place += 1) {
      taken[place] = column[rows[order[place] ?? 0] ?? 0] ?? 0;
    }
    return taken;
  };
  return {
    unit,
    repeatPurchases: take(repeatPurchases),
    lastPurchaseAge: take(lastPurchaseAge),
    age: take(age),
    customers: Float64Array.from(order, (group) => counts[group] ?? 0),
    meanSpend: null,
    sumLogGaps: sumLogGaps && take(sumLogGaps),
  };
}
