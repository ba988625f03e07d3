import { type Day, toDay } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import { REASONS } from "../ledger/subscriptions.ts";
import { byDay } from "./by-day.ts";
import type { CustomerSpans } from "./customer-spans.ts";
import type { RetentionCounts } from "./retention-counts.ts";

const BEFORE = 1;
const AT_START = 2;
const WITHIN = 4;
const AT_END = 8;

/**
 * Counts customers when a period starts and when it ends.
 *
 * An event on the period's first day belongs to the period: a span that started before it and
 * ends on it was active at the start and is lost within.
 */
export function retentionCountsOfSpans(
  spans: CustomerSpans,
  period: Period,
): Omit<RetentionCounts, "question"> {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const marks = marksOf(spans, start, end);
  const reasons = spans.reason === null ? null : lastReasons(spans, spans.reason, end);
  let customersAtStart = 0;
  let retainedCustomers = 0;
  let customersAtEnd = 0;
  let newCustomers = 0;
  let returnedCustomers = 0;
  let lostCustomers = 0;
  const lostStarters = REASONS.map(() => 0);
  for (const [who, mark] of marks.entries()) {
    if (mark & AT_START) customersAtStart += 1;
    if (mark & AT_END) customersAtEnd += 1;
    if (mark & AT_START && mark & AT_END) retainedCustomers += 1;
    if (mark & AT_START && !(mark & AT_END)) {
      const reason = reasons?.[who] ?? 0;
      lostStarters[reason] = (lostStarters[reason] ?? 0) + 1;
    }
    if (!(mark & WITHIN)) continue;
    if (!(mark & BEFORE)) newCustomers += 1;
    else if (!(mark & AT_START)) returnedCustomers += 1;
    if (!(mark & AT_END)) lostCustomers += 1;
  }
  const lostBy = (reason: (typeof REASONS)[number]): number | null =>
    reasons === null ? null : (lostStarters[REASONS.indexOf(reason)] ?? 0);
  return {
    kind: "retention",
    ...{ customersAtStart, retainedCustomers, customersAtEnd },
    ...{ newCustomers, returnedCustomers, lostCustomers },
    voluntaryLostStarters: lostBy("voluntary"),
    involuntaryLostStarters: lostBy("involuntary"),
    customerDays: customerDays(spans, start, end),
    periodDays: end - start,
  };
}

function marksOf(
  { customers, customer, ...spans }: CustomerSpans,
  start: Day,
  end: Day,
): Uint8Array {
  const marks = new Uint8Array(customers);
  for (const [at, who] of customer.entries()) {
    const [from, until] = [spans.start[at] ?? 0, spans.end[at] ?? 0];
    let mark = 0;
    if (from < start) mark |= until >= start ? BEFORE | AT_START : BEFORE;
    if (from < end && until >= start) mark |= WITHIN;
    if (from < end && until >= end) mark |= AT_END;
    marks[who] = (marks[who] ?? 0) | mark;
  }
  return marks;
}

/** Why each customer's last span before the period's end was over. */
function lastReasons(
  { customers, customer, ...spans }: CustomerSpans,
  reason: Uint8Array,
  end: Day,
): Uint8Array {
  const latest = new Int32Array(customers).fill(-2_147_483_648);
  const reasons = new Uint8Array(customers);
  for (const [at, who] of customer.entries()) {
    const until = spans.end[at] ?? 0;
    if ((spans.start[at] ?? 0) >= end || until < (latest[who] ?? 0)) continue;
    latest[who] = until;
    reasons[who] = reason[at] ?? 0;
  }
  return reasons;
}

/** Days within the period on which each customer had a span, added up over customers. */
function customerDays(
  { customers, customer, ...spans }: CustomerSpans,
  start: Day,
  end: Day,
): number {
  const covered = new Int32Array(customers).fill(start);
  let days = 0;
  for (const at of byDay(spans.start)) {
    const who = customer[at] ?? 0;
    const from = Math.max(covered[who] ?? start, spans.start[at] ?? 0);
    const until = Math.min(end, spans.end[at] ?? 0);
    if (until <= from) continue;
    days += until - from;
    covered[who] = until;
  }
  return days;
}
