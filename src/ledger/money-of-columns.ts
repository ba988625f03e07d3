import type { Amount } from "../base/amount.ts";
import type { ScaledIntegers } from "../base/exact-sum.ts";
import { tooLargeAt } from "./money-cells.ts";
import {
  atScale,
  finishMoney,
  leaveBlank,
  type MoneyBuilder,
  newMoneyBuilder,
  pushMoney,
  pushNumbers,
} from "./money-column.ts";
import { readKind, takeSize } from "./order-cells.ts";
import type { ReadableColumns } from "./order-columns.ts";
import type { OrderContext } from "./order-context.ts";
import { MONEY_FIELDS } from "./order-entries.ts";

/** The money of columns of orders, and which of their rows are refunds. */
export interface MoneyOfColumns {
  readonly currency: string | null;
  readonly scale: number;
  /** One column a money field, null where there is none. */
  readonly money: readonly (ScaledIntegers | null)[];
  /** 1 for a refund, 0 for a sale. */
  readonly isRefund: Uint8Array;
  readonly refunds: number;
  /** How many rows lack the field: of sales, of refunds; one pair a money field. */
  readonly blanks: readonly (readonly [sales: number, refunds: number])[];
}

/** Reads the columns of currency, type and money. */
export function readMoneyOfColumns(
  columns: ReadableColumns,
  context: OrderContext,
): MoneyOfColumns {
  checkCurrency(columns, context); // before the amounts, whose decimals depend on it
  const isRefund = new Uint8Array(columns.rows);
  const [amount, ...others] = MONEY_FIELDS;
  const amounts = readField(columns, amount, isRefund, context);
  const refunds = isRefund.includes(1) ? isRefund.reduce((sum, one) => sum + one, 0) : 0;
  const lacking: FieldRead = { builder: null, blanks: [columns.rows - refunds, refunds] };
  const read = [
    amounts,
    ...others.map((name) =>
      columns.of(name) === null ? lacking : readField(columns, name, isRefund, context),
    ),
  ];
  const { currency, scale } = context.money.settle();
  const money = read.map(({ builder }, field) => {
    if (builder === null || (builder.blank === columns.rows && field > 0)) return null;
    return atScale(finishMoney(builder), builder.scale, scale, (row) => {
      context.faults.add(tooLargeAt(row, MONEY_FIELDS[field] ?? "amount"));
    });
  });
  return { currency, scale, money, isRefund, refunds, blanks: read.map(({ blanks }) => blanks) };
}

function checkCurrency({ rows, of }: ReadableColumns, { currency }: OrderContext): void {
  const column = of("currency");
  if (column === null) return;
  for (let row = 0; row < rows; row += 1) currency.check(column.cell(row), row);
}

interface FieldRead {
  /** Null if there is no column. */
  readonly builder: MoneyBuilder | null;
  readonly blanks: readonly [sales: number, refunds: number];
}

/** Reads one column of money. That of the amounts decides which rows are refunds. */
function readField(
  { rows, of }: ReadableColumns,
  name: (typeof MONEY_FIELDS)[number],
  isRefund: Uint8Array,
  context: OrderContext,
): FieldRead {
  const column = of(name);
  const blanks: [number, number] = [0, 0];
  const builder = newMoneyBuilder(rows);
  const types = name === "amount" ? of("type") : null;
  const floats = types === null && column?.typed instanceof Float64Array ? column.typed : null;
  const decimals = context.currency.decimals();
  const amount: Amount = { units: 0, big: null, decimals: 0 };
  for (let row = 0; row < rows; row += 1) {
    // Most columns are numbers from 0 with no more decimals than those before: nothing else to ask.
    if (floats !== null && builder.scale <= decimals) row = pushNumbers(builder, floats, row);
    if (row === rows) break;
    const value = floats === null ? inUnits(column?.cell(row)) : floats[row];
    if (name !== "amount" && (value === undefined || value === null)) {
      blanks[isRefund[row] === 1 ? 1 : 0] += 1;
      leaveBlank(builder, row + 1);
      continue;
    }
    const isNegative = context.money.read(value, row, name, amount) && amount.units < 0;
    if (name === "amount" && (isNegative || types !== null)) {
      const kind = readKind(context, { type: types?.cell(row), amount: value }, row, isNegative);
      isRefund[row] = Number(kind === "refund");
    }
    const kind = isRefund[row] === 1 ? "refund" : "sale";
    if (isNegative) takeSize(context, amount, kind, row, name, value);
    pushMoney(builder, amount);
  }
  return { builder, blanks };
}

/** A 64-bit integer is an amount in whole units. */
function inUnits(cell: unknown): unknown {
  return typeof cell === "bigint" ? String(cell) : cell;
}
