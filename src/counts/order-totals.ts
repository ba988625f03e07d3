import type { ScaledIntegers } from "../base/exact-sum.ts";
import { type Entries, GUEST, NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
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
  const revenue = unitsFor(ledger, size);
  const full = rules.countFullyRefunded ? null : fullyRefunded(ledger, span);
  const amounts = sales.amount.values;
  let [zeroValueOrders, fullyRefundedOrders, guestOrders] = [0, 0, 0];

  const places = placesOf(sales, span, (at) => {
    guestOrders += 1;
    return each ? customers.length + at : NO_PLACE;
  });
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? NO_PLACE;
    if (place === NO_PLACE) continue;
    touched[place] = 1;
    if (full !== null && full[at] === 1) {
      fullyRefundedOrders += 1;
      continue;
    }
    orders[place] = (orders[place] ?? 0) + 1;
    if (!amounts[at]) zeroValueOrders += 1;
  }
  addMoney(revenue, places, amounts, 1);

  const backTo = placesOf(refunds, span, (at) =>
    each ? guestPlace(ledger, refunds.sale[at] ?? NO_SALE, at) : NO_PLACE,
  );
  let refunded = 0;
  for (const place of backTo) {
    if (place === NO_PLACE) continue;
    touched[place] = 1;
    refunded += 1;
  }
  addMoney(revenue, backTo, refunds.amount.values, -1);
  return {
    orders: keep(orders, touched),
    revenue:
      revenue instanceof Float64Array
        ? keep(revenue, touched)
        : revenue.filter((_, place) => touched[place] === 1),
    ...{ zeroValueOrders, fullyRefundedOrders, guestOrders, refunds: refunded },
  };
}

const NO_PLACE = -1;

/** Where each entry within the span belongs: its customer's code, or what is said of a guest's. */
function placesOf(
  { customer, day }: Pick<Entries, "customer" | "day">,
  { from, until }: Span,
  ofGuest: (at: number) => number,
): Int32Array {
  const places = new Int32Array(customer.length);
  for (let at = 0; at < customer.length; at += 1) {
    const when = day[at] ?? 0;
    const who = customer[at] ?? GUEST;
    if (when < from || when >= until) places[at] = NO_PLACE;
    else places[at] = who === GUEST ? ofGuest(at) : who;
  }
  return places;
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
  const back = unitsFor({ sales, refunds, ...ledger }, sales.size);
  const places = refunds.sale.map((sale, at) =>
    sale !== NO_SALE && (refunds.day[at] ?? 0) < span.until ? sale : NO_PLACE,
  );
  addMoney(back, places, refunds.amount.values, 1);
  for (let at = 0; at < sales.size; at += 1) {
    const [paid, returned] = [sales.amount.values[at] ?? 0, back[at] ?? 0];
    if (returned > 0 && returned >= paid) marks[at] = 1;
  }
  return marks;
}

/** Room for sums of money: doubles where no sum can leave the safe integers, else bigints. */
function unitsFor({ sales, refunds }: OrdersLedger, places: number): Float64Array | bigint[] {
  const columns = [sales.amount.values, refunds.amount.values];
  let most = 0;
  for (const values of columns) {
    if (!(values instanceof Float64Array)) return new Array<bigint>(places).fill(0n);
    for (const value of values) if (value > most) most = value;
  }
  const safe = most * (sales.size + refunds.size) <= Number.MAX_SAFE_INTEGER;
  return safe ? new Float64Array(places) : new Array<bigint>(places).fill(0n);
}

/** Adds amounts, or with −1 takes them away, at their places. */
function addMoney(
  sums: Float64Array | bigint[],
  places: Int32Array,
  amounts: ScaledIntegers,
  sign: 1 | -1,
): void {
  if (sums instanceof Float64Array && amounts instanceof Float64Array) {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? NO_PLACE;
      if (place !== NO_PLACE) sums[place] = (sums[place] ?? 0) + sign * (amounts[at] ?? 0);
    }
    return;
  }
  for (const [at, place] of places.entries()) {
    if (place === NO_PLACE || sums instanceof Float64Array) continue; // these have bigint sums
    sums[place] = (sums[place] ?? 0n) + BigInt(sign) * BigInt(amounts[at] ?? 0);
  }
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
