import type { Day } from "../base/day.ts";
import type { RowWarning } from "../result/warning.ts";
import type { EntryDimension } from "./dimensions.ts";
import type { MoneyColumn } from "./money-column.ts";
import type { CustomerId, DateInput, RowId } from "./rows.ts";

/** How rows of subscriptions are to be read. */
export interface SubscriptionsLedgerOptions {
  /** ISO 4217. Default: what the rows say; one that differs from the rows' is refused. */
  readonly currency?: string;
  /** IANA name. Decides the day of an instant. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Further members of the rows, for segments. */
  readonly dimensions?: readonly string[];
  /** Spans that start after this moment are warned about. */
  readonly asOf?: DateInput;
}

/** The end of a span that is still active, and the cancelling of one that was not cancelled. */
export const OPEN: Day = 2_147_483_647;

/** Codes in `SubscriptionsLedger.reason`. */
export const REASONS = ["unknown", "voluntary", "involuntary"] as const;

/** Rows of subscriptions, read once: columns of integers, in the order of the rows. */
export interface SubscriptionsLedger {
  readonly kind: "subscriptions";
  readonly timeZone: string;
  readonly currency: string | null;
  /** All money is held as whole multiples of ten to the power of minus this. */
  readonly scale: number;
  /** How many rows were read. */
  readonly rows: number;
  /** How many spans there are: fewer than rows if some were duplicates. */
  readonly size: number;
  /** Customer ids by code. */
  readonly customers: readonly CustomerId[];
  /** Codes into `customers`. */
  readonly customer: Int32Array;
  /** The first day, since 1970-01-01. */
  readonly start: Int32Array;
  /** The first day without the subscription, or `OPEN`. */
  readonly end: Int32Array;
  readonly mrr: MoneyColumn;
  /** Days, or `OPEN`; null if no row has it. */
  readonly cancelledAt: Int32Array | null;
  /** Codes into `REASONS`; null if no row has it. */
  readonly reason: Uint8Array | null;
  /** 1 for a trial; null if no row says. */
  readonly trial: Uint8Array | null;
  /** Index of the row. */
  readonly row: Int32Array;
  /** Null if no row has it. */
  readonly subscriptionId: readonly (RowId | undefined)[] | null;
  /** By name, without a prototype: a column may be called `__proto__`. */
  readonly dimensions: Readonly<Record<string, EntryDimension>>;
  /** The first start and the last start or end. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly warnings: readonly RowWarning[];
}
