import type { Amount } from "../base/amount.ts";
import type { Moment } from "../base/moment.ts";
import { refuseCell } from "./cell-fault.ts";
import { EXPECTED_ID } from "./id-fault.ts";
import { refuseMoney } from "./money-cells.ts";
import type { Subscription } from "./rows.ts";
import type { SubscriptionContext } from "./subscription-context.ts";
import { OPEN, REASONS } from "./subscriptions.ts";

/** The members of one row of subscriptions as they were found. */
export type SubscriptionCells = Record<keyof Subscription, unknown> & {
  /** One a dimension. */
  readonly values: unknown[];
};

/** One checked row of subscriptions, filled anew for each row. */
export interface SubscriptionEntry {
  customer: number;
  readonly start: Moment;
  readonly end: Moment;
  readonly cancelledAt: Moment;
  readonly mrr: Amount;
  reason: number;
  trial: number;
}

/** Checks the cells of a row and fills `entry`; the faults of the context say what is wrong. */
export function checkSubscription(
  context: SubscriptionContext,
  cells: SubscriptionCells,
  row: number,
  entry: SubscriptionEntry,
): void {
  const { faults, warnings, currency, money, starts, ends } = context;
  const code = context.customers.codeOf(cells.customerId);
  if (typeof code === "number") entry.customer = code;
  else refuseCell(faults, code, row, "customerId", cells.customerId, EXPECTED_ID);

  const before = faults.count();
  const startsLate = starts.read(cells.start, row, "start", entry.start);
  setOpen(entry.end);
  if (isGiven(cells.end)) ends.read(cells.end, row, "end", entry.end);
  setOpen(entry.cancelledAt);
  if (isGiven(cells.cancelledAt))
    ends.read(cells.cancelledAt, row, "cancelledAt", entry.cancelledAt);
  if (faults.count() === before && isReversed(entry)) {
    // Of the two dates, one in the future is the likelier slip.
    if (startsLate)
      refuseCell(faults, "subscription-reversed", row, "start", cells.start, BEFORE_END);
    else
      refuseCell(faults, "subscription-reversed", row, "end", cells.end, "on or after its start");
  } else if (faults.count() === before && entry.start.day === entry.end.day) {
    warnings.add("subscription-zero-length", row, "end", cells.end);
  }

  currency.check(cells.currency, row); // before the amount, whose decimals depend on it
  const isRead = money.read(cells.mrr, row, "mrr", entry.mrr);
  if (isRead && entry.mrr.units < 0) refuseMoney(faults, "negative-amount", row, "mrr", cells.mrr);
  const words: readonly unknown[] = REASONS;
  entry.reason = isGiven(cells.reason) ? words.indexOf(cells.reason) : 0;
  if (entry.reason < 0 || cells.reason === REASONS[0]) {
    const expected = '"voluntary" or "involuntary"';
    refuseCell(faults, "field-wrong-type", row, "reason", cells.reason, expected);
  }
  entry.trial = Number(cells.trial === true);
  if (isGiven(cells.trial) && typeof cells.trial !== "boolean") {
    refuseCell(faults, "field-wrong-type", row, "trial", cells.trial, "true or false");
  }
}

const BEFORE_END = "on or before its end";

/** Whether a cell that may be absent is there. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function setOpen(moment: Moment): void {
  moment.day = OPEN;
  moment.instant = Number.NaN;
}

/** Ends on an earlier day, or earlier on the same day where both instants are known. */
function isReversed({ start, end }: SubscriptionEntry): boolean {
  return start.day === end.day ? end.instant < start.instant : end.day < start.day;
}
