import { collectOrders, guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { powerSums } from "./customer-sums.ts";
import { sumOf } from "./exact-moments.ts";
import type { OrdersQuestion, OrdersSource } from "./orders-source.ts";
import type { PurchaseFrequencyCounts } from "./purchase-frequency-counts.ts";

/** Stage 1 of purchase frequency. Fully refunded orders count unless asked otherwise. */
export function collectPurchaseFrequency(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<PurchaseFrequencyCounts> {
  const { answerable, asked, totals } = collectOrders(source, question, true, "exclude");
  const orders = totals.orders.filter((count) => count > 0);
  const powers = powerSums(orders, 0);
  const counts: PurchaseFrequencyCounts = {
    kind: "purchase-frequency",
    question: asked,
    customers: orders.length,
    orders: Number(sumOf(orders)),
    ordersSquared: powers.squares,
    ordersCubed: powers.cubes,
  };
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(totals)) };
}
