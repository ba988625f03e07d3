import type { AnswersLedger } from "./answers.ts";
import type { OrdersLedger } from "./orders.ts";
import type { SubscriptionsLedger } from "./subscriptions.ts";

/** Rows of one kind, read once. */
export type Ledger = OrdersLedger | SubscriptionsLedger | AnswersLedger;

const KINDS: readonly Ledger["kind"][] = ["orders", "subscriptions", "answers"];

/** Which kind of ledger a value is; null if it is none. Never throws. */
export function ledgerKind(value: unknown): Ledger["kind"] | null {
  try {
    const kind = KINDS.find((known) => known === own(value, "kind")) ?? null;
    if (kind === null) return null;
    const column = kind === "answers" ? own(value, "score") : own(value, "customers");
    return column instanceof Int32Array || Array.isArray(column) ? kind : null;
  } catch {
    return null;
  }
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

/** Whether a value is a ledger of one kind. */
export function isLedgerOf<Kind extends Ledger["kind"]>(
  value: unknown,
  kind: Kind,
): value is Extract<Ledger, { readonly kind: Kind }> {
  return ledgerKind(value) === kind;
}
