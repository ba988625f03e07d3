import { deepFreeze } from "../base/deep-freeze.ts";
import { divideExact, readExact } from "../base/exact.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import {
  collectOrderValueSpread,
  type OrderValueDistributionQuestion,
  type OrderValueSpread,
} from "../counts/order-value-spread.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import { attachDisplay } from "../result/display.ts";
import { englishOfCustomers } from "../result/english-of-customers.ts";
import { writerFor } from "../result/language.ts";
import { figureOf } from "./figure.ts";
import { orderValueDistributionBlocks } from "./order-value-distribution-blocks.ts";
import type { OrderValueDistribution } from "./order-value-distribution-shape.ts";
import { quartile } from "./quartile.ts";

/**
 * How the value of orders is spread: mean, median, trimmed mean, quartiles, smallest and largest.
 *
 * An order is worth what its `basis` says, and its own refunds are taken off it whenever they were
 * given: the mean is that of `averageOrderValue` by the order's date. Refunds that name no order are
 * taken off none, and counted.
 *
 * @param question - As of `averageOrderValue`; `trim` is the share of orders left out at each end for
 * the trimmed mean, the whole orders below it.
 * @returns Figures are `null`, with `reason` `no-orders` or `missing-column`, where there is nothing to
 * tell.
 * @throws {@link KpiError} `invalid-data` or `currency-mismatch` for rows, `invalid-argument` for an option.
 * @see Hyndman & Fan (1996), The American Statistician 50(4), 361-365, definition 7, for quartiles;
 * Tukey & McLaughlin (1963), Sankhyā A 25(3), 331-352, for the trimmed mean.
 * @example
 * const orders = [10, 20, 30, 40, 400].map((amount, at) => ({ customerId: at, date: "2025-01-09", amount }));
 * const spread = orderValueDistribution(orders, { currency: "EUR", trim: 0.2 });
 * [spread.mean.exact, spread.median.exact, spread.trimmedMean.exact]; // => ["100", "30", "30"]
 * [spread.lowerQuartile.exact, spread.upperQuartile.exact]; // => ["20", "40"]
 */
export function orderValueDistribution(
  source: OrdersSource,
  question: OrderValueDistributionQuestion = {},
): OrderValueDistribution {
  const { spread, trim, options } = collectOrderValueSpread(source, question);
  const [lower, median, upper] = spread.quartiles.map(quartile);
  const write = writerFor(englishOfCustomers);
  const table: OrderValueDistribution = {
    ...{ kind: "order-value-distribution", kpi: "averageOrderValue", basis: spread.question.basis },
    ...{ unit: moneyUnit(spread), period: options.period ?? null, orders: spread.orders },
    ...reasonOf(spread),
    mean: meanOf(spread.revenue, spread.orders),
    ...{ trim, trimmedMean: meanOf(spread.trimmed.revenue, spread.trimmed.orders) },
    smallest: figureOf(spread.smallest === null ? null : readExact(spread.smallest)),
    lowerQuartile: figureOf(lower ?? null),
    median: figureOf(median ?? null),
    upperQuartile: figureOf(upper ?? null),
    largest: figureOf(spread.largest === null ? null : readExact(spread.largest)),
    warnings: (options.warnings ?? []).map((fact) => ({
      ...fact,
      message: englishOfCustomers.warning(fact, write),
    })),
    spread,
  };
  return deepFreeze(attachDisplay(table, () => orderValueDistributionBlocks(table)));
}

function reasonOf({ orders, revenue }: OrderValueSpread): Pick<OrderValueDistribution, "reason"> {
  if (orders === 0) return { reason: "no-orders" };
  return revenue === null ? { reason: "missing-column" } : {};
}

function meanOf(sum: string | null, orders: number): OrderValueDistribution["mean"] {
  const none = sum === null || orders === 0;
  return figureOf(none ? null : divideExact(readExact(sum), readExact(orders)));
}
