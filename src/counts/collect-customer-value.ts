import { scaledToText } from "../base/amount.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Cohort } from "../ledger/rows.ts";
import type { CohortSource } from "./collect-cohorts.ts";
import {
  collectReadOrders,
  guestWarnings,
  negativeRevenue,
  ordersMeasureOptions,
} from "./collect-orders.ts";
import type { Collected } from "./collected.ts";
import { powerSums } from "./customer-sums.ts";
import {
  CUSTOMER_COSTS_CHECKS,
  type CustomerCosts,
  type CustomerValueCounts,
} from "./customer-value-counts.ts";
import { sumOf } from "./exact-moments.ts";
import { requireCurrency } from "./money-counts.ts";
import {
  ORDERS_CHECKS,
  type OrdersAnswerable,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import { costsOf, customerValueOfCohorts } from "./value-of-cohorts.ts";

/** A question of historical customer lifetime value. */
export interface CustomerValueQuestion extends OrdersQuestion, CustomerCosts {}

/** The checks of {@link CustomerValueQuestion}. */
export const VALUE_CHECKS: OptionChecks<CustomerValueQuestion> = {
  ...ORDERS_CHECKS,
  ...CUSTOMER_COSTS_CHECKS,
};

/** Stage 1 of historical customer lifetime value. Rows of cohorts are taken as they were counted. */
export function collectCustomerValue(
  source: CohortSource,
  question: CustomerValueQuestion = {},
): Collected<CustomerValueCounts> {
  const read = readOptions<CustomerValueQuestion>(question, VALUE_CHECKS);
  return kindOfRows(source) === "cohorts"
    ? customerValueOfCohorts(source as readonly Cohort[], read) // as its first row says
    : customerValueOf(readOrdersAsked(source as OrdersSource, read), read); // or the ledger refuses
}

/** Net revenue by customer for a question that is read already. */
export function customerValueOf(
  read: OrdersAnswerable,
  costs: CustomerCosts,
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
    ...costsOf(costs),
    guestOrders: totals.guestOrders,
    orders: Number(sumOf(totals.orders)) + totals.guestOrders,
  };
  const facts = [...guestWarnings(totals), ...negativeRevenue(revenue, counts)];
  return { counts, options: ordersMeasureOptions(answerable, facts) };
}
