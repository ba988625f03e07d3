import type { CustomerModel } from "./customer-model.ts";
import { NEW_CUSTOMER } from "./new-customer.ts";
import { expectationOf } from "./process-outlook.ts";
import type { PurchaseColumns } from "./purchase-columns.ts";
import { requireColumns } from "./require-columns.ts";
import { CUSTOMER_KINDS, requireModel } from "./require-model.ts";
import { standingOf } from "./standing.ts";
import type { CustomerSummary } from "./summarise-purchases.ts";
import { daysIn } from "./time-unit.ts";
import { readTrackedSpan, requireTracked, type TrackedSpan } from "./tracked-span.ts";

/** One week of the calendar of a summary. */
export interface TrackedWeek {
  /** First day after the week. */
  readonly end: number;
  /** Whether it lies after the end of the summary, in the hold-out. */
  readonly inHoldout: boolean;
  /** Repeat purchases in the week. */
  readonly actual: number;
  readonly expected: number;
  /** Repeat purchases up to its end. */
  readonly actualSoFar: number;
  readonly expectedSoFar: number;
}

const WEEK = 7;

/** No day is that far from 1970. */
const FAR_DAY = 1e7;

/**
 * Repeat purchases of a summary's customers week by week, made and expected, through the hold-out.
 *
 * Weeks are counted from the end of the summary backwards and forwards, so that none lies across it;
 * the first may be shorter than seven days, and a last one that is not over is left out.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, figure 3.
 * @example
 * const columns = { customer: Int32Array.of(0, 1, 0, 0), day: Int32Array.of(100, 107, 110, 130) };
 * const summary = summarisePurchases(columns, { observedUntil: 135, holdoutFrom: 121 });
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const weeks = trackPurchases(model, summary, columns, { end: 121, observedUntil: 135 });
 * weeks.map(({ actual }) => actual); // => [0, 1, 0, 0, 1]
 */
export function trackPurchases(
  model: CustomerModel,
  summary: CustomerSummary,
  purchases: PurchaseColumns,
  span: TrackedSpan,
): readonly TrackedWeek[] {
  requireModel(model, CUSTOMER_KINDS);
  requireTracked(summary);
  requireColumns(purchases);
  const asked = readTrackedSpan(span);
  const { end, observedUntil } = asked;
  const firsts = firstDays(summary, end);
  const earliest = [...firsts.keys()].reduce((least, day) => Math.min(least, day), end);
  const before = Math.ceil((end - earliest) / WEEK);
  const after = Math.floor((observedUntil - end) / WEEK);
  const weeks = before + after;
  const made = repeatsByWeek(summary, purchases, asked, { before, weeks });
  const expectedBy = cumulativeExpectation(model, summary, firsts);
  let [actualSoFar, expectedSoFar] = [0, 0];
  return Array.from({ length: weeks }, (_, week) => {
    const weekEnd = end + (week + 1 - before) * WEEK;
    const upTo = expectedBy(weekEnd);
    const [actual, expected] = [made[week] ?? 0, upTo - expectedSoFar];
    actualSoFar += actual;
    expectedSoFar = upTo;
    const inHoldout = week >= before;
    return { end: weekEnd, inHoldout, actual, expected, actualSoFar, expectedSoFar };
  });
}

/** How many customers bought first on each day. */
function firstDays(summary: CustomerSummary, end: number): ReadonlyMap<number, number> {
  const days = daysIn(summary.unit);
  const firsts = new Map<number, number>();
  for (const [row, age] of summary.age.entries()) {
    const first = end - 1 - Math.round(age * days);
    firsts.set(first, (firsts.get(first) ?? 0) + (summary.customers[row] ?? 0));
  }
  return firsts;
}

/** Purchases expected of all customers before a day; the expectation at each age is asked once. */
function cumulativeExpectation(
  model: CustomerModel,
  { unit }: CustomerSummary,
  firsts: ReadonlyMap<number, number>,
): (end: number) => number {
  const { alive, process } = standingOf(model, NEW_CUSTOMER);
  const known = new Map<number, number>();
  const byAge = (age: number): number => {
    const found = known.get(age) ?? alive * expectationOf(process, age / daysIn(unit));
    known.set(age, found);
    return found;
  };
  return (end) => {
    let sum = 0;
    for (const [first, customers] of firsts) {
      if (first < end - 1) sum += customers * byAge(end - 1 - first);
    }
    return sum;
  };
}

/** Repeat purchases of the summary's customers in each week. */
function repeatsByWeek(
  summary: CustomerSummary,
  { customer, day }: PurchaseColumns,
  { end, observedUntil, mergeSameDay = true }: TrackedSpan,
  { before, weeks }: { readonly before: number; readonly weeks: number },
): Float64Array {
  const made = new Float64Array(weeks);
  const days = daysIn(summary.unit);
  const firstOf = new Map<number, number>();
  for (const [row, code] of summary.customer.entries()) {
    firstOf.set(code, end - 1 - Math.round((summary.age[row] ?? 0) * days));
  }
  const seen = new Set<number>();
  for (const [row, code] of customer.entries()) {
    const [today, first] = [day[row] ?? 0, firstOf.get(code)];
    if (first === undefined || today >= observedUntil) continue;
    if (mergeSameDay) {
      const key = code * FAR_DAY + today;
      if (today === first || seen.has(key)) continue;
      seen.add(key);
    }
    const week = Math.floor((today - end) / WEEK) + before;
    if (week < weeks) made[week] = (made[week] ?? 0) + 1;
  }
  if (!mergeSameDay) subtractFirsts(made, firstOf, end, before);
  return made;
}

/** With every purchase counted apart, one of each customer's is the first. */
function subtractFirsts(
  made: Float64Array,
  firstOf: ReadonlyMap<number, number>,
  end: number,
  before: number,
): void {
  for (const first of firstOf.values()) {
    const week = Math.floor((first - end) / WEEK) + before;
    made[week] = (made[week] ?? 0) - 1;
  }
}
