import { argumentError } from "../base/errors.ts";
import { numberWithin, type OptionCheck, type OptionChecks, readOptions } from "../base/options.ts";
import { periodDays } from "../base/period.ts";
import { previousPeriod } from "../base/previous-period.ts";
import type { OrdersLedger } from "../ledger/orders.ts";
import { kindOfRows } from "../ledger/row-kind.ts";
import type { Cohort, Transaction } from "../ledger/rows.ts";
import { customerValueOf } from "./collect-customer-value.ts";
import type { Collected } from "./collected.ts";
import { collectFormulaCohorts } from "./formula-clv-cohorts.ts";
import type { FormulaClvCounts, FormulaClvOrders } from "./formula-clv-counts.ts";
import {
  collectFormulaInputs,
  FORMULA_INPUT_CHECKS,
  type FormulaClvInputs,
  isFormulaInputs,
  lifespan,
} from "./formula-clv-inputs.ts";
import { type FormulaClvQuestion, refuseStrays } from "./formula-clv-question.ts";
import { ORDERS_CHECKS, type OrdersSource, readOrdersAsked } from "./orders-source.ts";
import { shareOption } from "./question.ts";
import { exactAmount } from "./read-counts.ts";
import { retentionCountsOfOrders } from "./retention-of-orders.ts";

/** Numbers, or orders or rows of cohorts to take them from. Rows are all of one kind. */
export type FormulaClvSource = FormulaClvInputs | OrdersLedger | readonly (Transaction | Cohort)[];

const annualDiscountRate: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  1,
  "a rate from 0 to 1, such as 0.1 for 10 % a year",
);

/** The checks of {@link FormulaClvQuestion}. */
export const FORMULA_CLV_CHECKS: OptionChecks<FormulaClvQuestion> = {
  ...ORDERS_CHECKS,
  margin: shareOption,
  annualDiscountRate,
  profit: exactAmount,
  discount: FORMULA_INPUT_CHECKS.discount,
  periods: lifespan,
  cac: exactAmount,
};

/** Counts of formula CLV with the options of their stage 2, and the question as read. */
export interface FormulaClvCollected<Asked> extends Collected<FormulaClvCounts> {
  readonly asked: Partial<Asked>;
}

/** Stage 1 of formula CLV. */
export function collectFormulaClv<Asked extends FormulaClvQuestion>(
  source: FormulaClvSource,
  question: Asked,
  checks: OptionChecks<Asked>,
): FormulaClvCollected<Asked> {
  const asked = readOptions<Asked>(question, checks);
  return { asked, ...collectFrom(source, asked) };
}

function collectFrom(
  source: FormulaClvSource,
  asked: Partial<FormulaClvQuestion>,
): Collected<FormulaClvCounts> {
  if (isFormulaInputs(source)) return collectFormulaInputs(source, asked);
  return kindOfRows(source) === "cohorts"
    ? collectFormulaCohorts(source as readonly Cohort[], asked) // as its first row says
    : collectOrders(source as OrdersSource, asked); // the ledger refuses what is not orders
}

function collectOrders(
  source: OrdersSource,
  asked: Partial<FormulaClvQuestion>,
): Collected<FormulaClvCounts> {
  refuseStrays("orders", asked);
  const answerable = readOrdersAsked(source, asked);
  const { ledger, span } = answerable;
  const period = span.asked;
  if (period === null) {
    throw argumentError("period", "given: the formula needs it", undefined, "option-missing");
  }
  const { counts: value, options } = customerValueOf(
    answerable,
    asked.margin === undefined ? {} : { margin: asked.margin },
  );
  const kept = retentionCountsOfOrders(ledger, {
    ...{ baseline: previousPeriod(period), period, until: span.until },
  });
  const counts: FormulaClvOrders = {
    ...{ kind: "formula-clv", from: "orders", currency: value.currency },
    question: { source: "orders", period, timeZone: ledger.timeZone, countFullyRefunded: true },
    revenue: value.revenue,
    orders: (value.orders ?? 0) - value.guestOrders,
    customers: value.customers,
    customersAtStart: kept.customersAtStart,
    retainedCustomers: kept.retainedCustomers ?? 0,
    margin: value.margin,
    annualDiscountRate: asked.annualDiscountRate ?? null,
    periods: asked.periods ?? null,
    cac: asked.cac === undefined ? null : String(asked.cac),
    days: periodDays(period),
  };
  return { counts, options };
}
