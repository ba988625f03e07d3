import { newFaults } from "../base/errors.ts";
import { commonCurrency, commonDimensions, requireAgreement, rowsBefore } from "./agreement.ts";
import { concatCodes, concatIds, concatInts, concatMoney, concatRows } from "./concat-columns.ts";
import { joinCustomers, joinEntryDimensions } from "./join-codes.ts";
import { joinWarnings } from "./join-warnings.ts";
import { tooLargeAt } from "./money-cells.ts";
import { settleSubscriptions } from "./subscription-parts.ts";
import { OPEN, type SubscriptionsLedger } from "./subscriptions.ts";
import { newWarningLog } from "./warning-log.ts";

/** Joins ledgers of subscriptions, as if all rows had been read at once. */
export function mergeSubscriptions(ledgers: readonly SubscriptionsLedger[]): SubscriptionsLedger {
  const zones = ledgers.map(({ timeZone }) => timeZone);
  requireAgreement("timeZone", zones);
  const currency = commonCurrency(ledgers);
  const dimensions = commonDimensions(ledgers);
  const [faults, warnings] = [newFaults(), newWarningLog()];
  const { customers, maps } = joinCustomers(ledgers.map((ledger) => ledger.customers));
  const { values, codes } = joinEntryDimensions(ledgers, dimensions);
  const sizes = ledgers.map(({ size }) => size);
  const scales = ledgers.map(({ scale }) => scale);
  const scale = Math.max(...scales);
  const firstRows = ledgers.map((_, index) => rowsBefore(ledgers, index));
  const row = concatRows(
    ledgers.map((ledger) => ledger.row),
    firstRows,
  );
  const ints = (name: "start" | "end" | "cancelledAt" | "reason" | "trial", fill: number) =>
    concatInts({ columns: ledgers.map((ledger) => ledger[name]), sizes }, fill);
  const mrr = concatMoney(
    { columns: ledgers.map((ledger) => ledger.mrr.values), sizes },
    scales,
    scale,
    (at) => {
      faults.add(tooLargeAt(row[at] ?? 0, "mrr"));
    },
  );
  const entries = {
    customer: concatCodes(
      ledgers.map(({ customer }) => customer),
      maps,
    ),
    start: ints("start", 0) ?? new Int32Array(),
    end: ints("end", OPEN) ?? new Int32Array(),
    mrr: mrr ?? new Float64Array(),
    cancelledAt: ints("cancelledAt", OPEN),
    reason: ints("reason", 0),
    trial: ints("trial", 0),
    ...{ row, codes },
    subscriptionId: concatIds({ columns: ledgers.map((ledger) => ledger.subscriptionId), sizes }),
  };
  joinWarnings(ledgers, warnings);
  return settleSubscriptions(
    {
      timeZone: zones[0] ?? "UTC",
      rows: rowsBefore(ledgers, ledgers.length),
      ...{ currency, scale, customers, entries, dimensions, values },
    },
    faults,
    warnings,
  );
}
