import { moneyUnit } from "../counts/money-counts.ts";
import type { OrderValueCounts } from "../counts/order-value-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { over, symbol } from "../result/formula.ts";
import { type OrderValueVariant, orderValueWords } from "./average-order-value-words.ts";
import { orderValueInterval } from "./customer-intervals.ts";
import { smallSample } from "./small-sample.ts";

type OrderValueDefinition = KpiDefinition<OrderValueCounts, "revenue" | "orders">;

/* @__NO_SIDE_EFFECTS__ */
function orderValueForm(variant: OrderValueVariant): OrderValueDefinition {
  return {
    kpi: "averageOrderValue",
    variant,
    version: 1,
    unit: moneyUnit,
    formula: () => over(symbol("revenue"), symbol("orders")),
    symbols: ({ revenue, orders }) => ({
      revenue: { kind: "count", value: revenue ?? 0 },
      orders: { kind: "count", value: orders },
    }),
    noValue: ({ orders, revenue }) => {
      if (orders === 0) return "no-orders";
      return revenue === null ? "missing-column" : null;
    },
    interval: orderValueInterval,
    warnings: ({ customers, orders }) => smallSample(customers ?? orders),
    sources: [
      {
        citation:
          "Cochran (1977), Sampling Techniques, 3rd ed., Wiley, equations 6.3 and 6.13: the ratio of sums and its variance.",
      },
    ],
    words: orderValueWords,
    english: englishOfCustomers,
  };
}

/** Items less discounts and refunds, over orders not refunded in full. */
export const averageOrderValueNet: OrderValueDefinition = /* @__PURE__ */ orderValueForm("net");

/** Items before discounts and refunds, over all orders. */
export const averageOrderValueGross: OrderValueDefinition = /* @__PURE__ */ orderValueForm("gross");

/** Items less discounts and refunds, with tax and shipping, over all orders. */
export const averageOrderValueTotal: OrderValueDefinition = /* @__PURE__ */ orderValueForm("total");

/** As net, a refund taken off in the period of its order. */
export const averageOrderValueNetByOrder: OrderValueDefinition =
  /* @__PURE__ */ orderValueForm("net-refunds-by-order");

/** As total, a refund taken off in the period of its order. */
export const averageOrderValueTotalByOrder: OrderValueDefinition =
  /* @__PURE__ */ orderValueForm("total-refunds-by-order");
