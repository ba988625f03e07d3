import { type Entries, GUEST, NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
import { moneyAdder, roomForSums } from "./money-sums.ts";
import type { Span } from "./question.ts";

/** Which orders count. */
export interface OrderRules {
  /** Whether an order refunded in full by the end of the span counts as an order. */
  readonly countFullyRefunded: boolean;
  /** Guests' orders: left out, or each as a customer of its own. */
  readonly guests: "exclude" | "each";
}

/** Orders and net revenue of every customer who ordered or was refunded within a span. */
export interface OrderTotals {
  readonly orders: Float64Array;
  /** Net revenue by customer, as scaled integers; bigints where doubles could not hold them. */
  readonly revenue: Float64Array | readonly bigint[];
  readonly zeroValueOrders: number;
  readonly fullyRefundedOrders: number;
  readonly guestOrders: number;
  readonly refunds: number;
}

/**
 * Adds up orders and net revenue by customer. What was added up for a ledger is kept with it, so that
 * the next KPI with the same days and rules reads no entry again.
 *
 * A refund counts on the day it was given, takes money away and is never an order.
 */
export function orderTotals(ledger: OrdersLedger, span: Span, rules: OrderRules): OrderTotals {
  // Without refunds or guests the rules about them make no difference.
  const countFullyRefunded = rules.countFullyRefunded || ledger.refunds.size === 0;
  const guests = ledger.guests === "keep" ? rules.guests : "exclude";
  const kept = KEPT.get(ledger) ?? new Map<string, OrderTotals>();
  KEPT.set(ledger, kept);
  const key = `${span.from} ${span.until} ${countFullyRefunded} ${guests}`;
  const totals = kept.get(key) ?? addUp(ledger, span, { countFullyRefunded, guests });
  if (kept.size < MOST_KEPT) kept.set(key, totals);
  return totals;
}

const KEPT = /* @__PURE__ */ new WeakMap<OrdersLedger, Map<string, OrderTotals>>();
/** Enough for all KPIs of a report and of the period it is compared with. */
const MOST_KEPT = 8;

function addUp(ledger: OrdersLedger, span: Span, rules: OrderRules): OrderTotals {
  const { sales, refunds, customers } = ledger;
  const each = rules.guests === "each";
  const size = customers.length + (each ? sales.size + refunds.size : 0);
  const orders = new Float64Array(size);
  const touched = new Uint8Array(size);
  const revenue = roomForSums(ledger, size);
  const full = rules.countFullyRefunded ? null : fullyRefunded(ledger, span);
  const { from, until } = span;
  const { customer, day } = sales;
  const amounts = sales.amount.values;
  const earn = moneyAdder(revenue, amounts, 1);
  let zeroValueOrders = 0;
  let fullyRefundedOrders = 0;
  let guestOrders = 0;
  for (let at = 0; at < customer.length; at += 1) {
    const when = day[at] ?? 0;
    if (when < from || when >= until) continue;
    const who = customer[at] ?? GUEST;
    if (who === GUEST) guestOrders += 1;
    if (who === GUEST && !each) continue;
    const place = who === GUEST ? customers.length + at : who;
    touched[place] = 1;
    earn(place, at);
    if (full !== null && full[at] === 1) {
      fullyRefundedOrders += 1;
      continue;
    }
    orders[place] = (orders[place] ?? 0) + 1;
    if (!amounts[at]) zeroValueOrders += 1;
  }

  const giveBack = moneyAdder(revenue, refunds.amount.values, -1);
  let refunded = 0;
  for (let at = 0; at < refunds.size; at += 1) {
    if (!isWithin(refunds, at, span)) continue;
    const who = refunds.customer[at] ?? GUEST;
    if (who === GUEST && !each) continue;
    const place = who === GUEST ? guestPlace(ledger, refunds.sale[at] ?? NO_SALE, at) : who;
    touched[place] = 1;
    giveBack(place, at);
    refunded += 1;
  }
  return {
    orders: keep(orders, touched),
    revenue:
      revenue instanceof Float64Array
        ? keep(revenue, touched)
        : revenue.filter((_, place) => touched[place] === 1),
    ...{ zeroValueOrders, fullyRefundedOrders, guestOrders, refunds: refunded },
  };
}

function isWithin({ day }: Pick<Entries, "day">, at: number, { from, until }: Span): boolean {
  const when = day[at] ?? 0;
  return when >= from && when < until;
}

/** A guest's refund belongs to the guest of its sale, where that is known. */
function guestPlace({ sales, customers }: OrdersLedger, sale: number, refund: number): number {
  return customers.length + (sale === NO_SALE ? sales.size + refund : sale);
}

/** Marks the sales of which everything was paid back before the span's end. */
export function fullyRefunded(
  { sales, refunds, ...ledger }: OrdersLedger,
  span: Pick<Span, "until">,
): Uint8Array {
  const marks = new Uint8Array(sales.size);
  if (refunds.size === 0) return marks;
  const back = roomForSums({ sales, refunds, ...ledger }, sales.size);
  const giveBack = moneyAdder(back, refunds.amount.values, 1);
  for (let at = 0; at < refunds.size; at += 1) {
    const sale = refunds.sale[at] ?? NO_SALE;
    if (sale !== NO_SALE && (refunds.day[at] ?? 0) < span.until) giveBack(sale, at);
  }
  for (let at = 0; at < sales.size; at += 1) {
    const [paid, returned] = [sales.amount.values[at] ?? 0, back[at] ?? 0];
    if (returned > 0 && returned >= paid) marks[at] = 1;
  }
  return marks;
}

function keep(numbers: Float64Array, touched: Uint8Array): Float64Array {
  let kept = 0;
  for (const mark of touched) kept += mark;
  if (kept === numbers.length) return numbers;
  const few = new Float64Array(kept);
  let next = 0;
  for (let place = 0; place < touched.length; place += 1) {
    if (touched[place] !== 1) continue;
    few[next] = numbers[place] ?? 0;
    next += 1;
  }
  return few;
}
