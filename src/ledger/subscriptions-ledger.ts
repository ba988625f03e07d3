import type { Subscription } from "./rows.ts";
import type { SubscriptionsLedger, SubscriptionsLedgerOptions } from "./subscriptions.ts";

/** Reads rows of subscriptions once, for any number of questions. */
export function subscriptionsLedger(
  rows: readonly Subscription[],
  options?: SubscriptionsLedgerOptions,
): SubscriptionsLedger {
  throw new Error(`not written yet ${rows.length} ${typeof options}`);
}
