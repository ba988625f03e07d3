import type { EntryDimension } from "./dimensions.ts";
import { drawnEntries, entriesByUnit } from "./drawn-entries.ts";
import { pickInts, pickMoney } from "./pick.ts";
import type { Resampler } from "./resampler.ts";
import type { SubscriptionsLedger } from "./subscriptions.ts";
import { orderOfIds } from "./unit-order.ts";

/** Draws customers of subscriptions. */
export function resampleSubscriptions(ledger: SubscriptionsLedger): Resampler {
  const order = orderOfIds(ledger.customers);
  const byUnit = entriesByUnit(ledger.customer, order.length);
  const customers = Object.freeze(Array.from(order, (_, at) => at));

  const ledgerOf = (draws: Int32Array): SubscriptionsLedger => {
    const { indexes, draw } = drawnEntries(byUnit, pickInts(order, draws));
    const { start, end, mrr, cancelledAt, reason, trial, row } = ledger;
    return {
      ...ledger,
      size: indexes.length,
      customers: draws.length === customers.length ? customers : customers.slice(0, draws.length),
      customer: draw,
      start: pickInts(start, indexes),
      end: pickInts(end, indexes),
      mrr: { values: pickMoney(mrr.values, indexes), blank: 0 },
      cancelledAt: cancelledAt && pickInts(cancelledAt, indexes),
      reason: reason && pickBytes(reason, indexes),
      trial: trial && pickBytes(trial, indexes),
      row: pickInts(row, indexes),
      subscriptionId: null,
      dimensions: drawnDimensions(ledger.dimensions, indexes),
      warnings: [],
    };
  };
  return { drawn: "customers", size: order.length, ledgerOf };
}

/** Dimensions of drawn entries. */
export function drawnDimensions(
  dimensions: Readonly<Record<string, EntryDimension>>,
  indexes: Int32Array,
): Readonly<Record<string, EntryDimension>> {
  const byName: Record<string, EntryDimension> = Object.create(null);
  for (const [name, { values, codes }] of Object.entries(dimensions)) {
    byName[name] = { values, codes: pickInts(codes, indexes) };
  }
  return byName;
}

/** The values of a column of small numbers at some indexes. */
export function pickBytes(column: Uint8Array, indexes: Int32Array): Uint8Array {
  return Uint8Array.from(indexes, (at) => column[at] ?? 0);
}
