import { argumentError } from "../base/errors.ts";
import { isLedgerOf, type Ledger } from "./ledger-kind.ts";
import { mergeAnswers } from "./merge-answers.ts";
import { mergeOrders } from "./merge-orders.ts";
import { mergeSubscriptions } from "./merge-subscriptions.ts";

/**
 * Joins ledgers of parts of the rows: the whole is the ledger of all rows in that order, with their
 * indexes counted through. Any split will do.
 *
 * @throws `KpiError` `incompatible-counts` for ledgers that were built in different ways,
 * `currency-mismatch`, and `invalid-data` where the rows of two parts contradict each other.
 * @example
 * const january = ordersLedger([{ customerId: "ann", date: "2025-01-09", amount: 30 }]);
 * const february = ordersLedger([{ customerId: "ann", date: "2025-02-11", amount: 12.5 }]);
 * [...mergeLedgers([january, february]).sales.amount.values]; // => [300, 125]
 */
export function mergeLedgers<Kind extends Ledger>(ledgers: readonly Kind[]): Kind;
export function mergeLedgers(ledgers: readonly Ledger[]): Ledger {
  if (!Array.isArray(ledgers) || ledgers.length === 0) {
    throw argumentError("ledgers", "an array of one ledger or more", ledgers, "option-wrong-type");
  }
  const parts: readonly unknown[] = [...ledgers];
  const areOrders = parts.filter((part) => isLedgerOf(part, "orders"));
  if (areOrders.length === parts.length) return mergeOrders(areOrders);
  const areSubscriptions = parts.filter((part) => isLedgerOf(part, "subscriptions"));
  if (areSubscriptions.length === parts.length) return mergeSubscriptions(areSubscriptions);
  const areAnswers = parts.filter((part) => isLedgerOf(part, "answers"));
  if (areAnswers.length === parts.length) return mergeAnswers(areAnswers);
  throw argumentError("ledgers", "ledgers of one kind", ledgers, "kind-mixed");
}
