import { refuseCell } from "./cell-fault.ts";
import { codeColumn } from "./code-column.ts";
import { NO_VALUE, readDimension } from "./dimensions.ts";
import { EXPECTED_ID, readId } from "./id-fault.ts";
import { readMomentColumn } from "./moment-column.ts";
import { readMoneyOfColumns } from "./money-of-columns.ts";
import { readCustomer } from "./order-cells.ts";
import { type ReadableColumns, takeColumns } from "./order-columns.ts";
import { ORDER_FIELDS, type OrderContext } from "./order-context.ts";
import type { OrderParts } from "./order-entries.ts";
import { GUEST } from "./orders.ts";
import type { Ids, RowId } from "./rows.ts";
import { splitOrders } from "./split-orders.ts";
import { throwRowFaults } from "./throw-row-faults.ts";

/**
 * Reads columns of orders: one pass a column, which is what makes it fast.
 *
 * @throws `invalid-data` or `currency-mismatch` with what is wrong with any cell.
 */
export function readOrderColumns(columns: unknown, context: OrderContext): OrderParts {
  const { faults, guests, dimensions, moments } = context;
  const required = guests === "keep" ? ["date", "amount"] : ["customerId", "date", "amount"];
  const taken = takeColumns(columns, [...ORDER_FIELDS, ...dimensions], required, faults);
  const customer = readCustomers(taken, context);
  const when = readMomentColumn(taken.date, "date", moments, faults);
  const money = readMoneyOfColumns(taken, context);
  const orderId = readIds(taken, "orderId", context);
  const refundOf = readIds(taken, "refundOf", context);
  const refundId = readIds(taken, "refundId", context);
  const codes = dimensions.map((name, dimension) => {
    const codeOf = (cell: unknown, row: number) => readDimension(context, dimension, cell, row);
    const column = taken.of(name);
    if (column === null) return new Int32Array(taken.rows).fill(NO_VALUE);
    return codeColumn(column, codeOf, faults.count);
  });
  if (context.rowsAre === "lines") requireOrderIds(orderId, money.isRefund, context);
  throwRowFaults(faults);
  return splitOrders({
    ...{ rows: taken.rows, customer, ...when, codes },
    ...{ orderId, refundOf, refundId },
    ...money,
  });
}

function readCustomers({ rows, of }: ReadableColumns, context: OrderContext): Int32Array {
  const column = of("customerId");
  if (column === null) return new Int32Array(rows).fill(GUEST);
  // Each key of a column of small whole numbers is looked at once, so that no two ids are equal.
  const areOwnKeys = column.keys !== null && column.keys === column.typed;
  const codeOf = areOwnKeys
    ? (cell: unknown) => context.customers.addOnce(Number(cell))
    : (cell: unknown, row: number) => readCustomer(context, asId(cell), row);
  return codeColumn(column, codeOf, context.faults.count);
}

function readIds({ rows, of }: ReadableColumns, field: string, { faults }: OrderContext): Ids {
  const column = of(field);
  if (column === null) return null;
  const ids: (RowId | undefined)[] = [];
  for (let row = 0; row < rows; row += 1) {
    ids.push(readId(asId(column.cell(row)), row, field, faults));
  }
  return ids.some((id) => id !== undefined) ? ids : null;
}

/** A 64-bit integer is an id like another whole number, if a number holds it. */
function asId(cell: unknown): unknown {
  return typeof cell === "bigint" ? Number(cell) : cell;
}

function requireOrderIds(ids: Ids, isRefund: Uint8Array, { faults }: OrderContext): void {
  for (const [row, refund] of isRefund.entries()) {
    if (refund === 1 || ids?.[row] !== undefined) continue;
    refuseCell(
      faults,
      "field-missing",
      row,
      "orderId",
      undefined,
      `${EXPECTED_ID}, since rows are lines`,
    );
  }
}
