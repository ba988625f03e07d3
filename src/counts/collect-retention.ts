import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { type Period, readPeriod } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Cohort } from "../ledger/rows.ts";
import type { SubscriptionsLedger } from "../ledger/subscriptions.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { spansOfOrders, spansOfSubscriptions } from "./customer-spans.ts";
import type { CustomersQuestion, RetentionSource } from "./customers-question.ts";
import { type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import type { RetentionCounts, RetentionQuestionAsked } from "./retention-counts.ts";
import { retentionCountsOfCohorts } from "./retention-of-cohorts.ts";
import { retentionCountsOfOrders } from "./retention-of-orders.ts";
import { retentionCountsOfSpans } from "./retention-of-spans.ts";
import {
  isSubscriptions,
  readSubscriptionsAsked,
  type SubscriptionsSource,
} from "./subscriptions-source.ts";

/** Counts of retention with the options of their stage 2, and the question as read. */
export interface RetentionCollected<Asked> extends Collected<RetentionCounts> {
  readonly asked: Partial<Asked>;
}

/** Stage 1 of retention and churn. */
export function collectRetention<Asked extends CustomersQuestion>(
  source: RetentionSource,
  question: Asked,
  checks: OptionChecks<Asked>,
): RetentionCollected<Asked> {
  const asked = readOptions<Asked>(question, checks);
  if (asked.period === undefined) {
    throw argumentError("period", 'given, such as "2025-Q2"', undefined, "option-missing");
  }
  return { ...collectFrom(source, asked), asked };
}

function collectFrom(
  source: RetentionSource,
  asked: Partial<CustomersQuestion>,
): Collected<RetentionCounts> {
  if (isSubscriptions(source)) return collectSubscriptions(source, asked);
  return kindOfRows(source) === "cohorts"
    ? retentionCountsOfCohorts(source as readonly Cohort[], asked) // as its first row says
    : collectOrders(source as OrdersSource, asked); // whatever it is, the ledger refuses what is not orders
}

function collectOrders(
  source: OrdersSource,
  asked: Partial<CustomersQuestion>,
): Collected<RetentionCounts> {
  const { inactiveAfterDays } = asked;
  refuse("recognise", asked.recognise, "orders do not end");
  if (inactiveAfterDays !== undefined) {
    refuse("baseline", asked.baseline, "`inactiveAfterDays` says who is a customer at the start");
  }
  const { ledger, span, warnings } = readOrdersAsked(source, asked);
  const period = requirePeriod(span.asked);
  const options = measureOptions(asked, period, warnings);
  if (inactiveAfterDays === undefined) {
    const baseline =
      asked.baseline === undefined
        ? previousPeriod(period)
        : readPeriod(asked.baseline, { option: "baseline" });
    const counts = retentionCountsOfOrders(ledger, { baseline, period, until: span.until });
    return { counts, options };
  }
  const spans = spansOfOrders(ledger, span, inactiveAfterDays);
  const { timeZone } = ledger;
  const question = {
    source: "orders",
    baseline: null,
    period,
    timeZone,
    inactiveAfterDays,
  } as const;
  return { counts: answering(question, retentionCountsOfSpans(spans, period)), options };
}

function collectSubscriptions(
  source: SubscriptionsSource,
  asked: Partial<CustomersQuestion>,
): Collected<RetentionCounts> {
  refuse("baseline", asked.baseline, "subscriptions say who was a customer when");
  refuse("inactiveAfterDays", asked.inactiveAfterDays, "subscriptions say when they end");
  const { ledger, span, warnings } = readSubscriptionsAsked(source, asked);
  const period = requirePeriod(span.asked);
  const { recognise = "period-end" } = asked;
  const question: RetentionQuestionAsked = {
    ...{ source: "subscriptions", baseline: null, period, timeZone: ledger.timeZone },
    ...(recognise === "period-end" ? {} : { recognise }),
  };
  const spans = spansOfSubscriptions(ledger, recognise);
  const counts =
    spans === null
      ? countsWithoutCancellations(ledger, period)
      : retentionCountsOfSpans(spans, period);
  return {
    counts: answering(question, counts),
    options: measureOptions(asked, period, warnings),
  };
}

/** Counts with their question, which stands second in all counts. */
function answering(
  question: RetentionQuestionAsked,
  { kind, ...counts }: Omit<RetentionCounts, "question">,
): RetentionCounts {
  return { kind, question, ...counts };
}

/** No row says when it was cancelled: who was there at the start is known, the rest is not. */
function countsWithoutCancellations(
  ledger: SubscriptionsLedger,
  period: Period,
): Omit<RetentionCounts, "question"> {
  const spans = spansOfSubscriptions(ledger, "period-end");
  const customersAtStart =
    spans === null ? 0 : retentionCountsOfSpans(spans, period).customersAtStart;
  return {
    ...{ kind: "retention", customersAtStart, retainedCustomers: null, customersAtEnd: null },
    ...{ newCustomers: null, returnedCustomers: null, lostCustomers: null },
    ...{ voluntaryLostStarters: null, involuntaryLostStarters: null },
    ...{ customerDays: null, periodDays: null },
  };
}

function refuse(option: string, value: unknown, because: string): void {
  if (value !== undefined) throw argumentError(option, `absent: ${because}`, value);
}

function requirePeriod(period: Period | null): Period {
  if (period === null) throw argumentError("period", "given", undefined, "option-missing");
  return period;
}
