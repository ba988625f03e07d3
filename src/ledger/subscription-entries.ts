import type { ScaledIntegers } from "../base/exact-sum.ts";
import { pickIds, pickInts, pickMoney } from "./pick.ts";
import type { Ids } from "./rows.ts";

/** Spans as columns, as they were read or joined. */
export interface SubscriptionEntries {
  readonly customer: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly mrr: ScaledIntegers;
  readonly cancelledAt: Int32Array | null;
  readonly reason: Int32Array | null;
  readonly trial: Int32Array | null;
  readonly row: Int32Array;
  readonly subscriptionId: Ids;
  /** One column of codes a dimension. */
  readonly codes: readonly Int32Array[];
}

/** Some of the spans, in the order of the indexes. */
export function pickSubscriptions(
  entries: SubscriptionEntries,
  kept: Int32Array,
): SubscriptionEntries {
  const { customer, start, end, mrr, cancelledAt, reason, trial, row, subscriptionId } = entries;
  return {
    customer: pickInts(customer, kept),
    start: pickInts(start, kept),
    end: pickInts(end, kept),
    mrr: pickMoney(mrr, kept),
    cancelledAt: cancelledAt && pickInts(cancelledAt, kept),
    reason: reason && pickInts(reason, kept),
    trial: trial && pickInts(trial, kept),
    row: pickInts(row, kept),
    subscriptionId: subscriptionId && pickIds(subscriptionId, kept),
    codes: entries.codes.map((column) => pickInts(column, kept)),
  };
}
