import { collectOrderValue } from "../counts/collect-order-value.ts";
import { measureOptions } from "../counts/collected.ts";
import type { ConfidenceOptions } from "../counts/confidence.ts";
import {
  type MoneyOptions,
  moneyUnit,
  readMoneyOptions,
  requireCurrency,
} from "../counts/money-counts.ts";
import {
  type OrderValueCounts,
  type OrderValueCountsInput,
  readOrderValueCounts,
} from "../counts/order-value-counts.ts";
import type { OrdersQuestion, OrdersSource } from "../counts/orders-source.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { over, symbol } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { orderValueWords } from "./average-order-value-words.ts";
import { orderValueInterval } from "./customer-intervals.ts";
import { smallSample } from "./small-sample.ts";

export type AverageOrderValue = KpiResult<OrderValueCounts>;

/** Items less discounts and refunds, over orders not refunded in full. */
export const averageOrderValueNet: KpiDefinition<OrderValueCounts, "revenue" | "orders"> = {
  kpi: "averageOrderValue",
  variant: "net",
  version: 1,
  unit: moneyUnit,
  formula: () => over(symbol("revenue"), symbol("orders")),
  symbols: ({ revenue, orders }) => ({
    revenue: { kind: "count", value: revenue },
    orders: { kind: "count", value: orders },
  }),
  noValue: ({ orders }) => (orders === 0 ? "no-orders" : null),
  interval: orderValueInterval,
  warnings: ({ customers, orders }) => smallSample(customers ?? orders),
  sources: [
    {
      citation:
        "Cochran (1977), Sampling Techniques, 3rd ed., Wiley, equations 6.3 and 6.13: the ratio of sums and its variance.",
    },
  ],
  words: orderValueWords,
};

/**
 * Average order value: net revenue per order.
 *
 * The amounts are what the items cost after discounts, without tax and shipping; refunds are taken
 * off on the day they were given. Orders refunded in full are no orders, orders of value 0 are.
 * Guests' orders count. The interval treats the orders of one customer as belonging together.
 *
 * @param question - `currency` is required where the rows name none.
 * @returns `no-value` with reason `no-orders` when there is no order.
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @see Cochran (1977), Sampling Techniques, 3rd ed., equation 6.13.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * averageOrderValue(orders, { currency: "EUR" }).exact; // => "21.25"
 */
export function averageOrderValue(
  source: OrdersSource,
  question: OrdersQuestion = {},
): AverageOrderValue {
  const { counts, options } = collectOrderValue(source, question);
  return measure(averageOrderValueNet, counts, options);
}

/**
 * Stage 2 of {@link averageOrderValue}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * averageOrderValueFromCounts({ revenue: "428000", orders: 6240, currency: "EUR" }).value?.toFixed(2); // => "68.59"
 */
export function averageOrderValueFromCounts(
  counts: OrderValueCountsInput,
  options: ConfidenceOptions & MoneyOptions = {},
): AverageOrderValue {
  const asked = readMoneyOptions(options);
  const read = readOrderValueCounts(counts, asked.currency);
  requireCurrency(read.currency, read.orders > 0);
  const period = read.question?.period ?? null;
  return measure(averageOrderValueNet, read, measureOptions(asked, period));
}
