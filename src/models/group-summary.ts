import type { PurchaseSummary } from "./purchase-summary.ts";

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
  const { repeatPurchases, lastPurchaseAge, age, customers, sumLogGaps } = summary;
  const first: number[] = [];
  const count: number[] = [];
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
        first.push(row);
        count.push(customers[row] ?? 1);
        break;
      }
      if (alike(summary, first[group] ?? 0, row)) {
        count[group] = (count[group] ?? 0) + (customers[row] ?? 1);
        break;
      }
    }
  }
  return pick(summary, first, count);
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
  summary: PurchaseSummary,
  rows: readonly number[],
  counts: readonly number[],
): PurchaseSummary {
  const { repeatPurchases, sumLogGaps } = summary;
  const order = rows
    .map((_, group) => group)
    .sort((a, b) => (repeatPurchases[rows[a] ?? 0] ?? 0) - (repeatPurchases[rows[b] ?? 0] ?? 0));
  const take = (column: Float64Array): Float64Array => {
    const taken = new Float64Array(order.length);
    for (let place = 0; place < order.length; place += 1) {
      taken[place] = column[rows[order[place] ?? 0] ?? 0] ?? 0;
    }
    return taken;
  };
  return {
    unit: summary.unit,
    repeatPurchases: take(repeatPurchases),
    lastPurchaseAge: take(summary.lastPurchaseAge),
    age: take(summary.age),
    customers: Float64Array.from(order, (group) => counts[group] ?? 0),
    meanSpend: null,
    sumLogGaps: sumLogGaps && take(sumLogGaps),
  };
}
