import { eachRow, type RowMembers } from "./each-row.ts";
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
  const sales = newOrderBuilder(dimensions.length);
  const refunds = newOrderBuilder(dimensions.length);
  const entry = newOrderEntry(dimensions.length);
  const cells = emptyCells();
  const count = eachRow(
    rows,
    {
      kind: "orders",
      names: [...ORDER_FIELDS, ...dimensions],
      // One line a member, not a loop: the engine then reads each at a known place.
      read(row: OrderMembers, reading) {
        reading.field = "customerId";
        cells.customerId = row.customerId;
        reading.field = "date";
        cells.date = row.date;
        reading.field = "amount";
        cells.amount = row.amount;
        reading.field = "orderId";
        cells.orderId = row.orderId;
        reading.field = "currency";
        cells.currency = row.currency;
        reading.field = "type";
        cells.type = row.type;
        reading.field = "refundOf";
        cells.refundOf = row.refundOf;
        reading.field = "refundId";
        cells.refundId = row.refundId;
        reading.field = "discount";
        cells.discount = row.discount;
        reading.field = "tax";
        cells.tax = row.tax;
        reading.field = "shipping";
        cells.shipping = row.shipping;
        for (let dimension = 0; dimension < dimensions.length; dimension += 1) {
          const name = dimensions[dimension] ?? "";
          reading.field = name;
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
  return finishParts(context, count, sales, refunds);
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
