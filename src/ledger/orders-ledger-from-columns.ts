import type { OrderColumns } from "./order-columns.ts";
import { frameOf, newOrderContext } from "./order-context.ts";
import type { OrdersLedger, OrdersLedgerOptions } from "./orders.ts";
import { readOrderColumns } from "./read-order-columns.ts";
import { settleOrders } from "./settle-orders.ts";

/**
 * Builds a ledger of orders from columns instead of rows: arrays, typed arrays, or dictionaries with
 * indices, as Arrow and column databases hand them out. The ledger is that of the same rows.
 *
 * In `date`, whole numbers of up to 32 bits are days since 1970-01-01, other numbers milliseconds
 * since then; text and dates are read as in rows.
 *
 * @throws `KpiError` `invalid-argument` for an option, `invalid-data` with the issues of all cells,
 * `currency-mismatch` if nothing but the currencies is wrong.
 * @example
 * const orders = ordersLedgerFromColumns({
 *   customerId: { dictionary: ["ann", "bob"], indices: Int32Array.of(0, 1, 0) },
 *   date: Int32Array.of(20097, 20100, 20108),
 *   amount: Float64Array.of(30, 12.5, 8),
 * });
 * orders.customers; // => ["ann", "bob"]
 * [...orders.sales.amount.values]; // => [300, 125, 80]
 */
export function ordersLedgerFromColumns(
  columns: OrderColumns,
  options?: OrdersLedgerOptions,
): OrdersLedger {
  const context = newOrderContext(options);
  const parts = readOrderColumns(columns, context);
  return settleOrders(frameOf(context), parts);
}
