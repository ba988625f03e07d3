import { GUEST, NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
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
  /** Orders by customer. */
  readonly orders: Float64Array;
  /** Net revenue by customer, as scaled integers; bigints where doubles could not hold them. */
  readonly revenue: Float64Array | readonly bigint[];
  readonly zeroValueOrders: number;
  readonly fullyRefundedOrders: number;
  readonly guestOrders: number;
  readonly refunds: number;
}

/**
 * Adds up orders and net revenue by customer in one pass over sales and one over refunds.
 *
 * A refund counts on the day it was given, takes money away and is never an order.
 */
export function orderTotals(ledger: OrdersLedger, span: Span, rules: OrderRules): OrderTotals {
  const { sales, refunds, customers } = ledger;
  const refundedInFull = rules.countFullyRefunded ? null : fullyRefunded(ledger, span);
  const each = rules.guests === "each";
  const places = customers.length + (each ? sales.size + refunds.size : 0);
  const orders = new Float64Array(places);
  const touched = new Uint8Array(places);
  const revenue = unitsFor(ledger, places);
  let [zeroValueOrders, fullyRefundedOrders, guestOrders, refunded] = [0, 0, 0, 0];
  for (let at = 0; at < sales.size; at += 1) {
    const day = sales.day[at] ?? 0;
    if (day < span.from || day >= span.until) continue;
    const who = sales.customer[at] ?? GUEST;
    if (who === GUEST) guestOrders += 1;
    if (who === GUEST && !each) continue;
    const place = who === GUEST ? customers.length + at : who;
    const amount = sales.amount.values[at] ?? 0;
    touched[place] = 1;
    addTo(revenue, place, amount);
    if (refundedInFull?.[at] === 1) {
      fullyRefundedOrders += 1;
      continue;
    }
    orders[place] = (orders[place] ?? 0) + 1;
    if (amount === 0 || amount === 0n) zeroValueOrders += 1;
  }
  for (let at = 0; at < refunds.size; at += 1) {
    const day = refunds.day[at] ?? 0;
    if (day < span.from || day >= span.until) continue;
    const who = refunds.customer[at] ?? GUEST;
    if (who === GUEST && !each) continue;
    const sale = refunds.sale[at] ?? NO_SALE;
    const place = who !== GUEST ? who : guestPlace(ledger, sale, at);
    touched[place] = 1;
    refunded += 1;
    const amount = refunds.amount.values[at] ?? 0;
    addTo(revenue, place, -amount);
  }
  return {
    orders: orders.filter((_, place) => touched[place] === 1),
    revenue: keep(revenue, touched),
    zeroValueOrders,
    fullyRefundedOrders,
    guestOrders,
    refunds: refunded,
  };
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
  for (let at = 0; at < refunds.size; at += 1) {
    const sale = refunds.sale[at] ?? NO_SALE;
    if (sale === NO_SALE || (refunds.day[at] ?? 0) >= span.until) continue;
    addTo(back, sale, refunds.amount.values[at] ?? 0);
  }
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

function addTo(sums: Float64Array | bigint[], place: number, amount: number | bigint): void {
  if (sums instanceof Float64Array) sums[place] = (sums[place] ?? 0) + Number(amount);
  else sums[place] = (sums[place] ?? 0n) + BigInt(amount);
}

function keep(sums: Float64Array | bigint[], touched: Uint8Array): Float64Array | bigint[] {
  return sums instanceof Float64Array
    ? sums.filter((_, place) => touched[place] === 1)
    : sums.filter((_, place) => touched[place] === 1);
}
