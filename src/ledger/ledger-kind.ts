import type { AnswersLedger } from "./answers.ts";
import type { OrdersLedger } from "./orders.ts";
import type { SubscriptionsLedger } from "./subscriptions.ts";

/** Rows of one kind, read once. */
export type Ledger = OrdersLedger | SubscriptionsLedger | AnswersLedger;

const KINDS: readonly Ledger["kind"][] = ["orders", "subscriptions", "answers"];

/** Which kind of ledger a value is; null if it is none. Runs no code of the value's own twice. */
export function ledgerKind(value: unknown): Ledger["kind"] | null {
  try {
    if (typeof value !== "object" || value === null || !Object.isFrozen(value)) return null;
    const kind: unknown = Object.hasOwn(value, "kind") ? Reflect.get(value, "kind") : null;
    return KINDS.find((known) => known === kind) ?? null;
  } catch {
    return null;
  }
}

/** Whether a value is a ledger of one kind. */
export function isLedgerOf<Kind extends Ledger["kind"]>(
  value: unknown,
  kind: Kind,
): value is Extract<Ledger, { readonly kind: Kind }> {
  return ledgerKind(value) === kind;
}
