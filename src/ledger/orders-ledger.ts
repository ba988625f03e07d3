import type { OrdersLedger, OrdersLedgerOptions } from "./orders.ts";
import type { Transaction } from "./rows.ts";

/** Reads rows of orders once, for any number of questions. */
export function ordersLedger(
  rows: readonly Transaction[],
  options?: OrdersLedgerOptions,
): OrdersLedger {
  throw new Error(`not written yet ${rows.length} ${typeof options}`);
}
