import type { Faults } from "../base/errors.ts";
import { daysFrom } from "./column-range.ts";
import { entryDimensions } from "./dimensions.ts";
import { warnAboutIds } from "./id-warnings.ts";
import { warnOverlaps } from "./overlaps.ts";
import type { CustomerId } from "./rows.ts";
import type { SubscriptionEntries } from "./subscription-entries.ts";
import { OPEN, type SubscriptionsLedger } from "./subscriptions.ts";
import { throwRowFaults } from "./throw-row-faults.ts";
import { uniqueSubscriptions } from "./unique-subscriptions.ts";
import type { WarningLog } from "./warning-log.ts";

/** What a ledger of subscriptions is made of. */
export interface SubscriptionParts {
  readonly timeZone: string;
  readonly currency: string | null;
  readonly scale: number;
  readonly rows: number;
  readonly customers: readonly CustomerId[];
  readonly entries: SubscriptionEntries;
  /** Names and values of the dimensions. */
  readonly dimensions: readonly string[];
  readonly values: readonly (readonly string[])[];
}

/**
 * Makes a ledger of subscriptions: each one once, overlaps noted.
 *
 * @throws `invalid-data` or `currency-mismatch` with all faults.
 */
export function settleSubscriptions(
  parts: SubscriptionParts,
  faults: Faults,
  warnings: WarningLog,
): SubscriptionsLedger {
  const { timeZone, currency, scale, rows, customers, dimensions, values } = parts;
  const entries = uniqueSubscriptions(parts.entries, dimensions, faults, warnings);
  throwRowFaults(faults);
  const { customer, start, end, mrr, cancelledAt, reason, trial, row, subscriptionId } = entries;
  warnOverlaps(entries, customers.length, warnings);
  warnAboutIds(customers, [entries], warnings);
  return Object.freeze({
    kind: "subscriptions",
    ...{ timeZone, currency, scale, rows },
    size: customer.length,
    customers: Object.freeze(customers),
    ...{ customer, start, end },
    mrr: Object.freeze({ values: mrr, blank: 0 }),
    cancelledAt,
    reason: reason && Uint8Array.from(reason),
    trial: trial && Uint8Array.from(trial),
    row,
    subscriptionId: subscriptionId && Object.freeze(subscriptionId),
    dimensions: entryDimensions(dimensions, values, entries.codes),
    // No span ends before it starts, so the first day is a start.
    ...daysFrom([start, end.filter((day) => day !== OPEN)]),
    warnings: warnings.list(),
  });
}
