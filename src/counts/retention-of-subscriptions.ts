import { toDay } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import type { RetentionCounts } from "./retention-counts.ts";

const BEFORE = 1;
const AT_START = 2;
const WITHIN = 4;
const AT_END = 8;

/**
 * Counts customers with a subscription when a period starts and when it ends.
 *
 * An event on the period's first day belongs to the period: a span that started before it and
 * ends on it was active at the start and is lost within. Trials are no customers yet.
 */
export function retentionCountsOfSubscriptions(
  ledger: SubscriptionsLedger,
  period: Period,
): RetentionCounts {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const marks = new Uint8Array(ledger.customers.length);
  for (let at = 0; at < ledger.size; at += 1) {
    if (ledger.trial?.[at] === 1) continue;
    const [from, until] = [ledger.start[at] ?? 0, ledger.end[at] ?? 0];
    let mark = 0;
    if (from < start) mark |= until >= start ? BEFORE | AT_START : BEFORE;
    if (from < end && until >= start) mark |= WITHIN;
    if (from < end && until >= end) mark |= AT_END;
    const who = ledger.customer[at] ?? 0;
    marks[who] = (marks[who] ?? 0) | mark;
  }
  let customersAtStart = 0;
  let retainedCustomers = 0;
  let customersAtEnd = 0;
  let newCustomers = 0;
  let returnedCustomers = 0;
  let lostCustomers = 0;
  for (const mark of marks) {
    if (mark & AT_START) customersAtStart += 1;
    if (mark & AT_END) customersAtEnd += 1;
    if (mark & AT_START && mark & AT_END) retainedCustomers += 1;
    if (mark & WITHIN && !(mark & BEFORE)) newCustomers += 1;
    if (mark & WITHIN && mark & BEFORE && !(mark & AT_START)) returnedCustomers += 1;
    if (mark & WITHIN && !(mark & AT_END)) lostCustomers += 1;
  }
  return {
    kind: "retention",
    question: { source: "subscriptions", baseline: null, period, timeZone: ledger.timeZone },
    customersAtStart,
    retainedCustomers,
    customersAtEnd,
    newCustomers,
    returnedCustomers,
    lostCustomers,
    voluntaryLostStarters: null,
    involuntaryLostStarters: null,
    customerDays: customerDays(ledger, start, end),
    periodDays: end - start,
  };
}

/** Days within `[start, end)` on which each customer had a subscription, added up over customers. */
function customerDays(ledger: SubscriptionsLedger, start: number, end: number): number {
  const spans: (readonly [who: number, from: number, until: number])[] = [];
  for (let at = 0; at < ledger.size; at += 1) {
    if (ledger.trial?.[at] === 1) continue;
    const from = Math.max(start, ledger.start[at] ?? 0);
    const until = Math.min(end, ledger.end[at] ?? 0);
    if (until > from) spans.push([ledger.customer[at] ?? 0, from, until]);
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let days = 0;
  let previous = -1;
  let covered = start;
  for (const [who, from, until] of spans) {
    const fresh = who === previous ? Math.max(covered, from) : from;
    if (until > fresh) days += until - fresh;
    covered = who === previous ? Math.max(covered, until) : until;
    previous = who;
  }
  return days;
}
