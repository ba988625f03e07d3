import { readSubscriptionRows } from "./read-subscription-rows.ts";
import type { Subscription } from "./rows.ts";
import { newSubscriptionContext } from "./subscription-context.ts";
import { settleSubscriptions } from "./subscription-parts.ts";
import type { SubscriptionsLedger, SubscriptionsLedgerOptions } from "./subscriptions.ts";

/**
 * Reads rows of subscriptions once, for any number of questions.
 *
 * A span runs from its first day to the day before its end; without an end it is still running. Only
 * members of the rows' own are read, each once; the rows are left as they are.
 *
 * @throws `KpiError` `invalid-argument` for an option, `invalid-data` with the issues of all rows,
 * `currency-mismatch` if nothing but the currencies is wrong.
 * @example
 * const subscriptions = subscriptionsLedger(
 *   [
 *     { customerId: "ann", start: "2025-01-01", mrr: "30.00" },
 *     { customerId: "bob", start: "2025-01-10", end: "2025-02-15", mrr: 12.5 },
 *   ],
 *   { currency: "EUR" },
 * );
 * [...subscriptions.mrr.values]; // => [3000, 1250]
 * subscriptions.end[0]; // => 2147483647
 */
export function subscriptionsLedger(
  rows: readonly Subscription[],
  options?: SubscriptionsLedgerOptions,
): SubscriptionsLedger {
  const context = newSubscriptionContext(options);
  const parts = readSubscriptionRows(rows, context);
  return settleSubscriptions(parts, context.faults, context.warnings);
}
