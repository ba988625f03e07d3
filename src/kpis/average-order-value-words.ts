import { moneyUnit } from "../counts/money-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { Wording } from "../result/definition.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import { inPeriod, ordersAssumptions } from "./orders-words.ts";

/** Every definition of average order value. */
export type OrderValueVariant =
  | ("net" | "gross" | "total")
  | ("net-refunds-by-order" | "total-refunds-by-order");

type Basis = "net" | "gross" | "total";

/** English words of the average order value. */
export const orderValueWords: Wording<OrderValueCounts, "revenue" | "orders"> = (core, write) => {
  const { counts, reason } = core;
  const when = inPeriod(core);
  const basis = core.variant.split("-")[0] as Basis; // as its definition says
  const [name, meaning, ending] = MONEY[basis];
  const left = counts.question?.countFullyRefunded === true || basis !== "net";
  return {
    title: "average order value",
    symbols: {
      revenue: { name, meaning: `${meaning[0]}${when}${meaning[1]}` },
      orders: {
        name: "orders",
        meaning: left ? `orders${when}` : `orders${when} that were not refunded in full`,
      },
    },
    sentence:
      reason === undefined
        ? `${counted(write.count(counts.orders), "order")}${when} brought ${moneyWords(counts, write)} ${ending}: ` +
          `${write.value(core)} per order.`
        : reason === "missing-column"
          ? `The rows have no column ${COLUMNS[basis]}, so there is no average order value by this basis.`
          : `There were no orders${when}, so there is no average order value.`,
    assumptions: [
      `${BASES[basis]}${basis === "gross" ? "" : refundWords(core.variant)}`,
      ...zeroValueOrders(counts, write),
      ...refundedOrders(counts, write),
      ...ordersAssumptions(core),
    ],
  };
};

/** Name, meaning before and after the period, and what the sentence says of the money. */
const MONEY: Readonly<Record<Basis, readonly [string, readonly [string, string], string]>> = {
  net: [
    "net revenue",
    ["items less discounts and refunds", ", without tax and shipping"],
    "net of refunds",
  ],
  gross: [
    "gross revenue",
    ["items before discounts and refunds", ", without tax and shipping"],
    "before discounts and refunds",
  ],
  total: [
    "total revenue",
    ["items less discounts and refunds", ", with tax and shipping"],
    "net of refunds, with tax and shipping",
  ],
};

const BASES: Readonly<Record<Basis, string>> = {
  net: "Basis: net. Amounts are items less discounts, without tax and shipping; ",
  gross:
    "Basis: gross. Amounts are items before discounts, without tax and shipping; no refund is taken off.",
  total: "Basis: total. Amounts are items less discounts, with tax and shipping; ",
};

const COLUMNS: Readonly<Record<Basis, string>> = {
  net: "`amount`",
  gross: "`discount`",
  total: "`tax` or none `shipping`",
};

function refundWords(variant: string): string {
  return variant.endsWith("by-order")
    ? "refunds are taken off in the period of their order."
    : "refunds are taken off on the day they were given.";
}

function moneyWords(counts: OrderValueCounts, write: Writer): string {
  return write.inUnit(counts.revenue ?? "0", moneyUnit(counts));
}

function zeroValueOrders(
  { zeroValueOrders: zero }: OrderValueCounts,
  write: Writer,
): readonly string[] {
  return zero === 0
    ? []
    : [
        `${write.count(zero)} of the orders had a value of 0; ${plural(zero, "it counts", "they count")}.`,
      ];
}

function refundedOrders(counts: OrderValueCounts, write: Writer): readonly string[] {
  const { refunds, fullyRefundedOrders } = counts;
  if (refunds === 0) return [];
  return [
    `${counted(write.count(refunds), "refund was", "refunds were")} taken off; ${counted(write.count(fullyRefundedOrders), "order refunded in full was", "orders refunded in full were")} left out.`,
  ];
}
