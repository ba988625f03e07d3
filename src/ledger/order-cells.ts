import type { Amount } from "../base/amount.ts";
import { refuseCell } from "./cell-fault.ts";
import { readDimension } from "./dimensions.ts";
import { EXPECTED_ID, readId } from "./id-fault.ts";
import { refuseMoney } from "./money-cells.ts";
import type { OrderEntry } from "./order-builder.ts";
import type { OrderContext, OrderField } from "./order-context.ts";
import { MONEY_FIELDS } from "./order-entries.ts";
import { GUEST } from "./orders.ts";
import type { RowId } from "./rows.ts";

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
  const { faults, currency, moments } = context;
  const before = faults.count();
  entry.customer = readCustomer(context, cells.customerId, row);
  moments.read(cells.date, row, "date", entry.moment);
  currency.check(cells.currency, row); // before the amounts, whose decimals depend on it
  const kind = readAmounts(context, cells, row, entry);
  readIds(context, cells, row, entry, kind);
  for (let dimension = 0; dimension < context.values.length; dimension += 1) {
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

function readAmounts(
  context: OrderContext,
  cells: OrderCells,
  row: number,
  entry: OrderEntry,
): OrderKind {
  let kind: OrderKind = "sale";
  for (let field = 0; field < MONEY_FIELDS.length; field += 1) {
    const name = MONEY_FIELDS[field];
    const amount = entry.money[field];
    if (name === undefined || amount === undefined) continue;
    const value = cells[name];
    const isGiven = field === 0 || (value !== undefined && value !== null);
    entry.given[field] = isGiven;
    const isRead = isGiven && context.money.read(value, row, name, amount);
    const isNegative = isRead && amount.units < 0;
    if (field === 0) kind = readKind(context, cells, row, isNegative);
    if (!isNegative) continue;
    if (kind === "refund") dropSign(amount);
    else refuseMoney(context.faults, "negative-amount", row, name, value);
  }
  return kind;
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

/** Makes an amount its size. */
export function dropSign(amount: Amount): void {
  amount.units = -amount.units;
  if (amount.big !== null) amount.big = -amount.big;
}

function readIds(
  { faults, rowsAre }: OrderContext,
  cells: OrderCells,
  row: number,
  entry: OrderEntry,
  kind: OrderKind,
): void {
  const idOf = (field: "orderId" | "refundOf" | "refundId"): RowId | undefined =>
    readId(cells[field], row, field, faults);
  const orderId = idOf("orderId");
  const refundOf = idOf("refundOf");
  const refundId = idOf("refundId");
  entry.id = kind === "sale" ? orderId : refundId;
  entry.refundOf = kind === "sale" ? undefined : (refundOf ?? orderId);
  if (
    kind === "sale" &&
    rowsAre === "lines" &&
    (cells.orderId === undefined || cells.orderId === null)
  ) {
    refuseCell(
      faults,
      "field-missing",
      row,
      "orderId",
      cells.orderId,
      `${EXPECTED_ID}, since rows are lines of orders`,
    );
  }
}
