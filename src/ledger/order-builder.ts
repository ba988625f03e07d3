import type { Amount } from "../base/amount.ts";
import type { Moment } from "../base/moment.ts";
import {
  finishIds,
  finishInstants,
  finishInts,
  type IdBuilder,
  type InstantBuilder,
  type IntBuilder,
  newInstantBuilder,
  newIntBuilder,
  pushInt,
  putId,
  putInstant,
} from "./growing-column.ts";
import {
  atScale,
  finishMoney,
  leaveBlank,
  type MoneyBuilder,
  newMoneyBuilder,
  pushMoney,
} from "./money-column.ts";
import { MONEY_FIELDS, type OrderEntries } from "./order-entries.ts";
import type { RowId } from "./rows.ts";

/** One checked row of orders, filled anew for each row. */
export interface OrderEntry {
  customer: number;
  readonly moment: Moment;
  readonly amount: Amount;
  /** Discount, tax and shipping; null where the row has none of them, as most have. */
  extras: readonly (Amount | null)[] | null;
  /** One a dimension. */
  readonly codes: Int32Array;
  id: RowId | undefined;
  refundOf: RowId | undefined;
}

/** Sales, or refunds, while they are being read. */
export interface OrderBuilder {
  readonly customer: IntBuilder;
  readonly day: IntBuilder;
  readonly instant: InstantBuilder;
  readonly amount: MoneyBuilder;
  readonly extras: readonly MoneyBuilder[];
  readonly row: IntBuilder;
  readonly codes: readonly IntBuilder[];
  readonly id: IdBuilder;
  readonly refundOf: IdBuilder;
}

export function newOrderEntry(dimensions: number): OrderEntry {
  return {
    customer: 0,
    moment: { day: 0, instant: Number.NaN },
    amount: { units: 0, big: null, decimals: 0 },
    extras: null,
    codes: new Int32Array(dimensions),
    id: undefined,
    refundOf: undefined,
  };
}

/** @param rows How many rows there may be. */
export function newOrderBuilder(rows: number, dimensions: number): OrderBuilder {
  return {
    ...{ customer: newIntBuilder(rows), day: newIntBuilder(rows), instant: newInstantBuilder() },
    amount: newMoneyBuilder(rows),
    extras: MONEY_FIELDS.slice(1).map(() => newMoneyBuilder()),
    row: newIntBuilder(rows),
    codes: Array.from({ length: dimensions }, () => newIntBuilder(rows)),
    ...{ id: [], refundOf: [] },
  };
}

export function pushOrder(builder: OrderBuilder, entry: OrderEntry, row: number): void {
  const { moment, amount, extras, id, refundOf, codes } = entry;
  const index = builder.row.size;
  pushInt(builder.row, row);
  pushInt(builder.customer, entry.customer);
  pushInt(builder.day, moment.day);
  pushMoney(builder.amount, amount);
  if (!Number.isNaN(moment.instant)) putInstant(builder.instant, index, moment.instant);
  if (id !== undefined) putId(builder.id, index, id);
  if (refundOf !== undefined) putId(builder.refundOf, index, refundOf);
  if (extras !== null) putExtras(builder.extras, index, extras);
  for (let dimension = 0; dimension < builder.codes.length; dimension += 1) {
    const column = builder.codes[dimension];
    if (column !== undefined) pushInt(column, codes[dimension] ?? 0);
  }
}

function putExtras(
  builders: readonly MoneyBuilder[],
  index: number,
  extras: readonly (Amount | null)[],
): void {
  for (const [extra, builder] of builders.entries()) {
    const amount = extras[extra] ?? null;
    if (amount === null) continue;
    leaveBlank(builder, index);
    pushMoney(builder, amount);
  }
}

/**
 * The columns, all money at one scale.
 *
 * @param tooLarge Called with the row and the field of each amount that cannot be held at that scale.
 */
export function finishOrders(
  builder: OrderBuilder,
  scale: number,
  tooLarge: (row: number, field: string) => void,
): OrderEntries {
  const row = finishInts(builder.row);
  const size = row.length;
  const money = [builder.amount, ...builder.extras].map((column, field) => {
    if (field > 0 && column.size === 0) return null;
    leaveBlank(column, size);
    return atScale(finishMoney(column), column.scale, scale, (index) => {
      tooLarge(row[index] ?? 0, MONEY_FIELDS[field] ?? "amount");
    });
  });
  return {
    ...{ size, rows: size, row, money },
    customer: finishInts(builder.customer),
    day: finishInts(builder.day),
    instant: finishInstants(builder.instant, size),
    blanks: [0, ...builder.extras.map(({ blank }) => blank)],
    codes: builder.codes.map(finishInts),
    id: finishIds(builder.id, size),
    refundOf: finishIds(builder.refundOf, size),
  };
}
