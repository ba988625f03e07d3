import { GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { OPEN, type SubscriptionsLedger } from "../ledger/subscriptions.ts";
import type { Span } from "./question.ts";

/** When a subscription counts as lost. */
export type Recognise = "period-end" | "cancelled" | "scheduled";

/** Spans of days within which someone is a customer; those of one customer may overlap. */
export interface CustomerSpans {
  /** How many customers there are; codes run below this. */
  readonly customers: number;
  readonly customer: Int32Array;
  readonly start: Int32Array;
  /** The first day no longer in the span. */
  readonly end: Int32Array;
  /** Codes into `REASONS` for the end of each span; `null`: no row says. */
  readonly reason: Uint8Array | null;
}

/**
 * Subscriptions as spans; trials are no customers yet. A span ends
 *
 * - `"period-end"`: when what was paid for has been served;
 * - `"cancelled"`: on the day it was cancelled, once it has an end;
 * - `"scheduled"`: on the day it was cancelled, also while no end is known.
 *
 * @returns `null` where cancelling decides and no row says when that was.
 */
export function spansOfSubscriptions(
  { customers, customer, start, end, cancelledAt, trial, reason }: SubscriptionsLedger,
  recognise: Recognise,
): CustomerSpans | null {
  if (recognise !== "period-end" && cancelledAt === null) return null;
  const ends = end.map((last, at) => {
    const cancelled = cancelledAt?.[at] ?? OPEN;
    const counts = recognise === "scheduled" || (recognise === "cancelled" && last !== OPEN);
    return counts ? Math.max(start[at] ?? 0, Math.min(last, cancelled)) : last;
  });
  const paid = (_: number, at: number): boolean => trial?.[at] !== 1;
  return {
    customers: customers.length,
    customer: customer.filter(paid),
    start: start.filter(paid),
    end: ends.filter(paid),
    reason: reason?.filter(paid) ?? null,
  };
}

/** Orders as spans: each keeps its customer active for so many days. Guests are no customers. */
export function spansOfOrders(
  { customers, sales }: OrdersLedger,
  { until }: Span,
  inactiveAfterDays: number,
): CustomerSpans {
  const counts = (who: number, at: number): boolean =>
    who !== GUEST && (sales.day[at] ?? 0) < until;
  const start = sales.day.filter((_, at) => counts(sales.customer[at] ?? GUEST, at));
  return {
    customers: customers.length,
    customer: sales.customer.filter(counts),
    start,
    end: start.map((day) => day + inactiveAfterDays),
    reason: null,
  };
}
