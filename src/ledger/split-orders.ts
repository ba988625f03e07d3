import type { MomentColumns } from "./moment-column.ts";
import type { MoneyOfColumns } from "./money-of-columns.ts";
import { type OrderEntries, type OrderParts, pickEntries } from "./order-entries.ts";
import type { Ids } from "./rows.ts";

/** Sales and refunds together, as columns have them. */
export interface OrdersTogether extends MomentColumns, MoneyOfColumns {
  readonly rows: number;
  readonly customer: Int32Array;
  readonly codes: readonly Int32Array[];
  readonly orderId: Ids;
  readonly refundOf: Ids;
  readonly refundId: Ids;
}

/** Parts sales from refunds. */
export function splitOrders(together: OrdersTogether): OrderParts {
  const { rows, currency, scale, isRefund, blanks, orderId, refundId, refundOf } = together;
  const { customer, day, instant, money, codes } = together;
  const row = rowIndexes(rows);
  const all: OrderEntries = {
    ...{ size: rows, rows, customer, day, instant, money, row, codes },
    ...{ blanks: [], id: orderId, refundOf: null },
  };
  const noRefunds = together.refunds === 0;
  const refunds = noRefunds ? new Int32Array() : row.filter((at) => isRefund[at] === 1);
  const sales = noRefunds
    ? all
    : pickEntries(
        all,
        row.filter((at) => isRefund[at] === 0),
      );
  const sale = (at: number) => refundOf?.[at] ?? orderId?.[at];
  const named = noRefunds ? null : Array.from(row as Iterable<number>, sale);
  return {
    ...{ rows, currency, scale },
    sales: withBlanks(
      sales,
      blanks.map(([ofSales]) => ofSales),
    ),
    refunds: withBlanks(
      pickEntries({ ...all, id: refundId, refundOf: named }, refunds),
      blanks.map(([, ofRefunds]) => ofRefunds),
    ),
  };
}

function rowIndexes(rows: number): Int32Array {
  const row = new Int32Array(rows);
  for (let at = 0; at < rows; at += 1) row[at] = at;
  return row;
}

/** A column that all of these rows lack is none. */
function withBlanks(entries: OrderEntries, blanks: readonly number[]): OrderEntries {
  const { size, money } = entries;
  const isThere = (field: number) => field === 0 || (blanks[field] ?? 0) < size;
  return {
    ...{ ...entries, rows: size, blanks },
    money: money.map((column, field) => (isThere(field) ? column : null)),
  };
}
