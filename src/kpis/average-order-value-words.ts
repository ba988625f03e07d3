import { moneyUnit } from "../counts/money-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { Writer } from "../result/language.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** English words of the average order value. */
export const orderValueWords: Wording<OrderValueCounts, "revenue" | "orders"> = (core, write) => {
  const { counts, reason } = core;
  const when = inPeriod(core);
  return {
    title: "average order value",
    symbols: {
      revenue: {
        name: "net revenue",
        meaning: `items less discounts and refunds${when}, without tax and shipping`,
      },
      orders: { name: "orders", meaning: `orders${when} that were not refunded in full` },
    },
    sentence:
      reason === undefined
        ? `${write.count(counts.orders)} orders${when} brought ${moneyWords(counts, write)} net of refunds: ` +
          `${write.value(core)} per order.`
        : `There were no orders${when}, so there is no average order value.`,
    assumptions: [
      "Basis: net. Amounts are items less discounts, without tax and shipping; refunds are taken off on the day they were given.",
      ...zeroValueOrders(counts, write),
      ...refundedOrders(counts, write),
      ...ordersAssumptions(core),
    ],
  };
};

function moneyWords(counts: OrderValueCounts, write: Writer): string {
  return write.inUnit(counts.revenue, moneyUnit(counts));
}

function zeroValueOrders(
  { zeroValueOrders: zero }: OrderValueCounts,
  write: Writer,
): readonly string[] {
  return zero === 0 ? [] : [`${write.count(zero)} of the orders had a value of 0; they count.`];
}

function refundedOrders(counts: OrderValueCounts, write: Writer): readonly string[] {
  const { refunds, fullyRefundedOrders } = counts;
  if (refunds === 0) return [];
  return [
    `${write.count(refunds)} refunds were taken off; ${write.count(fullyRefundedOrders)} orders refunded in full were left out.`,
  ];
}
