import { type Entries, GUEST, NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
import { fullyRefunded } from "./fully-refunded.ts";
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
  const each = rules.guests === "each";
  const guestsFrom = each ? ledger.customers.length : null;
  const size = ledger.customers.length + (each ? ledger.sales.size + ledger.refunds.size : 0);
  const totals: RunningTotals = {
    orders: new Int32Array(size),
    revenue: roomForSums(ledger, size),
    onlyMoney: new Uint8Array(size),
    ...{ zeroValueOrders: 0, fullyRefundedOrders: 0, guestOrders: 0, refunds: 0 },
  };
  const full = rules.countFullyRefunded ? null : fullyRefunded(ledger, span);
  addSales(totals, ledger.sales, span, full, guestsFrom);
  takeRefunds(totals, ledger, span, guestsFrom);
  const { orders, revenue, onlyMoney, ...counts } = totals;
  const kept = onlyMoney; // and those with an order
  for (let place = 0; place < size; place += 1) if (orders[place]) kept[place] = 1;
  return {
    orders: keep(new Float64Array(orders), kept),
    revenue:
      revenue instanceof Float64Array
        ? keep(revenue, kept)
        : revenue.filter((_, place) => kept[place] === 1),
    ...counts,
  };
}

/** What is added up so far: a place for each customer, and then for each guest where guests count. */
interface RunningTotals {
  readonly orders: Int32Array;
  readonly revenue: Float64Array | bigint[];
  /** 1 for those with money in the span who may be without an order that counts. */
  readonly onlyMoney: Uint8Array;
  zeroValueOrders: number;
  fullyRefundedOrders: number;
  guestOrders: number;
  refunds: number;
}

/** A loop with nothing else in its function, and sums of doubles in plain sight: twice as fast. */
function addSales(
  totals: RunningTotals,
  { customer, day, amount }: Entries,
  { from, until }: Span,
  full: Uint8Array | null,
  guestsFrom: number | null,
): void {
  const { orders, revenue, onlyMoney } = totals;
  const amounts = amount.values;
  const doubles = revenue instanceof Float64Array ? revenue : null;
  const earn = moneyAdder(revenue, amounts, 1);
  let [zeroValueOrders, fullyRefundedOrders, guestOrders] = [0, 0, 0];
  for (let at = 0; at < customer.length; at += 1) {
    const when = day[at] ?? 0;
    if (when < from || when >= until) continue;
    let place = customer[at] ?? GUEST;
    if (place === GUEST) {
      guestOrders += 1;
      if (guestsFrom === null) continue;
      place = guestsFrom + at;
    }
    const paid = amounts[at] ?? 0;
    if (doubles !== null && typeof paid === "number") doubles[place] = (doubles[place] ?? 0) + paid;
    else earn(place, at);
    if (full !== null && full[at] === 1) {
      fullyRefundedOrders += 1;
      onlyMoney[place] = 1;
      continue;
    }
    orders[place] = (orders[place] ?? 0) + 1;
    if (!paid) zeroValueOrders += 1;
  }
  Object.assign(totals, { zeroValueOrders, fullyRefundedOrders, guestOrders });
}

function takeRefunds(
  totals: RunningTotals,
  ledger: OrdersLedger,
  span: Span,
  guestsFrom: number | null,
): void {
  const { refunds } = ledger;
  const giveBack = moneyAdder(totals.revenue, refunds.amount.values, -1);
  for (let at = 0; at < refunds.size; at += 1) {
    if (!isWithin(refunds, at, span)) continue;
    const who = refunds.customer[at] ?? GUEST;
    if (who === GUEST && guestsFrom === null) continue;
    const place = who === GUEST ? guestPlace(ledger, refunds.sale[at] ?? NO_SALE, at) : who;
    totals.onlyMoney[place] = 1;
    giveBack(place, at);
    totals.refunds += 1;
  }
}

function isWithin({ day }: Pick<Entries, "day">, at: number, { from, until }: Span): boolean {
  const when = day[at] ?? 0;
  return when >= from && when < until;
}

/** A guest's refund belongs to the guest of its sale, where that is known. */
function guestPlace({ sales, customers }: OrdersLedger, sale: number, refund: number): number {
  return customers.length + (sale === NO_SALE ? sales.size + refund : sale);
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
