import type { Day } from "../base/day.ts";
import { GUEST, type OrdersLedger } from "../ledger/orders.ts";
import { fullyRefunded } from "./fully-refunded.ts";

/** Stands for the day of an order that a customer has not placed. */
export const NEVER: Day = 2_147_483_647;

/** Which orders are looked at. */
export interface HistoryRules {
  /** Orders from here on are counted apart. */
  readonly from: Day;
  /** Orders from here on are not looked at. */
  readonly until: Day;
  /** Whether an order refunded in full by then counts. */
  readonly countFullyRefunded: boolean;
}

/** What is known of each customer's orders, by customer. */
export interface OrderHistory {
  /** Orders from `from` on. */
  readonly orders: Float64Array;
  /** Days of the first and the second order, or `NEVER`. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Orders from `from` on without a customer. */
  readonly guestOrders: number;
}

/** Follows every customer's orders up to a day. */
export function orderHistory(ledger: OrdersLedger, rules: HistoryRules): OrderHistory {
  const { sales, customers } = ledger;
  const { from, until, countFullyRefunded } = rules;
  const refunded = countFullyRefunded ? null : fullyRefunded(ledger, rules);
  const { customer, day } = sales;
  const orders = new Int32Array(customers.length);
  const first = new Int32Array(customers.length).fill(NEVER);
  const second = new Int32Array(customers.length).fill(NEVER);
  let guestOrders = 0;
  for (let at = 0; at < sales.size; at += 1) {
    const when = day[at] ?? 0;
    if (when >= until) continue;
    const who = customer[at] ?? GUEST;
    if (who === GUEST && when >= from) guestOrders += 1;
    if (who === GUEST || (refunded !== null && refunded[at] === 1)) continue;
    if (when >= from) orders[who] = (orders[who] ?? 0) + 1;
    const earliest = first[who] ?? NEVER;
    if (when < earliest) {
      second[who] = earliest;
      first[who] = when;
    } else if (when < (second[who] ?? NEVER)) {
      second[who] = when;
    }
  }
  return { orders: new Float64Array(orders), first, second, guestOrders };
}
