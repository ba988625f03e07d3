import { type Day, toDay } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import { GUEST, type OrdersLedger } from "../ledger/orders.ts";

/** In which periods each customer ordered: bit 0 stands for all the time before the first one. */
export interface ActivityBitmaps {
  readonly words: Int32Array;
  readonly wordsEach: number;
}

/** The place of orders before the first period; periods stand from 1 on. */
export const EARLIER = 0;

const WORD = 32;

/** Marks the periods of every customer's orders in one pass. Orders after the last one are left out. */
export function activityBitmaps(
  { sales, customers }: OrdersLedger,
  periods: readonly Period[],
  until: Day,
): ActivityBitmaps {
  const bitmaps = newBitmaps(customers.length, periods.length + 1);
  const { placeOf, from } = placesOfDays(periods, until);
  const { customer, day, size } = sales;
  for (let at = 0; at < size; at += 1) {
    const who = customer[at] ?? GUEST;
    if (who === GUEST) continue;
    const since = (day[at] ?? 0) - from;
    if (since >= placeOf.length) continue;
    markPlace(bitmaps, who, since < 0 ? EARLIER : (placeOf[since] ?? EARLIER));
  }
  return bitmaps;
}

/** No bit set for anybody. */
export function newBitmaps(customers: number, places: number): ActivityBitmaps {
  const wordsEach = Math.ceil(places / WORD);
  return { words: new Int32Array(customers * wordsEach), wordsEach };
}

export function markPlace({ words, wordsEach }: ActivityBitmaps, who: number, place: number): void {
  const word = who * wordsEach + (place >>> 5);
  words[word] = (words[word] ?? 0) | (1 << (place & 31));
}

/** The place of each day in a row of periods, from 1 on. */
export function placesOfDays(
  periods: readonly Period[],
  until: Day,
): { readonly placeOf: Uint16Array; readonly from: Day } {
  const [first] = periods;
  const [last] = periods.slice(-1);
  if (first === undefined || last === undefined) return { placeOf: new Uint16Array(0), from: 0 };
  const from = toDay(first.start);
  const placeOf = new Uint16Array(Math.max(0, Math.min(toDay(last.end), until) - from));
  for (const [at, { start, end }] of periods.entries()) {
    placeOf.fill(at + 1, toDay(start) - from, toDay(end) - from);
  }
  return { placeOf, from };
}

/** The place of a customer's lowest bit; `null` where there is none. */
export function lowestPlace({ words, wordsEach }: ActivityBitmaps, who: number): number | null {
  for (let at = 0; at < wordsEach; at += 1) {
    const word = words[who * wordsEach + at] ?? 0;
    if (word !== 0) return at * WORD + lowestBit(word);
  }
  return null;
}

/** Writes the places of a customer's bits, lowest first, and answers how many there are. */
export function activePlaces(
  { words, wordsEach }: ActivityBitmaps,
  who: number,
  into: Int32Array,
): number {
  let found = 0;
  for (let at = 0; at < wordsEach; at += 1) {
    let word = words[who * wordsEach + at] ?? 0;
    while (word !== 0) {
      into[found] = at * WORD + lowestBit(word);
      found += 1;
      word &= word - 1; // without its lowest bit
    }
  }
  return found;
}

/** The place of the lowest bit of a word that is not 0. */
function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
