import { type Entries, GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { WholeNumbers } from "./exact-moments.ts";
import { moneyAdder, roomForSums } from "./money-sums.ts";

/**
 * Net revenue of every customer up to each age in turn, of the cohorts that were followed so long;
 * at age 0 with what lies before it, such as a refund of something bought before the rows begin.
 *
 * @param over - How many ages of each cohort were over when the data end.
 * @param each - What is made of the values at one age.
 */
export function valuesByAge<Made>(
  ledger: OrdersLedger,
  members: CohortMembers,
  over: readonly number[],
  until: number,
  each: (age: number, values: WholeNumbers) => Made,
): readonly Made[] {
  const ages = Math.max(0, ...over);
  const sums = roomForSums(ledger, ledger.customers.length);
  const kinds = [
    { entries: ledger.sales, sign: 1 },
    { entries: ledger.refunds, sign: -1 },
  ] as const;
  const adders = kinds.map(({ entries, sign }) => {
    const add = moneyAdder(sums, entries.amount.values, sign);
    const byAge = entriesByAge(entries, members, until, ages);
    return (age: number): void => {
      for (const at of byAge(age)) add(entries.customer[at] ?? GUEST, at);
    };
  });
  return Array.from({ length: ages }, (_, age) => {
    for (const add of adders) add(age);
    const isFollowed = (who: number): boolean => {
      const cohort = members.cohortOf[who] ?? NO_COHORT;
      return cohort !== NO_COHORT && (over[cohort] ?? 0) > age;
    };
    return each(age, followed(sums, isFollowed));
  });
}

function followed(
  sums: Float64Array | readonly bigint[],
  isFollowed: (who: number) => boolean,
): WholeNumbers {
  return sums instanceof Float64Array
    ? sums.filter((_, who) => isFollowed(who))
    : sums.filter((_, who) => isFollowed(who));
}

/** Sorts entries of members by age, in time proportional to their number. */
function entriesByAge(
  entries: Entries,
  { cohortOf, ageOf }: CohortMembers,
  until: number,
  ages: number,
): (age: number) => Int32Array {
  const placeOf = (at: number): number => {
    const who = entries.customer[at] ?? GUEST;
    if (who === GUEST || (entries.day[at] ?? 0) >= until) return ages;
    if ((cohortOf[who] ?? NO_COHORT) === NO_COHORT) return ages;
    return Math.min(ages, Math.max(0, ageOf(entries, at, who)));
  };
  const ends = new Int32Array(ages + 1);
  const places = new Int32Array(entries.size);
  for (let at = 0; at < places.length; at += 1) {
    const place = placeOf(at);
    places[at] = place;
    ends[place] = (ends[place] ?? 0) + 1;
  }
  for (let age = 1; age <= ages; age += 1) ends[age] = (ends[age] ?? 0) + (ends[age - 1] ?? 0);
  const sorted = new Int32Array(entries.size);
  const next = Int32Array.from(ends, (_, age) => ends[age - 1] ?? 0);
  for (const [at, place] of places.entries()) {
    sorted[next[place] ?? 0] = at;
    next[place] = (next[place] ?? 0) + 1;
  }
  return (age) => sorted.subarray(ends[age - 1] ?? 0, ends[age]);
}
