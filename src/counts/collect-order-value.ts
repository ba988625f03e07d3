import { scaledToText } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { collectReadOrders, negativeRevenue, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { customerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import {
  ORDER_VALUE_CHECKS,
  type OrderValueBasis,
  type OrderValueCounts,
  type RefundDate,
} from "./order-value-counts.ts";
import { orderValueLedger } from "./order-value-ledger.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";

/** A question of average order value. */
export interface OrderValueQuestion extends OrdersQuestion {
  /**
   * `"net"` (default): items less discounts and refunds, over orders not refunded in full; `"gross"`:
   * items before both, over all orders; `"total"`: as net with tax and shipping, over all orders.
   */
  readonly basis?: OrderValueBasis;
  /** Whether a refund counts when it was given, `"transaction"` (default), or with its `"order"`. */
  readonly refundDate?: RefundDate;
}

const CHECKS: OptionChecks<OrderValueQuestion> = { ...ORDERS_CHECKS, ...ORDER_VALUE_CHECKS };

/** Stage 1 of average order value. Guests' orders count. */
export function collectOrderValue(
  source: OrdersSource,
  question: OrderValueQuestion = {},
): Collected<OrderValueCounts> {
  const asked = readOptions<OrderValueQuestion>(question, CHECKS);
  const { basis = "net", refundDate = "transaction" } = asked;
  return orderValueOf(readOrdersAsked(source, asked), basis, refundDate);
}

/** Order value by one basis for a question that is read already. */
export function orderValueOf(
  read: OrdersAnswerable,
  basis: OrderValueBasis,
  refundDate: RefundDate,
): Collected<OrderValueCounts> {
  if (basis === "gross" && refundDate === "order") {
    throw argumentError("refundDate", 'absent for "gross", which takes no refund off', refundDate);
  }
  requireCurrency(read.ledger.currency, read.ledger.rows > 0);
  const seen =
    basis === "net" && refundDate === "transaction"
      ? read.ledger
      : orderValueLedger(read.ledger, basis, refundDate, read.span);
  const answerable = { ...read, ledger: seen ?? read.ledger };
  const { asked, totals } = collectReadOrders(answerable, basis !== "net", "each");
  const { scale, currency, sales } = answerable.ledger;
  const lacksColumn = seen === null && sales.size > 0;
  const revenue = sumOf(totals.revenue);
  const counts: OrderValueCounts = {
    kind: "order-value",
    question: { ...asked, basis, refundDate },
    currency,
    orders: Number(sumOf(totals.orders)),
    revenue: lacksColumn ? null : scaledToText(revenue, scale),
    customers: totals.orders.length,
    customerSums: lacksColumn ? null : customerSums(totals.orders, totals.revenue, scale),
    zeroValueOrders: totals.zeroValueOrders,
    fullyRefundedOrders: totals.fullyRefundedOrders,
    guestOrders: totals.guestOrders,
    refunds: totals.refunds,
  };
  const facts = negativeRevenue(lacksColumn ? 0n : revenue, {
    ...{ revenue: counts.revenue ?? "0", currency },
  });
  return { counts, options: ordersMeasureOptions(answerable, facts) };
}
