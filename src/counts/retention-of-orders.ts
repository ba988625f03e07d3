import { type Day, toDay } from "../base/day.ts";
import { type Period, periodDays } from "../base/period.ts";
import { GUEST, type OrdersLedger } from "../ledger/orders.ts";
import type { RetentionCounts } from "./retention-counts.ts";

const BEFORE = 1;
/** Bits of {@link buyerMarks}. */
export const BASELINE = 2;
export const PERIOD = 4;

/** Which days count as what. */
interface BuyersAsked {
  readonly baseline: Period;
  readonly period: Period;
  readonly until: Day;
}

/** Whether each customer bought before the period, in the baseline and in the period: bits, by customer. */
export function buyerMarks(ledger: OrdersLedger, question: BuyersAsked): Uint8Array {
  const { baseline, period, until } = question;
  const [baselineStart, baselineEnd] = [
    toDay(baseline.start),
    Math.min(toDay(baseline.end), until),
  ];
  const [start, end] = [toDay(period.start), Math.min(toDay(period.end), until)];
  const { customer, day, size } = ledger.sales;
  const firstDay = ledger.firstDay ?? 0;
  const marksOf = Uint8Array.from({ length: (ledger.lastDay ?? 0) - firstDay + 1 }, (_, at) => {
    const when = firstDay + at;
    const isBefore = when < start ? BEFORE : 0;
    const isBaseline = when >= baselineStart && when < baselineEnd ? BASELINE : 0;
    return isBefore | isBaseline | (when >= start && when < end ? PERIOD : 0);
  });
  const bought = new Uint8Array(ledger.customers.length);
  for (let at = 0; at < size; at += 1) {
    const who = customer[at] ?? GUEST;
    if (who === GUEST) continue;
    bought[who] = (bought[who] ?? 0) | (marksOf[(day[at] ?? 0) - firstDay] ?? 0);
  }
  return bought;
}

/** Counts distinct buyers of a baseline and of a period in one pass over the orders. */
export function retentionCountsOfOrders(
  ledger: OrdersLedger,
  question: BuyersAsked,
): RetentionCounts {
  return countsOfMarks(ledger, question, buyerMarks(ledger, question));
}

/** The same from marks that are there already. */
export function countsOfMarks(
  { timeZone }: OrdersLedger,
  { baseline, period }: BuyersAsked,
  bought: Uint8Array,
): RetentionCounts {
  let customersAtStart = 0;
  let retainedCustomers = 0;
  let customersAtEnd = 0;
  let newCustomers = 0;
  let returnedCustomers = 0;
  for (const marks of bought) {
    if (marks & BASELINE) customersAtStart += 1;
    if (!(marks & PERIOD)) continue;
    customersAtEnd += 1;
    if (marks & BASELINE) retainedCustomers += 1;
    else if (marks & BEFORE) returnedCustomers += 1;
    else newCustomers += 1;
  }
  return {
    kind: "retention",
    question: { source: "orders", baseline, period, timeZone },
    customersAtStart,
    retainedCustomers,
    customersAtEnd,
    newCustomers,
    returnedCustomers,
    lostCustomers: customersAtStart - retainedCustomers,
    voluntaryLostStarters: null,
    involuntaryLostStarters: null,
    customerDays: null,
    periodDays: periodDays(period),
  };
}
