import { argumentError } from "../base/errors.ts";
import type { Subscription } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import { subscriptionsLedger } from "../ledger/subscriptions-ledger.ts";
import type { WarningFact } from "../result/warning.ts";
import { isLedger } from "./orders-source.ts";
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

/** Whether a source holds subscriptions: a ledger of them, or rows whose first has a start. */
export function isSubscriptions(source: unknown): source is SubscriptionsSource {
  if (isLedger(source, "subscriptions")) return true;
  if (!Array.isArray(source)) return false;
  const [first]: readonly unknown[] = source;
  return (
    typeof first === "object" &&
    first !== null &&
    (Object.hasOwn(first, "start") || Object.hasOwn(first, "mrr"))
  );
}

/** Reads the source of a KPI over subscriptions, its options being read already. */
export function readSubscriptionsAsked(
  source: SubscriptionsSource,
  asked: Partial<SubscriptionsQuestion>,
): SubscriptionsAnswerable {
  const ledger = isLedger(source, "subscriptions")
    ? agreeing(source as SubscriptionsLedger, asked) // as `isLedger` found
    : subscriptionsLedger(source as readonly Subscription[], ledgerOptions(asked));
  const span = readSpan(asked, ledger);
  // The last start or end says little about when the table was written, so only a given `asOf` counts.
  const late = asked.asOf === undefined ? [] : spanWarnings(span);
  return { ledger, span, warnings: [...ledger.warnings, ...late] };
}

function ledgerOptions({ currency, timeZone }: Partial<SubscriptionsQuestion>): {
  readonly currency?: string;
  readonly timeZone?: string;
} {
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(timeZone === undefined ? {} : { timeZone }),
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
