import type { Amount } from "../base/amount.ts";
import { refuseCell } from "./cell-fault.ts";
import { readDimension } from "./dimensions.ts";
import { EXPECTED_ID, readId } from "./id-fault.ts";
import { refuseMoney } from "./money-cells.ts";
import type { OrderEntry } from "./order-builder.ts";
import type { OrderContext, OrderField } from "./order-context.ts";
import { GUEST } from "./orders.ts";

/** The members of one row of orders as they were found. */
export type OrderCells = Record<OrderField, unknown> & {
  /** One a dimension. */
  readonly values: unknown[];
};

/** What a row of orders is. */
export type OrderKind = "sale" | "refund";

/** Checks the cells of a row and fills `entry`; null if something is wrong with them. */
export function checkOrder(
  context: OrderContext,
  cells: OrderCells,
  row: number,
  entry: OrderEntry,
): OrderKind | null {
  const { faults, currency, moments, money, values } = context;
  const before = faults.count();
  entry.customer = readCustomer(context, cells.customerId, row);
  moments.read(cells.date, row, "date", entry.moment);
  currency.check(cells.currency, row); // before the amounts, whose decimals depend on it
  const { amount } = entry;
  const isNegative = money.read(cells.amount, row, "amount", amount) && amount.units < 0;
  const kind = readKind(context, cells, row, isNegative);
  if (isNegative) takeSize(context, amount, kind, row, "amount", cells.amount);
  readExtras(context, cells, kind, row, entry);
  readIds(context, cells, kind, row, entry);
  for (let dimension = 0; dimension < values.length; dimension += 1) {
    entry.codes[dimension] = readDimension(context, dimension, cells.values[dimension], row);
  }
  return faults.count() === before ? kind : null;
}

/** The code of a customer, or `GUEST`. */
export function readCustomer(context: OrderContext, value: unknown, row: number): number {
  const code = context.customers.codeOf(value);
  if (typeof code === "number") return code;
  const isAbsent = code === "field-missing" || code === "id-empty";
  if (!(isAbsent && context.guests === "keep")) {
    const expected = isAbsent ? `${EXPECTED_ID} (guests: "keep" keeps rows without)` : EXPECTED_ID;
    refuseCell(context.faults, code, row, "customerId", value, expected);
  }
  return GUEST;
}

/** Discount, tax and shipping, which most rows lack. */
function readExtras(
  context: OrderContext,
  { discount, tax, shipping }: OrderCells,
  kind: OrderKind,
  row: number,
  entry: OrderEntry,
): void {
  entry.extras = null;
  if (discount === undefined && tax === undefined && shipping === undefined) return;
  const read = (value: unknown, field: string): Amount | null => {
    if (value === undefined || value === null) return null;
    const amount: Amount = { units: 0, big: null, decimals: 0 };
    const isNegative = context.money.read(value, row, field, amount) && amount.units < 0;
    if (isNegative) takeSize(context, amount, kind, row, field, value);
    return amount;
  };
  entry.extras = [read(discount, "discount"), read(tax, "tax"), read(shipping, "shipping")];
}

/** Of a refund's negative amount the size counts; a sale has none. */
export function takeSize(
  { faults }: OrderContext,
  amount: Amount,
  kind: OrderKind,
  row: number,
  field: string,
  value: unknown,
): void {
  if (kind === "sale") refuseMoney(faults, "negative-amount", row, field, value);
  amount.units = -amount.units;
  if (amount.big !== null) amount.big = -amount.big;
}

/** A row says what it is, or else the sign of its amount does. */
export function readKind(
  context: OrderContext,
  { type, amount }: Pick<OrderCells, "type" | "amount">,
  row: number,
  isNegative: boolean,
): OrderKind {
  if (type === "sale" || type === "refund") return type;
  if (type !== undefined && type !== null) {
    refuseCell(context.faults, "field-wrong-type", row, "type", type, '"sale" or "refund"');
  }
  if (!isNegative) return "sale";
  context.warnings.add("negative-amount", row, "amount", amount);
  return "refund";
}

function readIds(
  { faults, rowsAre }: OrderContext,
  cells: OrderCells,
  kind: OrderKind,
  row: number,
  entry: OrderEntry,
): void {
  const orderId = readId(cells.orderId, row, "orderId", faults);
  const refundOf = readId(cells.refundOf, row, "refundOf", faults);
  const refundId = readId(cells.refundId, row, "refundId", faults);
  entry.id = kind === "sale" ? orderId : refundId;
  entry.refundOf = kind === "sale" ? undefined : (refundOf ?? orderId);
  const isAbsent = cells.orderId === undefined || cells.orderId === null;
  if (rowsAre === "lines" && kind === "sale" && isAbsent) {
    refuseCell(faults, "field-missing", row, "orderId", cells.orderId, ID_OF_LINES);
  }
}

const ID_OF_LINES = `${EXPECTED_ID}, since rows are lines of orders`;
