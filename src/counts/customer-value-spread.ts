import { scaledToText } from "../base/amount.ts";
import { readOptions } from "../base/options.ts";
import {
  type CustomerValueQuestion,
  customerValueOf,
  VALUE_CHECKS,
} from "./collect-customer-value.ts";
import { collectReadOrders } from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import { type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import { ascending, type QuartilePair, quartileOf, tenthsOf, topFifthOf } from "./ranked-values.ts";

/** How the net revenue of customers is spread: decimal text throughout. */
export interface CustomerValueSpread {
  readonly median: QuartilePair<string> | null;
  /** The lowest tenth of customers first; none below ten customers. */
  readonly tenths: readonly TenthOfCustomers[];
  /** The fifth of customers with the most; the last of them may count in part. */
  readonly topFifth: {
    readonly customers: number;
    readonly revenue: string;
    readonly next: string;
    readonly fifths: number;
  };
}

/** A tenth of customers, by net revenue. */
export interface TenthOfCustomers {
  readonly customers: number;
  readonly lowest: string;
  readonly highest: string;
  readonly revenue: string;
}

/** Stage 1 of the distribution of customer value: the counts of its mean, and the spread. */
export function collectCustomerValueSpread(
  source: OrdersSource,
  question: CustomerValueQuestion,
): Collected<CustomerValueCounts> & { readonly spread: CustomerValueSpread } {
  const asked = readOptions<CustomerValueQuestion>(question, VALUE_CHECKS);
  const read = readOrdersAsked(source, asked);
  const { counts, options } = customerValueOf(read, asked);
  const { totals, answerable } = collectReadOrders(read, true, "exclude");
  const sorted = ascending(totals.revenue);
  const money = (units: bigint): string => scaledToText(units, answerable.ledger.scale);
  const median = quartileOf(sorted, 2);
  const { units, sum, next, fifths } = topFifthOf(sorted);
  const spread: CustomerValueSpread = {
    median: median && { ...median, below: money(median.below), above: money(median.above) },
    tenths: tenthsOf(sorted).map((group) => ({
      customers: group.units,
      ...{ lowest: money(group.lowest), highest: money(group.highest), revenue: money(group.sum) },
    })),
    topFifth: { customers: units, revenue: money(sum), next: money(next), fifths },
  };
  return { counts, options, spread };
}
