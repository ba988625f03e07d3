import { scaledToText } from "../base/amount.ts";
import { readOptions } from "../base/options.ts";
import type { MeasureOptions } from "../result/measure.ts";
import type { WarningFact } from "../result/warning.ts";
import type { OrdersAsked } from "./asked.ts";
import { type Collected, measureOptions } from "./collected.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import { sumOf, sumOfProducts } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import { type OrderTotals, orderTotals } from "./order-totals.ts";
import type { OrderValueCounts } from "./order-value-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrders,
  readOrdersAsked,
} from "./orders-source.ts";
import type { PurchaseFrequencyCounts } from "./purchase-frequency-counts.ts";
import { shareOption } from "./question.ts";
import type { RepeatCustomerCounts } from "./repeat-customer-counts.ts";

/** Stage 1 of the repeat-customer rate. Fully refunded orders do not count unless asked for. */
export function collectRepeatCustomers(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<RepeatCustomerCounts> {
  const { answerable, asked, totals } = collect(source, question, false, "exclude");
  let customers = 0;
  let repeatCustomers = 0;
  for (const orders of totals.orders) {
    if (orders > 0) customers += 1;
    if (orders > 1) repeatCustomers += 1;
  }
  const counts = { kind: "repeat-customers", question: asked, customers, repeatCustomers } as const;
  return { counts, options: options(answerable, guestWarnings(totals)) };
}

/** Stage 1 of purchase frequency. Fully refunded orders count unless asked otherwise. */
export function collectPurchaseFrequency(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<PurchaseFrequencyCounts> {
  const { answerable, asked, totals } = collect(source, question, true, "exclude");
  const orders = totals.orders.filter((count) => count > 0);
  const squares = orders.map((count) => count * count);
  const counts: PurchaseFrequencyCounts = {
    kind: "purchase-frequency",
    question: asked,
    customers: orders.length,
    orders: Number(sumOf(orders)),
    ordersSquared: Number(sumOf(squares)),
    ordersCubed: Number(sumOfProducts(squares, orders)),
  };
  return { counts, options: options(answerable, guestWarnings(totals)) };
}

/** Stage 1 of average order value. Guests' orders count; fully refunded ones unless asked for do not. */
export function collectOrderValue(
  source: OrdersSource,
  question: OrdersQuestion = {},
): Collected<OrderValueCounts> {
  const { answerable, asked, totals } = collect(source, question, false, "each");
  const { ledger } = answerable;
  requireCurrency(ledger.currency, ledger.rows > 0);
  const { scale, currency } = ledger;
  const revenue = sumOf(totals.revenue);
  const counts: OrderValueCounts = {
    kind: "order-value",
    question: asked,
    currency,
    orders: Number(sumOf(totals.orders)),
    revenue: scaledToText(revenue, scale),
    customers: totals.orders.length,
    ordersSquared: Number(sumOfProducts(totals.orders, totals.orders)),
    revenueSquared: scaledToText(sumOfProducts(totals.revenue, totals.revenue), 2 * scale),
    ordersTimesRevenue: scaledToText(sumOfProducts(totals.orders, totals.revenue), scale),
    zeroValueOrders: totals.zeroValueOrders,
    fullyRefundedOrders: totals.fullyRefundedOrders,
    guestOrders: totals.guestOrders,
    refunds: totals.refunds,
  };
  return { counts, options: options(answerable, negativeRevenue(revenue, counts)) };
}

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
  const { answerable, asked, totals } = collected(read, true, "exclude");
  const { scale, currency, rows } = answerable.ledger;
  requireCurrency(currency, rows > 0);
  const revenue = sumOf(totals.revenue);
  const counts: CustomerValueCounts = {
    kind: "customer-value",
    question: asked,
    currency,
    customers: totals.orders.length,
    revenue: scaledToText(revenue, scale),
    revenueSquared: scaledToText(sumOfProducts(totals.revenue, totals.revenue), 2 * scale),
    margin,
    guestOrders: totals.guestOrders,
    orders: Number(sumOf(totals.orders)) + totals.guestOrders,
  };
  const facts = [...guestWarnings(totals), ...negativeRevenue(revenue, counts)];
  return { counts, options: options(answerable, facts) };
}

interface OrdersCollected {
  readonly answerable: OrdersAnswerable;
  readonly asked: OrdersAsked;
  readonly totals: OrderTotals;
}

function collect(
  source: OrdersSource,
  question: OrdersQuestion,
  countFullyRefundedByDefault: boolean,
  guests: "exclude" | "each",
): OrdersCollected {
  return collected(readOrders(source, question), countFullyRefundedByDefault, guests);
}

function collected(
  answerable: OrdersAnswerable,
  countFullyRefundedByDefault: boolean,
  guests: "exclude" | "each",
): OrdersCollected {
  const { ledger, span } = answerable;
  const countFullyRefunded = answerable.asked.countFullyRefunded ?? countFullyRefundedByDefault;
  const asked: OrdersAsked = {
    source: "orders",
    period: span.asked,
    timeZone: ledger.timeZone,
    countFullyRefunded,
  };
  return { answerable, asked, totals: orderTotals(ledger, span, { countFullyRefunded, guests }) };
}

function options(
  { asked, span, warnings }: OrdersAnswerable,
  more: readonly WarningFact[],
): MeasureOptions {
  return measureOptions(asked, span.shown, [...warnings, ...more]);
}

/** Guests are left out of customer-level KPIs; above this share that is warned about. */
const GUEST_SHARE = 0.05;

function guestWarnings({ orders, guestOrders }: OrderTotals): readonly WarningFact[] {
  const all = Number(sumOf(orders)) + guestOrders;
  if (all === 0 || guestOrders / all <= GUEST_SHARE) return [];
  return [{ code: "guest-orders-excluded", guests: guestOrders, orders: all }];
}

function negativeRevenue(
  units: bigint,
  { revenue, currency }: { readonly revenue: string; readonly currency: string | null },
): readonly WarningFact[] {
  return units < 0n ? [{ code: "refunds-exceed-sales", revenue, currency }] : [];
}
