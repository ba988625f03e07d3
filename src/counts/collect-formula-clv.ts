import { argumentError } from "../base/errors.ts";
import { numberWithin, type OptionCheck, readOptions } from "../base/options.ts";
import { periodDays } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import { customerValueOf } from "./collect-customer-value.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { CONFIDENCE_CHECKS } from "./confidence.ts";
import type { FormulaClvCounts } from "./formula-clv-counts.ts";
import { currencyCode, requireCurrency } from "./money-counts.ts";
import {
  isOrdersLedger,
  ORDERS_CHECKS,
  type OrdersQuestion,
  type OrdersSource,
  readOrdersAsked,
} from "./orders-source.ts";
import { shareOption } from "./question.ts";
import { exactAmount } from "./read-counts.ts";
import { retentionCountsOfOrders } from "./retention-of-orders.ts";

/** Numbers of the customer and period that a formula is put to. */
export interface FormulaClvInputs {
  /** Profit of one customer in one period, m. */
  readonly profit: number | string;
  /** Share of customers kept from one period to the next, r: 0 to 1. */
  readonly retention: number;
  /** Discount of one period, d: 0 or more. Of a year's rate: (1 + rate)^(1/12) − 1 a month. */
  readonly discount: number;
}

/** Numbers, or orders to take them from. */
export type FormulaClvSource = FormulaClvInputs | OrdersSource;

/** A question of formula CLV. */
export interface FormulaClvQuestion extends OrdersQuestion {
  /** From orders: profit as a share of revenue, 0 to 1. Without it the value is revenue. */
  readonly margin?: number;
  /** From orders, required: the discount of a year, such as 0.1. */
  readonly annualDiscountRate?: number;
}

const discount: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  1,
  "a rate from 0 to 1, such as 0.1 for 10 % a year",
);

const CHECKS = { ...ORDERS_CHECKS, margin: shareOption, annualDiscountRate: discount };
const INPUT_CHECKS = {
  profit: exactAmount as OptionCheck<number | string>,
  retention: shareOption,
  discount,
};

/** Stage 1 of formula CLV. */
export function collectFormulaClv(
  source: FormulaClvSource,
  question: FormulaClvQuestion = {},
): Collected<FormulaClvCounts> {
  return isInputs(source) ? collectNumbers(source, question) : collectOrders(source, question);
}

function isInputs(source: FormulaClvSource): source is FormulaClvInputs {
  return (
    typeof source === "object" &&
    source !== null &&
    !Array.isArray(source) &&
    !isOrdersLedger(source)
  );
}

function collectNumbers(
  source: FormulaClvInputs,
  question: FormulaClvQuestion,
): Collected<FormulaClvCounts> {
  const asked = readOptions<{ currency?: string; confidence?: number; interval?: false }>(
    question,
    {
      ...CONFIDENCE_CHECKS,
      currency: currencyCode,
    },
  );
  const { profit, retention, discount: rate } = readOptions<FormulaClvInputs>(source, INPUT_CHECKS);
  if (profit === undefined || retention === undefined || rate === undefined) {
    const missing =
      profit === undefined ? "profit" : retention === undefined ? "retention" : "discount";
    throw argumentError(missing, "given", undefined, "option-missing");
  }
  requireCurrency(asked.currency ?? null, true);
  const counts: FormulaClvCounts = {
    ...{ kind: "formula-clv", from: "numbers", question: null, currency: asked.currency ?? null },
    ...{ profit, retention, discount: rate },
  };
  return { counts, options: measureOptions(asked, null) };
}

function collectOrders(
  source: OrdersSource,
  question: FormulaClvQuestion,
): Collected<FormulaClvCounts> {
  const asked = readOptions<FormulaClvQuestion>(question, CHECKS);
  const { annualDiscountRate } = asked;
  if (asked.period === undefined || annualDiscountRate === undefined) {
    const missing = asked.period === undefined ? "period" : "annualDiscountRate";
    throw argumentError(missing, "given: the formula needs it", undefined, "option-missing");
  }
  const answerable = readOrdersAsked(source, asked);
  const { counts: value, options } = customerValueOf(answerable, asked.margin ?? null);
  const { ledger, span } = answerable;
  const period = span.asked;
  if (period === null) throw argumentError("period", "given", undefined, "option-missing");
  const kept = retentionCountsOfOrders(ledger, {
    ...{ baseline: previousPeriod(period), period, until: span.until },
  });
  const counts: FormulaClvCounts = {
    ...{ kind: "formula-clv", from: "orders", currency: value.currency },
    question: { source: "orders", period, timeZone: ledger.timeZone, countFullyRefunded: true },
    revenue: value.revenue,
    customers: value.customers,
    customersAtStart: kept.customersAtStart,
    retainedCustomers: kept.retainedCustomers ?? 0,
    margin: value.margin,
    annualDiscountRate,
    days: periodDays(period),
  };
  return { counts, options };
}
