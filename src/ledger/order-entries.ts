import type { ScaledIntegers } from "../base/exact-sum.ts";
import { pickIds, pickInstants, pickInts, pickMoney } from "./pick.ts";
import type { Ids } from "./rows.ts";

/** The money members of a row of orders. The first is required. */
export const MONEY_FIELDS = ["amount", "discount", "tax", "shipping"] as const;

/** Sales, or refunds, as columns: what the ledger is made of. */
export interface OrderEntries {
  readonly size: number;
  readonly rows: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly instant: Float64Array | null;
  /** One column a money field, null where no row has it. All have the ledger's scale. */
  readonly money: readonly (ScaledIntegers | null)[];
  /** Rows that lack the field, one number a money field. */
  readonly blanks: readonly number[];
  readonly row: Int32Array;
  /** One column of codes a dimension. */
  readonly codes: readonly Int32Array[];
  /** Order ids of sales, refund ids of refunds. */
  readonly id: Ids;
  /** Of refunds: the order id of the sale. */
  readonly refundOf: Ids;
}

/** What was read, or joined, before duplicates are dropped and refunds find their sales. */
export interface OrderParts {
  readonly rows: number;
  readonly currency: string | null;
  readonly scale: number;
  readonly sales: OrderEntries;
  readonly refunds: OrderEntries;
}

/** Some of the entries, in the order of the indexes. */
export function pickEntries(entries: OrderEntries, indexes: Int32Array): OrderEntries {
  const { customer, day, instant, money, row, codes, id, refundOf } = entries;
  return {
    ...entries,
    size: indexes.length,
    customer: pickInts(customer, indexes),
    day: pickInts(day, indexes),
    instant: instant && pickInstants(instant, indexes),
    money: money.map((column) => column && pickMoney(column, indexes)),
    row: pickInts(row, indexes),
    codes: codes.map((column) => pickInts(column, indexes)),
    id: id && pickIds(id, indexes),
    refundOf: refundOf && pickIds(refundOf, indexes),
  };
}
