import { scaledToText } from "../base/amount.ts";
import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { NO_SALE, type OrdersLedger } from "../ledger/orders.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { ordersMeasureOptions } from "./collect-orders.ts";
import { sumOf, type WholeNumbers } from "./exact-moments.ts";
import { fullyRefunded } from "./fully-refunded.ts";
import { type MoneyCounts, requireCurrency } from "./money-counts.ts";
import { moneyAdder, roomForSums } from "./money-sums.ts";
import {
  ORDER_VALUE_CHECKS,
  type OrderValueAsked,
  type OrderValueBasis,
} from "./order-value-counts.ts";
import { orderValueLedger } from "./order-value-ledger.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { Span } from "./question.ts";
import { ascending, type QuartilePair, quartileOf, trimmed } from "./ranked-values.ts";

/** A question of how order values are distributed. */
export interface OrderValueDistributionQuestion extends OrdersQuestion {
  /** What an order is worth, as in `averageOrderValue`; its own refunds are taken off it. Default `"net"`. */
  readonly basis?: OrderValueBasis;
  /** The share of orders left out at each end for the trimmed mean: from 0, below 0.5. Default 0.1. */
  readonly trim?: number;
}

/** How the value of orders is spread: decimal text throughout. */
export interface OrderValueSpread extends MoneyCounts {
  readonly kind: "order-value-spread";
  readonly question: OrderValueAsked;
  readonly orders: number;
  /** Their value; `null`: the rows lack a column for it. */
  readonly revenue: string | null;
  readonly smallest: string | null;
  readonly quartiles: readonly QuartilePair<string>[];
  readonly largest: string | null;
  /** The orders that the trimmed mean is of. */
  readonly trimmed: { readonly orders: number; readonly revenue: string };
  readonly fullyRefundedOrders: number;
  /** Refunds of the period that name no order among the rows: taken off none. */
  readonly looseRefunds: number;
}

const CHECKS: OptionChecks<OrderValueDistributionQuestion> = {
  ...ORDERS_CHECKS,
  basis: ORDER_VALUE_CHECKS.basis,
  trim: (value, option) => {
    if (typeof value === "number" && value >= 0 && value < 0.5) return value;
    const code = typeof value === "number" ? "option-out-of-range" : "option-wrong-type";
    throw argumentError(option, "a share from 0, below 0.5", value, code);
  },
};

/** What was counted, how to tell it, and the share that was left out at each end. */
export interface OrderValueSpreadCollected {
  readonly spread: OrderValueSpread;
  readonly trim: number;
  readonly options: MeasureOptions;
}

/** Stage 1 of the distribution of order value. Guests' orders count. */
export function collectOrderValueSpread(
  source: OrdersSource,
  question: OrderValueDistributionQuestion,
): OrderValueSpreadCollected {
  const asked = readOptions<OrderValueDistributionQuestion>(question, CHECKS);
  const { basis = "net", trim = 0.1, countFullyRefunded = basis !== "net" } = asked;
  const read = readOrdersAsked(source, asked);
  const { ledger, span } = read;
  requireCurrency(ledger.currency, ledger.rows > 0);
  const refundDate = basis === "gross" ? "transaction" : "order";
  const seen = orderValueLedger(ledger, basis, refundDate, span);
  const lacksColumn = seen === null && ledger.sales.size > 0;
  const { values, left } = valuesOf(seen ?? ledger, span, countFullyRefunded);
  const sorted = ascending(lacksColumn ? new Float64Array() : values);
  const money = (units: bigint | number): string => scaledToText(BigInt(units), ledger.scale);
  const kept = trimmed(sorted, trim);
  const spread: OrderValueSpread = {
    kind: "order-value-spread",
    question: {
      ...{ source: "orders", period: span.asked, timeZone: ledger.timeZone },
      ...{ countFullyRefunded, basis, refundDate },
    },
    currency: ledger.currency,
    orders: values.length,
    revenue: lacksColumn ? null : money(sumOf(values)),
    smallest: sorted.length === 0 ? null : money(sorted[0] ?? 0),
    quartiles: ([1, 2, 3] as const).flatMap((quartile) => {
      const pair = quartileOf(sorted, quartile);
      return pair === null ? [] : [{ ...pair, below: money(pair.below), above: money(pair.above) }];
    }),
    largest: sorted.length === 0 ? null : money(sorted.at(-1) ?? 0),
    trimmed: { orders: kept.units, revenue: money(kept.sum) },
    fullyRefundedOrders: left,
    looseRefunds: basis === "gross" ? 0 : looseRefunds(ledger, span),
  };
  return { spread, trim, options: ordersMeasureOptions(read, []) };
}

/** What each order of the span is worth, its own refunds up to the end of the data taken off. */
function valuesOf(
  ledger: OrdersLedger,
  span: Span,
  countFullyRefunded: boolean,
): { readonly values: WholeNumbers; readonly left: number } {
  const { sales, refunds } = ledger;
  const worth = roomForSums(ledger, sales.size);
  const earn = moneyAdder(worth, sales.amount.values, 1);
  for (let at = 0; at < sales.size; at += 1) earn(at, at);
  const giveBack = moneyAdder(worth, refunds.amount.values, -1);
  for (let at = 0; at < refunds.size; at += 1) {
    const sale = refunds.sale[at] ?? NO_SALE;
    // On the day of its order; one given after the end of the data stands later.
    if (sale !== NO_SALE && refunds.day[at] === sales.day[sale]) giveBack(sale, at);
  }
  const full = countFullyRefunded ? null : fullyRefunded(ledger, span);
  let left = 0;
  const counts = (_: number | bigint, at: number): boolean => {
    const day = sales.day[at] ?? 0;
    if (day < span.from || day >= span.until) return false;
    if (full?.[at] !== 1) return true;
    left += 1;
    return false;
  };
  const values = worth instanceof Float64Array ? worth.filter(counts) : worth.filter(counts);
  return { values, left };
}

function looseRefunds({ refunds }: OrdersLedger, { from, until }: Span): number {
  let loose = 0;
  for (let at = 0; at < refunds.size; at += 1) {
    const day = refunds.day[at] ?? 0;
    if (refunds.sale[at] === NO_SALE && day >= from && day < until) loose += 1;
  }
  return loose;
}
