import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import type { Period, PeriodInput } from "../base/period.ts";
import { readPeriod } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import type { Subscription, Transaction } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import { type Collected, measureOptions } from "./collected.ts";
import {
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import type { RetentionCounts } from "./retention-counts.ts";
import { retentionCountsOfOrders } from "./retention-of-orders.ts";
import { retentionCountsOfSubscriptions } from "./retention-of-subscriptions.ts";
import {
  isSubscriptions,
  readSubscriptionsAsked,
  type SubscriptionsSource,
} from "./subscriptions-source.ts";

/** What retention and churn take: orders or subscriptions, as rows or as a ledger. */
export type RetentionSource =
  | readonly Transaction[]
  | readonly Subscription[]
  | OrdersLedger
  | SubscriptionsLedger;

/** A question of retention or churn. */
export interface RetentionQuestion extends Omit<OrdersQuestion, "period" | "countFullyRefunded"> {
  /** The period asked about. There is no default: a rate of retention means nothing without one. */
  readonly period: PeriodInput;
  /** From orders: whose buyers are the customers at the start. Default: the period before. */
  readonly baseline?: PeriodInput;
}

const { countFullyRefunded: _, ...ORDERS } = ORDERS_CHECKS;

/** The checks of {@link RetentionQuestion}. */
export const RETENTION_CHECKS = { ...ORDERS, baseline: ORDERS.period } as const;

/** Stage 1 of retention and churn with the options of their stage 2, and the question as read. */
export function collectRetention<Asked extends RetentionQuestion>(
  source: RetentionSource,
  question: Asked,
  checks: OptionChecks<Asked>,
): Collected<RetentionCounts> & { readonly asked: Partial<Asked> } {
  const asked = readOptions<Asked>(question, checks);
  if (asked.period === undefined) {
    throw argumentError("period", 'given, such as "2025-Q2"', undefined, "option-missing");
  }
  const collected = isSubscriptions(source)
    ? collectSubscriptions(source, asked)
    : collectOrders(source as OrdersSource, asked); // whatever it is, the ledger refuses what is not orders
  return { ...collected, asked };
}

function collectOrders(
  source: OrdersSource,
  asked: Partial<RetentionQuestion>,
): Collected<RetentionCounts> {
  const { ledger, span, warnings } = readOrdersAsked(source, asked);
  const period = requirePeriod(span.asked);
  const baseline =
    asked.baseline === undefined
      ? previousPeriod(period)
      : readPeriod(asked.baseline, { option: "baseline" });
  const counts = retentionCountsOfOrders(ledger, { baseline, period, until: span.until });
  return { counts, options: measureOptions(asked, period, warnings) };
}

function collectSubscriptions(
  source: SubscriptionsSource,
  asked: Partial<RetentionQuestion>,
): Collected<RetentionCounts> {
  if (asked.baseline !== undefined) {
    throw argumentError(
      "baseline",
      "absent: subscriptions say who was a customer when",
      asked.baseline,
    );
  }
  const { ledger, span, warnings } = readSubscriptionsAsked(source, asked);
  const period = requirePeriod(span.asked);
  const counts = retentionCountsOfSubscriptions(ledger, period);
  return { counts, options: measureOptions(asked, period, warnings) };
}

function requirePeriod(period: Period | null): Period {
  if (period === null) throw argumentError("period", "given", undefined, "option-missing");
  return period;
}
