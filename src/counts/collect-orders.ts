import type { MeasureOptions } from "../result/measure.ts";
import type { WarningFact } from "../result/warning.ts";
import type { OrdersAsked } from "./asked.ts";
import { measureOptions } from "./collected.ts";
import { sumOf } from "./exact-moments.ts";
import { type OrderTotals, orderTotals } from "./order-totals.ts";
import {
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrders,
} from "./orders-source.ts";

/** Totals of orders by customer, with the question they answer. */
export interface OrdersCollected {
  readonly answerable: OrdersAnswerable;
  readonly asked: OrdersAsked;
  readonly totals: OrderTotals;
}

/** Reads source and question of a KPI over orders, and adds up its orders by customer. */
export function collectOrders(
  source: OrdersSource,
  question: OrdersQuestion,
  countFullyRefundedByDefault: boolean,
  guests: "exclude" | "each",
): OrdersCollected {
  return collectReadOrders(readOrders(source, question), countFullyRefundedByDefault, guests);
}

/** The same for a question that is read already. */
export function collectReadOrders(
  answerable: OrdersAnswerable,
  countFullyRefundedByDefault: boolean,
  guests: "exclude" | "each",
): OrdersCollected {
  const { ledger, span } = answerable;
  const countFullyRefunded = answerable.asked.countFullyRefunded ?? countFullyRefundedByDefault;
  const asked: OrdersAsked = {
    source: "orders",
    period: span.asked,
    timeZone: ledger.timeZone,
    countFullyRefunded,
  };
  return { answerable, asked, totals: orderTotals(ledger, span, { countFullyRefunded, guests }) };
}

/** The options of stage 2, with everything there is to say about the rows. */
export function ordersMeasureOptions(
  { asked, span, warnings }: OrdersAnswerable,
  more: readonly WarningFact[],
): MeasureOptions {
  return measureOptions(asked, span.shown, [...warnings, ...more]);
}

/** Guests are left out of customer-level KPIs; above one in so many that is warned about. */
const GUEST_ONE_IN = 20;

/** Says that many orders have no customer. */
export function guestWarnings({
  orders,
  guestOrders,
}: Pick<OrderTotals, "orders" | "guestOrders">): readonly WarningFact[] {
  const all = Number(sumOf(orders)) + guestOrders;
  if (guestOrders * GUEST_ONE_IN <= all) return [];
  return [{ code: "guest-orders-excluded", guests: guestOrders, orders: all }];
}

/** Says that more was paid back than taken in. */
export function negativeRevenue(
  units: bigint,
  { revenue, currency }: { readonly revenue: string; readonly currency: string | null },
): readonly WarningFact[] {
  return units < 0n ? [{ code: "refunds-exceed-sales", revenue, currency }] : [];
}
