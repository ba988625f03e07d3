import { readOptions } from "../base/options.ts";
import { orderValueOf } from "../counts/collect-order-value.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type {
  OrderValueBasis,
  OrderValueCounts,
  RefundDate,
} from "../counts/order-value-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "../counts/orders-source.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { type AverageOrderValue, measureOrderValue } from "./average-order-value.ts";
import type { OrderValueVariant } from "./average-order-value-words.ts";
import { type KpiVariants, sideBySide, type VariantWords } from "./variants.ts";

/**
 * Average order value by every basis that the rows allow, with the reason why each differs.
 *
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 27, discount: 3 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { variants, notComputed } = averageOrderValueVariants(orders, { currency: "EUR" });
 * variants.map(({ variant, exact }) => [variant, exact]); // => [["net", "19.75"], ["gross", "21.25"], ["net-refunds-by-order", "19.75"]]
 * variants[1]?.difference; // => "Counts 42.50 EUR over 2 orders, before discounts and refunds, instead of 39.50 EUR over 2."
 * notComputed[0]?.variant; // => "total"
 */
export function averageOrderValueVariants(
  source: OrdersSource,
  question: OrdersQuestion = {},
): KpiVariants {
  const read = readOrdersAsked(source, readOptions<OrdersQuestion>(question, ORDERS_CHECKS));
  const by = (basis: OrderValueBasis, refundDate: RefundDate): AverageOrderValue => {
    const { counts, options } = orderValueOf(read, basis, refundDate);
    return measureOrderValue(counts, options);
  };
  return sideBySide(
    [
      by("net", "transaction"),
      by("gross", "transaction"),
      by("total", "transaction"),
      by("net", "order"),
      by("total", "order"),
    ],
    orderValueVariantWords,
  );
}

type OrderValueCore = ResultCore<OrderValueCounts>;

/** Why each basis differs from the default, and who uses it, in English. */
export const orderValueVariantWords: Readonly<
  Record<OrderValueVariant, VariantWords<OrderValueCounts>>
> = {
  net: {
    difference: () => "The default: items less discounts and refunds, on the day they were given.",
    usedBy: ["Shopify (net sales)"],
  },
  gross: { difference: instead("before discounts and refunds"), usedBy: [] },
  total: { difference: instead("with tax and shipping"), usedBy: [] },
  "net-refunds-by-order": {
    difference: instead("refunds taken off in the period of their order"),
    usedBy: [],
  },
  "total-refunds-by-order": {
    difference: instead("with tax and shipping, refunds taken off in the period of their order"),
    usedBy: [],
  },
};

/* @__NO_SIDE_EFFECTS__ */
function instead(how: string): VariantWords<OrderValueCounts>["difference"] {
  return (core, usual, write) =>
    core.exact === usual.exact
      ? `The same here, ${how}.`
      : `Counts ${money(core, write)} over ${write.count(core.counts.orders)} orders, ${how}, ` +
        `instead of ${money(usual, write)} over ${write.count(usual.counts.orders)}.`;
}

function money({ counts }: OrderValueCore, write: Writer): string {
  return write.inUnit(counts.revenue ?? "0", moneyUnit(counts));
}
