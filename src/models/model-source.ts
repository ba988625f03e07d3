import { dayToText } from "../base/day.ts";
import { argumentError, requireArgument } from "../base/errors.ts";
import { numberWithin, type OptionChecks, readOptions } from "../base/options.ts";
import { isOrdersLedger, type OrdersSource, readOrdersAsked } from "../counts/orders-source.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import type { DateInput } from "../ledger/rows.ts";
import { firstDayOfBucket } from "./bucket.ts";
import type { SplitSummary } from "./holdout-error.ts";
import type { PurchaseColumns } from "./purchase-columns.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import {
  dayOf,
  PURCHASE_SUMMARY_CHECKS,
  type PurchaseSummaryQuestion,
  purchaseSummary,
} from "./purchase-summary-of-orders.ts";
import { purchasesOf } from "./purchases-of-orders.ts";
import { readSummary } from "./read-summary.ts";
import type { CustomerSummary } from "./summarise-purchases.ts";
import { daysIn } from "./time-unit.ts";
import type { TrackedSpan } from "./tracked-span.ts";

/** What models are chosen by or reported on: orders, or a summary of purchases. */
export type ModelSource = OrdersSource | PurchaseData | CustomerSummary;

/** How orders are summed up, and which part of the time is held out. */
export interface ModelSourceQuestion extends PurchaseSummaryQuestion {
  /**
   * Where `holdoutFrom` is not given, the share of the observed time that is held out to judge the
   * models by. Default a third; 0 for none.
   */
  readonly holdoutShare?: number;
}

/** The checks of {@link ModelSourceQuestion}. */
export const MODEL_SOURCE_CHECKS: OptionChecks<ModelSourceQuestion> = {
  ...PURCHASE_SUMMARY_CHECKS,
  holdoutShare: /* @__PURE__ */ numberWithin(0, 0.9, "a share from 0 to 0.9"),
};

/** A source, read. */
export interface ModelData {
  /** All that is known; of a summary with a hold-out, what came before it. */
  readonly whole: PurchaseSummary;
  /** What came before the hold-out, and the hold-out. */
  readonly split: SplitSummary | null;
  /** The purchases themselves, where they are known. */
  readonly tracked: Tracked | null;
}

/** Purchases, and the summary of what came before the hold-out, or of all where there is none. */
export interface Tracked {
  readonly summary: CustomerSummary;
  readonly purchases: PurchaseColumns;
  readonly span: TrackedSpan;
}

/** Reads orders or a summary. The options on orders are of no use to a summary and refused. */
export function readModelSource(source: ModelSource, asked: ModelSourceQuestion): ModelData {
  if (isOrders(source)) return readOrdersOf(source, asked);
  const [option] = Object.keys(readOptions<ModelSourceQuestion>(asked, MODEL_SOURCE_CHECKS));
  if (option !== undefined) {
    throw argumentError(option, "left out with a summary, which is made already", option);
  }
  const whole = readSummary(source);
  return { whole, split: isSplit(whole) ? whole : null, tracked: null };
}

/** Whether a source is orders, as rows or a ledger. */
export function isOrders(source: ModelSource): source is OrdersSource {
  if (isOrdersLedger(source)) return true;
  try {
    if (!Array.isArray(source)) return false;
    const [first]: readonly unknown[] = source;
    const isObject = typeof first === "object" && first !== null;
    return !(isObject && Object.hasOwn(first, "repeatPurchases"));
  } catch {
    return true; // orders say what of them cannot be read
  }
}

function isSplit(summary: PurchaseSummary | null): summary is SplitSummary {
  return summary !== null && "holdout" in summary && summary.holdout !== null;
}

function readOrdersOf(source: OrdersSource, asked: ModelSourceQuestion): ModelData {
  const { holdoutShare = 1 / 3, holdoutFrom, observedUntil, ...question } = asked;
  const { unit: _unit, mergeSameDay = true, buckets = "day", ...reading } = question;
  const { ledger } = readOrdersAsked(source, reading);
  const until =
    observedUntil === undefined
      ? (ledger.lastDay ?? -1) + 1
      : dayOf(observedUntil, "observedUntil", ledger);
  const observed = { ...question, observedUntil: dayToText(until) };
  const whole = purchaseSummary(ledger, observed);
  readSummary(whole);
  const oldest = whole.age.reduce((most, age) => Math.max(most, age), 0) * daysIn(whole.unit);
  const held = 7 * Math.round((oldest * holdoutShare) / 7);
  const end =
    holdoutFrom === undefined
      ? firstDayOfBucket(until - held, buckets)
      : dayInside(holdoutFrom, ledger, until);
  const split =
    end < until ? purchaseSummary(ledger, { ...observed, holdoutFrom: dayToText(end) }) : null;
  const purchases = purchasesOf(ledger, until, reading.countFullyRefunded);
  const usable =
    isSplit(split) && split.repeatPurchases.some((repeats) => repeats > 0) ? split : null;
  const span = { end: usable === null ? until : end, observedUntil: until, mergeSameDay };
  return {
    whole,
    split: usable,
    tracked: buckets === "day" ? { summary: usable ?? whole, purchases, span } : null,
  };
}

/** The first day of a hold-out: something must have happened before it, and time must be left after. */
function dayInside(from: DateInput, ledger: OrdersLedger, until: number): number {
  const day = dayOf(from, "holdoutFrom", ledger);
  const first = ledger.firstDay ?? until;
  const expected = `a day inside the data, after ${dayToText(first)} and before ${dayToText(until)}`;
  requireArgument(first < day && day < until, "holdoutFrom", expected, from);
  return day;
}
