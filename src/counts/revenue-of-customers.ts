import { type Entries, GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { moneyAdder, roomForSums } from "./money-sums.ts";
import type { Span } from "./question.ts";

/** Net revenue of every customer of a ledger, also of those without an entry in the span. */
export interface RevenueOfCustomers {
  /** By customer, as scaled integers; bigints where doubles could not hold them. */
  readonly revenue: Float64Array | readonly bigint[];
  /** 1 where the customer has an order or a refund in the span. */
  readonly seen: Uint8Array;
  /** Orders of the span, by customer. */
  readonly orders: Float64Array;
  readonly guestOrders: number;
}

/** Adds up sales less refunds by customer; a refund counts on the day it was given. */
export function revenueOfCustomers(ledger: OrdersLedger, span: Span): RevenueOfCustomers {
  const { sales, refunds, customers } = ledger;
  const revenue = roomForSums(ledger, customers.length);
  const seen = new Uint8Array(customers.length);
  const orders = new Float64Array(customers.length);
  let guestOrders = 0;
  const earn = moneyAdder(revenue, sales.amount.values, 1);
  for (let at = 0; at < sales.size; at += 1) {
    if (!isWithin(sales, at, span)) continue;
    const who = sales.customer[at] ?? GUEST;
    if (who === GUEST) {
      guestOrders += 1;
      continue;
    }
    earn(who, at);
    seen[who] = 1;
    orders[who] = (orders[who] ?? 0) + 1;
  }
  const giveBack = moneyAdder(revenue, refunds.amount.values, -1);
  for (let at = 0; at < refunds.size; at += 1) {
    const who = refunds.customer[at] ?? GUEST;
    if (who === GUEST || !isWithin(refunds, at, span)) continue;
    giveBack(who, at);
    seen[who] = 1;
  }
  return { revenue, seen, orders, guestOrders };
}

function isWithin({ day }: Entries, at: number, { from, until }: Span): boolean {
  const when = day[at] ?? 0;
  return when >= from && when < until;
}
