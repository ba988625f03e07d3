import { eachRow, type RowMembers, rowList } from "./each-row.ts";
import { tooLargeAt } from "./money-cells.ts";
import {
  finishOrders,
  newOrderBuilder,
  newOrderEntry,
  type OrderBuilder,
  pushOrder,
} from "./order-builder.ts";
import { checkOrder, type OrderCells } from "./order-cells.ts";
import { ORDER_FIELDS, type OrderContext, type OrderField } from "./order-context.ts";
import type { OrderParts } from "./order-entries.ts";

/** Reads rows of orders into columns. What is wrong with them is in the faults of the context. */
export function readOrderRows(rows: unknown, context: OrderContext): OrderParts {
  const { dimensions } = context;
  const list = rowList(rows);
  const sales = newOrderBuilder(list.length, dimensions.length);
  const refunds = newOrderBuilder(0, dimensions.length);
  const entry = newOrderEntry(dimensions.length);
  const cells = emptyCells();
  eachRow(
    list,
    {
      kind: "orders",
      names: [...ORDER_FIELDS, ...dimensions],
      // One line a member, not a loop: the engine then reads each at a known place.
      read(row: OrderMembers, reading) {
        reading.member = 0;
        cells.customerId = row.customerId;
        reading.member = 1;
        cells.date = row.date;
        reading.member = 2;
        cells.amount = row.amount;
        reading.member = 3;
        cells.orderId = row.orderId;
        reading.member = 4;
        cells.currency = row.currency;
        reading.member = 5;
        cells.type = row.type;
        reading.member = 6;
        cells.refundOf = row.refundOf;
        reading.member = 7;
        cells.refundId = row.refundId;
        reading.member = 8;
        cells.discount = row.discount;
        reading.member = 9;
        cells.tax = row.tax;
        reading.member = 10;
        cells.shipping = row.shipping;
        for (let dimension = 0; dimension < dimensions.length; dimension += 1) {
          const name = dimensions[dimension] ?? "";
          reading.member = 11 + dimension;
          cells.values[dimension] = (row as RowMembers)[name];
        }
      },
      keep(row) {
        const kind = checkOrder(context, cells, row, entry);
        if (kind === "sale") pushOrder(sales, entry, row);
        else if (kind === "refund") pushOrder(refunds, entry, row);
      },
    },
    context.faults,
  );
  return finishParts(context, list.length, sales, refunds);
}

/** The known members of a row, any of which may be absent. */
type OrderMembers = { readonly [Field in OrderField]?: unknown };

function emptyCells(): OrderCells {
  const nothing: unknown = undefined;
  return {
    customerId: nothing,
    date: nothing,
    amount: nothing,
    orderId: nothing,
    currency: nothing,
    type: nothing,
    refundOf: nothing,
    refundId: nothing,
    discount: nothing,
    tax: nothing,
    shipping: nothing,
    values: [],
  };
}

function finishParts(
  context: OrderContext,
  rows: number,
  sales: OrderBuilder,
  refunds: OrderBuilder,
): OrderParts {
  const { faults } = context;
  const { currency, scale } = context.money.settle();
  const tooLarge = (row: number, field: string): void => {
    faults.add(tooLargeAt(row, field));
  };
  return {
    rows,
    currency,
    scale,
    sales: finishOrders(sales, scale, tooLarge),
    refunds: finishOrders(refunds, scale, tooLarge),
  };
}
