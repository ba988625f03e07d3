import { scaledToText } from "../base/amount.ts";
import { readOptions } from "../base/options.ts";
import {
  collectReadOrders,
  guestWarnings,
  negativeRevenue,
  ordersMeasureOptions,
} from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { powerSums } from "./customer-sums.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import { sumOf } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import { shareOption } from "./question.ts";

/** A question of historical customer lifetime value. */
export interface CustomerValueQuestion extends OrdersQuestion {
  /** Profit as a share of revenue, 0 to 1. Without it the value is revenue, and warned about. */
  readonly margin?: number;
}

const VALUE_CHECKS = { ...ORDERS_CHECKS, margin: shareOption };

/** Stage 1 of historical customer lifetime value. */
export function collectCustomerValue(
  source: OrdersSource,
  question: CustomerValueQuestion = {},
): Collected<CustomerValueCounts> {
  const read = readOptions<CustomerValueQuestion>(question, VALUE_CHECKS);
  return customerValueOf(readOrdersAsked(source, read), read.margin ?? null);
}

/** Net revenue by customer for a question that is read already. */
export function customerValueOf(
  read: OrdersAnswerable,
  margin: number | null,
): Collected<CustomerValueCounts> {
  const { answerable, asked, totals } = collectReadOrders(read, true, "exclude");
  const { scale, currency, rows } = answerable.ledger;
  requireCurrency(currency, rows > 0);
  const revenue = sumOf(totals.revenue);
  const powers = powerSums(totals.revenue, scale);
  const counts: CustomerValueCounts = {
    kind: "customer-value",
    question: asked,
    currency,
    customers: totals.orders.length,
    revenue: scaledToText(revenue, scale),
    revenueSquared: powers.squares,
    revenueCubed: powers.cubes,
    margin,
    guestOrders: totals.guestOrders,
    orders: Number(sumOf(totals.orders)) + totals.guestOrders,
  };
  const facts = [...guestWarnings(totals), ...negativeRevenue(revenue, counts)];
  return { counts, options: ordersMeasureOptions(answerable, facts) };
}
