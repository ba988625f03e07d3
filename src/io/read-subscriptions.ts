import { readOptions } from "../base/options.ts";
import type { Subscription } from "../ledger/rows.ts";
import type { RowsInput, RowsStream } from "./read-input.ts";
import { readKind } from "./read-kind.ts";
import { type CheckedReadOptions, type ReadOptions, readOptionChecks } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";
import { type SubscriptionField, subscriptionKind } from "./subscription-kind.ts";

/** How subscriptions are to be read. */
export type ReadSubscriptionsOptions = ReadOptions<SubscriptionField>;

/**
 * Reads subscriptions as {@link readTransactions} reads transactions. An empty end means: still
 * active.
 *
 * @returns A promise if the input is a stream.
 * @throws As {@link readTransactions} does.
 * @example
 * const { rows } = readSubscriptions("customer_id,start_date,end_date,mrr\nann,2025-01-01,,30\n");
 * rows[0]; // => { customerId: "ann", start: "2025-01-01", mrr: "30" }
 */
export function readSubscriptions(
  input: RowsInput,
  options?: ReadSubscriptionsOptions,
): ReadRows<Subscription>;
export function readSubscriptions(
  input: RowsStream,
  options?: ReadSubscriptionsOptions,
): Promise<ReadRows<Subscription>>;
export function readSubscriptions(
  input: RowsInput | RowsStream,
  options?: ReadSubscriptionsOptions,
): ReadRows<Subscription> | Promise<ReadRows<Subscription>> {
  const members = subscriptionKind().fields.map(({ name }) => name);
  const checked = readOptions<CheckedReadOptions>(options, readOptionChecks(members));
  const kind = subscriptionKind(checked.timeZone);
  return readKind<Subscription>(input, { kind, options: checked, layout: null });
}
