import { argumentError } from "../base/errors.ts";
import { isLedgerOf } from "../ledger/ledger-kind.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Subscription } from "../ledger/rows.ts";
import type { SubscriptionsLedger, SubscriptionsLedgerOptions } from "../ledger/subscriptions.ts";
import { subscriptionsLedger } from "../ledger/subscriptions-ledger.ts";
import type { WarningFact } from "../result/warning.ts";
import { type Question, readSpan, type Span, spanWarnings } from "./question.ts";

/** Subscriptions as a KPI takes them: rows, or a ledger of them. */
export type SubscriptionsSource = readonly Subscription[] | SubscriptionsLedger;

interface SubscriptionsQuestion extends Question {
  readonly currency?: string;
}

/** A question over subscriptions, read: the ledger, the days, and what to say about them. */
export interface SubscriptionsAnswerable {
  readonly ledger: SubscriptionsLedger;
  readonly span: Span;
  readonly warnings: readonly WarningFact[];
}

/** Whether a source holds subscriptions: a ledger of them, or rows whose first one is. */
export function isSubscriptions(source: unknown): source is SubscriptionsSource {
  return isLedgerOf(source, "subscriptions") || kindOfRows(source) === "subscriptions";
}

/** Reads the source of a KPI over subscriptions, its options being read already. */
export function readSubscriptionsAsked(
  source: SubscriptionsSource,
  asked: Partial<SubscriptionsQuestion>,
): SubscriptionsAnswerable {
  const ledger = isLedgerOf(source, "subscriptions")
    ? agreeing(source, asked)
    : subscriptionsLedger(source, ledgerOptions(asked));
  const span = readSpan(asked, ledger);
  // The last start or end says little about when the table was written, so only a given `asOf` counts.
  const late = asked.asOf === undefined ? [] : spanWarnings(span);
  return { ledger, span, warnings: [...ledger.warnings, ...late] };
}

function ledgerOptions({
  currency,
  timeZone,
  asOf,
}: Partial<SubscriptionsQuestion>): SubscriptionsLedgerOptions {
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function agreeing(
  ledger: SubscriptionsLedger,
  asked: Partial<SubscriptionsQuestion>,
): SubscriptionsLedger {
  for (const name of ["currency", "timeZone"] as const) {
    const wanted = asked[name];
    if (wanted === undefined || wanted === ledger[name]) continue;
    throw argumentError(name, `"${ledger[name]}", as the ledger was built with`, wanted);
  }
  return ledger;
}
