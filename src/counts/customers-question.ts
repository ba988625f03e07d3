import { type OptionCheck, type OptionChecks, oneOf, wholeNumber } from "../base/options.ts";
import type { PeriodInput } from "../base/period.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import type { Cohort, Subscription, Transaction } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import type { Recognise } from "./customer-spans.ts";
import { ORDERS_CHECKS, type OrdersQuestion } from "./orders-source.ts";

/**
 * What retention and churn take: orders or subscriptions, as rows or as a ledger, or rows of cohorts.
 *
 * Rows are all of one kind. They are one list of either kind here, so that a compiler tells what is
 * wrong with a row, and not that it is of another kind.
 */
export type RetentionSource =
  | readonly (Transaction | Subscription | Cohort)[]
  | OrdersLedger
  | SubscriptionsLedger;

/** Who is a customer when: what retention and churn both ask. */
export interface CustomersQuestion extends Omit<OrdersQuestion, "period" | "countFullyRefunded"> {
  /** The period asked about. There is no default: a rate of retention means nothing without one. */
  readonly period: PeriodInput;
  /** From orders: whose buyers are the customers at the start. Default: the period before. */
  readonly baseline?: PeriodInput;
  /**
   * From orders, instead of a baseline: someone is a customer for so many days from each order, so
   * at any instant those whose last order is younger. There is no default.
   */
  readonly inactiveAfterDays?: number;
  /**
   * From subscriptions: when one counts as lost. `"period-end"` (default): when what was paid for
   * has been served; `"cancelled"`: on the day it was cancelled, once it has an end;
   * `"scheduled"`: on that day, also while no end is known yet.
   */
  readonly recognise?: Recognise;
}

const { countFullyRefunded: _, ...ORDERS } = ORDERS_CHECKS;

/** The checks of {@link CustomersQuestion}. */
export const CUSTOMERS_CHECKS: OptionChecks<CustomersQuestion> = {
  ...ORDERS,
  baseline: ORDERS.period,
  inactiveAfterDays: wholeNumber(1, "a whole number of days from 1 on") as OptionCheck<number>,
  recognise: oneOf(["period-end", "cancelled", "scheduled"]) as OptionCheck<Recognise>,
};
