import type { Amount } from "../base/amount.ts";
import type { Moment } from "../base/moment.ts";
import {
  finishInstants,
  finishInts,
  type IdBuilder,
  type InstantBuilder,
  type IntBuilder,
  newIdBuilder,
  newInstantBuilder,
  newIntBuilder,
  pushId,
  pushInstant,
  pushInt,
} from "./growing-column.ts";
import {
  atScale,
  finishMoney,
  type MoneyBuilder,
  newMoneyBuilder,
  pushBlank,
  pushMoney,
} from "./money-column.ts";
import { MONEY_FIELDS, type OrderEntries } from "./order-entries.ts";
import type { RowId } from "./rows.ts";

/** One checked row of orders, filled anew for each row. */
export interface OrderEntry {
  customer: number;
  readonly moment: Moment;
  /** One a money field. */
  readonly money: readonly Amount[];
  /** Whether the row has the money field. */
  readonly given: boolean[];
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
  readonly money: readonly MoneyBuilder[];
  readonly row: IntBuilder;
  readonly codes: readonly IntBuilder[];
  readonly id: IdBuilder;
  readonly refundOf: IdBuilder;
}

export function newOrderEntry(dimensions: number): OrderEntry {
  return {
    customer: 0,
    moment: { day: 0, instant: Number.NaN },
    money: MONEY_FIELDS.map(() => ({ units: 0, big: null, decimals: 0 })),
    given: MONEY_FIELDS.map(() => false),
    codes: new Int32Array(dimensions),
    id: undefined,
    refundOf: undefined,
  };
}

export function newOrderBuilder(dimensions: number): OrderBuilder {
  return {
    customer: newIntBuilder(),
    day: newIntBuilder(),
    instant: newInstantBuilder(),
    money: MONEY_FIELDS.map(newMoneyBuilder),
    row: newIntBuilder(),
    codes: Array.from({ length: dimensions }, newIntBuilder),
    id: newIdBuilder(),
    refundOf: newIdBuilder(),
  };
}

export function pushOrder(builder: OrderBuilder, entry: OrderEntry, row: number): void {
  pushInt(builder.customer, entry.customer);
  pushInt(builder.day, entry.moment.day);
  pushInstant(builder.instant, entry.moment.instant);
  pushInt(builder.row, row);
  pushId(builder.id, entry.id);
  pushId(builder.refundOf, entry.refundOf);
  for (let field = 0; field < MONEY_FIELDS.length; field += 1) {
    const column = builder.money[field];
    const amount = entry.money[field];
    if (column === undefined || amount === undefined) continue;
    if (entry.given[field] === true) pushMoney(column, amount);
    else pushBlank(column);
  }
  for (let dimension = 0; dimension < builder.codes.length; dimension += 1) {
    const column = builder.codes[dimension];
    if (column !== undefined) pushInt(column, entry.codes[dimension] ?? 0);
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
  const money = builder.money.map((column, field) =>
    column.blank === size && field > 0
      ? null
      : atScale(finishMoney(column), column.scale, scale, (index) => {
          tooLarge(row[index] ?? 0, MONEY_FIELDS[field] ?? "amount");
        }),
  );
  return {
    size,
    rows: size,
    customer: finishInts(builder.customer),
    day: finishInts(builder.day),
    instant: finishInstants(builder.instant),
    money,
    blanks: builder.money.map(({ blank }) => blank),
    row,
    codes: builder.codes.map(finishInts),
    id: builder.id.values,
    refundOf: builder.refundOf.values,
  };
}
