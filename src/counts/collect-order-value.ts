import { scaledToText } from "../base/amount.ts";
import { collectOrders, negativeRevenue, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { customerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import type { OrderValueCounts } from "./order-value-counts.ts";
import type { OrdersQuestion, OrdersSource } from "./orders-source.ts";

/** Stage 1 of average order value. Guests' orders count; fully refunded ones unless asked for do not. */
export function collectOrderValue(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<OrderValueCounts> {
  const { answerable, asked, totals } = collectOrders(source, question, false, "each");
  const { ledger } = answerable;
  requireCurrency(ledger.currency, ledger.rows > 0);
  const { scale, currency } = ledger;
  const revenue = sumOf(totals.revenue);
  const counts: OrderValueCounts = {
    kind: "order-value",
    question: asked,
    currency,
    orders: Number(sumOf(totals.orders)),
    revenue: scaledToText(revenue, scale),
    customers: totals.orders.length,
    customerSums: customerSums(totals.orders, totals.revenue, scale),
    zeroValueOrders: totals.zeroValueOrders,
    fullyRefundedOrders: totals.fullyRefundedOrders,
    guestOrders: totals.guestOrders,
    refunds: totals.refunds,
  };
  return { counts, options: ordersMeasureOptions(answerable, negativeRevenue(revenue, counts)) };
}
