import { collectOrders, guestWarnings, ordersMeasureOptions } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import type { OrdersQuestion, OrdersSource } from "./orders-source.ts";
import type { RepeatCustomerCounts } from "./repeat-customer-counts.ts";

/** Stage 1 of the repeat-customer rate. Fully refunded orders do not count unless asked for. */
export function collectRepeatCustomers(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<RepeatCustomerCounts> {
  const { answerable, asked, totals } = collectOrders(source, question, false, "exclude");
  let customers = 0;
  let repeatCustomers = 0;
  for (const orders of totals.orders) {
    if (orders > 0) customers += 1;
    if (orders > 1) repeatCustomers += 1;
  }
  const counts = { kind: "repeat-customers", question: asked, customers, repeatCustomers } as const;
  return { counts, options: ordersMeasureOptions(answerable, guestWarnings(totals)) };
}
