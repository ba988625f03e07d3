import { type Faults, newFaults } from "../base/errors.ts";
import { commonCurrency, commonDimensions, requireAgreement, rowsBefore } from "./agreement.ts";
import {
  concatCodes,
  concatIds,
  concatInstants,
  concatInts,
  concatMoney,
  concatRows,
} from "./concat-columns.ts";
import { joinCustomers, joinValues } from "./join-codes.ts";
import { joinWarnings } from "./join-warnings.ts";
import { tooLargeAt } from "./money-cells.ts";
import { MONEY_FIELDS, type OrderEntries } from "./order-entries.ts";
import type { Entries, OrdersLedger } from "./orders.ts";
import type { Ids } from "./rows.ts";
import { settleOrders } from "./settle-orders.ts";
import { newWarningLog } from "./warning-log.ts";

/** What the joining of sales and of refunds have in common. */
interface Joining {
  readonly firstRows: readonly number[];
  readonly scales: readonly number[];
  readonly scale: number;
  /** From the codes of each ledger to those of the whole. */
  readonly customers: readonly Int32Array[];
  readonly faults: Faults;
}

/**
 * Joins ledgers of orders, as if all rows had been read at once: an order that is in two of them is
 * counted once, and a refund finds its sale in another.
 */
export function mergeOrders(ledgers: readonly OrdersLedger[]): OrdersLedger {
  for (const name of ["timeZone", "guests", "rowsAre"] as const) {
    requireAgreement(
      name,
      ledgers.map((ledger) => ledger[name]),
    );
  }
  const dimensions = commonDimensions(ledgers);
  const currency = commonCurrency(ledgers);
  const [faults, warnings] = [newFaults(), newWarningLog()];
  const { customers, maps } = joinCustomers(ledgers.map((ledger) => ledger.customers));
  const scales = ledgers.map(({ scale }) => scale);
  const joining: Joining = {
    firstRows: ledgers.map((_, index) => rowsBefore(ledgers, index)),
    ...{ scales, scale: Math.max(...scales), customers: maps, faults },
  };
  const joined = dimensions.map((name) => joinDimension(ledgers, name));
  joinWarnings(ledgers, warnings);
  const [frame] = ledgers.map(({ timeZone, guests, rowsAre }) => ({ timeZone, guests, rowsAre }));
  return settleOrders(
    {
      ...(frame ?? { timeZone: "UTC", guests: "refuse", rowsAre: "orders" }),
      ...{ customers, dimensions, faults, warnings },
      values: joined.map(({ values }) => values),
    },
    {
      rows: rowsBefore(ledgers, ledgers.length),
      ...{ currency, scale: joining.scale },
      sales: joinEntries(
        ledgers.map(({ sales }) => ({ ...sales, id: sales.orderId, refundOf: null })),
        joining,
        joined.map(({ sales }) => sales),
      ),
      refunds: joinEntries(
        ledgers.map(({ refunds }) => ({ ...refunds, id: refunds.refundId })),
        joining,
        joined.map(({ refunds }) => refunds),
      ),
    },
  );
}

function joinDimension(ledgers: readonly OrdersLedger[], name: string) {
  const pieces = ledgers.map(({ dimensions }) => dimensions[name]);
  const { values, maps } = joinValues(pieces.map((piece) => piece?.values ?? []));
  const codesOf = (which: "sales" | "refunds"): Int32Array =>
    concatCodes(
      pieces.map((piece) => piece?.[which] ?? new Int32Array()),
      maps,
    );
  return { values, sales: codesOf("sales"), refunds: codesOf("refunds") };
}

function joinEntries(
  pieces: readonly (Entries & { readonly id: Ids; readonly refundOf: Ids })[],
  { firstRows, scales, scale, customers, faults }: Joining,
  codes: readonly Int32Array[],
): OrderEntries {
  const sizes = pieces.map(({ size }) => size);
  const row = concatRows(
    pieces.map((piece) => piece.row),
    firstRows,
  );
  const days = { columns: pieces.map(({ day }) => day), sizes };
  return {
    size: row.length,
    rows: pieces.reduce((sum, piece) => sum + piece.rows, 0),
    customer: concatCodes(
      pieces.map(({ customer }) => customer),
      customers,
    ),
    day: concatInts(days, 0) ?? new Int32Array(),
    instant: concatInstants({ columns: pieces.map(({ instant }) => instant), sizes }),
    money: MONEY_FIELDS.map((field) => {
      const columns = pieces.map((piece) => piece[field]?.values ?? null);
      return concatMoney({ columns, sizes }, scales, scale, (at) => {
        faults.add(tooLargeAt(row[at] ?? 0, field));
      });
    }),
    // A ledger without the column lacks it in every row.
    blanks: MONEY_FIELDS.map((field) =>
      pieces.reduce((sum, piece) => sum + (piece[field]?.blank ?? piece.rows), 0),
    ),
    row,
    codes,
    id: concatIds({ columns: pieces.map(({ id }) => id), sizes }),
    refundOf: concatIds({ columns: pieces.map(({ refundOf }) => refundOf), sizes }),
  };
}
