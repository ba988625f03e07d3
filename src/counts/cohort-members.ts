import { type Day, MS_PER_DAY } from "../base/day.ts";
import { type Entries, GUEST, type OrdersLedger } from "../ledger/orders.ts";
import {
  type ActivityBitmaps,
  activityBitmaps,
  EARLIER,
  lowestPlace,
  markPlace,
  newBitmaps,
  placesOfDays,
} from "./activity-bitmaps.ts";
import { type CohortAges, ELAPSED_DAYS } from "./cohort-ages.ts";
import type { CohortAxes } from "./cohort-question.ts";

/** In which cohort each customer is, and when each was active. */
export interface CohortMembers {
  readonly activity: ActivityBitmaps;
  /** The cohort of the first order ever, by customer; `NO_COHORT` where that was before the first. */
  readonly cohortOf: Int32Array;
  /** The age of an order or a refund of a member. */
  readonly ageOf: (entries: Entries, at: number, who: number) => number;
}

/** The cohort of a customer whose first order is not within the periods: one below the first. */
export const NO_COHORT = -1;

/** Finds the members of cohorts on the clock that was asked for. */
export function cohortMembers(
  ledger: OrdersLedger,
  ages: CohortAges,
  axes: CohortAxes,
  until: Day,
): CohortMembers {
  return axes.clock === "calendar"
    ? byCalendar(ledger, ages, until)
    : byElapsedTime(ledger, ages, until, ELAPSED_DAYS[axes.every]);
}

/** Bits are calendar periods, so that a customer's cohort is the lowest bit. */
function byCalendar(ledger: OrdersLedger, { periods }: CohortAges, until: Day): CohortMembers {
  const activity = activityBitmaps(ledger, periods, until);
  const cohortOf = new Int32Array(ledger.customers.length);
  for (let who = 0; who < cohortOf.length; who += 1) {
    // Places stand from 1 on, and orders before the first period stand at 0.
    cohortOf[who] = (lowestPlace(activity, who) ?? EARLIER) - 1;
  }
  const { placeOf, from } = placesOfDays(periods, until);
  const ageOf: CohortMembers["ageOf"] = ({ day }, at, who) =>
    (placeOf[(day[at] ?? 0) - from] ?? 0) - 1 - (cohortOf[who] ?? 0);
  return { activity, cohortOf, ageOf };
}

/** Bits are windows of equal length since each customer's own first order. */
function byElapsedTime(
  ledger: OrdersLedger,
  { periods, started }: CohortAges,
  until: Day,
  days: number,
): CohortMembers {
  const { sales, customers } = ledger;
  const timeOf = clockOf(ledger);
  const first = new Float64Array(customers.length).fill(Infinity);
  for (let at = 0; at < sales.size; at += 1) {
    const who = sales.customer[at] ?? GUEST;
    if (who === GUEST || (sales.day[at] ?? 0) >= until) continue;
    first[who] = Math.min(first[who] ?? 0, timeOf(sales, at));
  }
  const ageOf: CohortMembers["ageOf"] = (entries, at, who) =>
    Math.floor((timeOf(entries, at) - (first[who] ?? 0)) / (days * MS_PER_DAY));
  const windows = started[0] ?? 0;
  const activity = newBitmaps(customers.length, windows);
  const cohortOf = new Int32Array(customers.length).fill(NO_COHORT);
  const { placeOf, from } = placesOfDays(periods, until);
  for (let at = 0; at < sales.size; at += 1) {
    const who = sales.customer[at] ?? GUEST;
    const day = sales.day[at] ?? 0;
    if (who === GUEST || day >= until) continue;
    const age = ageOf(sales, at, who);
    if (age < windows) markPlace(activity, who, age);
    if (timeOf(sales, at) !== first[who]) continue;
    cohortOf[who] = (day < from ? EARLIER : (placeOf[day - from] ?? EARLIER)) - 1;
  }
  return { activity, cohortOf, ageOf };
}

/** Milliseconds where every row has an instant; else the midnight of its day. */
function clockOf({ sales, refunds }: OrdersLedger): (entries: Entries, at: number) => number {
  const isExact = [sales, refunds].every(
    ({ size, instant }) => size === 0 || (instant !== null && !instant.includes(Number.NaN)),
  );
  return isExact
    ? ({ instant }, at) => instant?.[at] ?? 0
    : ({ day }, at) => (day[at] ?? 0) * MS_PER_DAY;
}
