import type { CesCounts } from "./ces-counts.ts";
import type { CohortCounts } from "./cohort-counts.ts";
import type { CohortQuestion } from "./cohort-question.ts";
import { CES_CHECKS, type CesQuestion, collectCes } from "./collect-ces.ts";
import { type CohortSource, collectCohorts } from "./collect-cohorts.ts";
import { CSAT_CHECKS, type CsatQuestion, collectCsat } from "./collect-csat.ts";
import { type CustomerValueQuestion, collectCustomerValue } from "./collect-customer-value.ts";
import {
  collectFormulaClv,
  FORMULA_CLV_CHECKS,
  type FormulaClvSource,
} from "./collect-formula-clv.ts";
import { collectPurchaseGaps, type PurchaseGapQuestion } from "./collect-gaps.ts";
import { collectNps } from "./collect-nps.ts";
import { collectOrderValue, type OrderValueQuestion } from "./collect-order-value.ts";
import { collectPurchaseFrequency } from "./collect-purchase-frequency.ts";
import { collectRepeatCustomers, type RepeatCustomerQuestion } from "./collect-repeat-customers.ts";
import { collectRetention } from "./collect-retention.ts";
import { collectSecondOrders } from "./collect-second-orders.ts";
import type { AnswersQuestion, AnswersSource } from "./count-answers.ts";
import type { CsatCounts } from "./csat-counts.ts";
import type { CustomerValueCounts } from "./customer-value-counts.ts";
import {
  CUSTOMERS_CHECKS,
  type CustomersQuestion,
  type RetentionSource,
} from "./customers-question.ts";
import type { FormulaClvCounts } from "./formula-clv-counts.ts";
import type { FormulaClvQuestion } from "./formula-clv-question.ts";
import type { NpsCounts } from "./nps-counts.ts";
import type { OrderValueCounts } from "./order-value-counts.ts";
import { ORDERS_CHECKS, type OrdersQuestion, type OrdersSource } from "./orders-source.ts";
import type { PurchaseFrequencyCounts } from "./purchase-frequency-counts.ts";
import type { PurchaseGapCounts } from "./purchase-gap-counts.ts";
import type { RepeatCustomerCounts } from "./repeat-customer-counts.ts";
import type { RetentionCounts } from "./retention-counts.ts";
import type { SecondOrderCounts } from "./second-order-counts.ts";

/**
 * Counts of retention and churn from rows or a ledger: stage 1 alone, to be kept, sent or merged.
 * What the rows should be warned about stays with the front doors.
 *
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const counts = retentionCounts(orders, { period: "2025-Q2" });
 * [counts.customersAtStart, counts.retainedCustomers]; // => [1, 1]
 */
export function retentionCounts(
  source: RetentionSource,
  question: CustomersQuestion,
): RetentionCounts {
  return collectRetention(source, question, CUSTOMERS_CHECKS).counts;
}

/** Counts of the repeat-customer rate. */
export function repeatCustomerCounts(
  source: OrdersSource,
  question: RepeatCustomerQuestion = {},
): RepeatCustomerCounts {
  return collectRepeatCustomers(source, question).counts;
}

/** Counts of purchase frequency. */
export function purchaseFrequencyCounts(
  source: OrdersSource,
  question: OrdersQuestion = {},
): PurchaseFrequencyCounts {
  return collectPurchaseFrequency(source, question, ORDERS_CHECKS).counts;
}

/** Counts of the time between purchases. */
export function purchaseGapCounts(
  source: OrdersSource,
  question: PurchaseGapQuestion = {},
): PurchaseGapCounts {
  return collectPurchaseGaps(source, question).counts;
}

/** Counts of the time to the second order. */
export function secondOrderCounts(
  source: OrdersSource,
  question: OrdersQuestion = {},
): SecondOrderCounts {
  return collectSecondOrders(source, question).counts;
}

/** Counts of average order value. */
export function orderValueCounts(
  source: OrdersSource,
  question: OrderValueQuestion = {},
): OrderValueCounts {
  return collectOrderValue(source, question).counts;
}

/** Counts of historical customer lifetime value. */
export function customerValueCounts(
  source: CohortSource,
  question: CustomerValueQuestion = {},
): CustomerValueCounts {
  return collectCustomerValue(source, question).counts;
}

/** Counts of customer lifetime value by formula. */
export function formulaClvCounts(
  source: FormulaClvSource,
  question: FormulaClvQuestion = {},
): FormulaClvCounts {
  return collectFormulaClv(source, question, FORMULA_CLV_CHECKS).counts;
}

/** Counts of cohorts by age. */
export function cohortCounts(source: CohortSource, question: CohortQuestion): CohortCounts {
  return collectCohorts(source, question).counts;
}

/** Counts of the Net Promoter Score. */
export function npsCounts(source: AnswersSource, question: AnswersQuestion = {}): NpsCounts {
  return collectNps(source, question).counts;
}

/** Counts of satisfaction. */
export function csatCounts(source: AnswersSource, question: CsatQuestion = {}): CsatCounts {
  return collectCsat(source, question, CSAT_CHECKS).counts;
}

/** Counts of effort. */
export function cesCounts(source: AnswersSource, question: CesQuestion): CesCounts {
  return collectCes(source, question, CES_CHECKS).counts;
}
