import { frameOf, newOrderContext } from "./order-context.ts";
import type { OrdersLedger, OrdersLedgerOptions } from "./orders.ts";
import { readOrderRows } from "./read-order-rows.ts";
import type { Transaction } from "./rows.ts";
import { settleOrders } from "./settle-orders.ts";

/**
 * Reads rows of orders once, for any number of questions.
 *
 * Only members of the rows' own are read, each once; the rows are left as they are. An order that is
 * there twice with equal content is counted once, a refund is never an order, and what the reader of
 * a number should know is in `warnings`.
 *
 * @throws `KpiError` `invalid-argument` for an option, `invalid-data` with the issues of all
 * rows, `currency-mismatch` if nothing but the currencies is wrong.
 * @example
 * const orders = ordersLedger(
 *   [
 *     { orderId: 1, customerId: "ann", date: "2025-01-09", amount: "30.00" },
 *     { orderId: 2, customerId: "bob", date: "2025-01-12", amount: 12.5 },
 *     { refundOf: 1, customerId: "ann", date: "2025-01-20", amount: 10, type: "refund" },
 *   ],
 *   { currency: "EUR" },
 * );
 * orders.customers; // => ["ann", "bob"]
 * [...orders.sales.amount.values]; // => [3000, 1250]
 * [...orders.refunds.sale]; // => [0]
 */
export function ordersLedger(
  rows: readonly Transaction[],
  options?: OrdersLedgerOptions,
): OrdersLedger {
  const context = newOrderContext(options);
  const parts = readOrderRows(rows, context);
  return settleOrders(frameOf(context), parts);
}
