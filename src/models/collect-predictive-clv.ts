import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { type Collected, measureOptions } from "../counts/collected.ts";
import { requireCurrency } from "../counts/money-counts.ts";
import { roundStatistic } from "../result/interval.ts";
import type { NoValueReason } from "../result/kpi-result.ts";
import type { RowWarning } from "../result/warning.ts";
import { summaryFor } from "./answers-of-all.ts";
import { clvOfAll } from "./clv-of-all.ts";
import { type ClvOutlook, clvOfOne } from "./clv-of-one.ts";
import { expectedSpend } from "./expected-spend.ts";
import { fitGammaGamma } from "./gamma-gamma.ts";
import { coarseLookahead, lookahead } from "./lookahead.ts";
import { type ChosenModel, modelFor } from "./model-for.ts";
import { isOrders, type ModelSource } from "./model-source.ts";
import type { ClvCustomer, ClvModels, PredictiveClvCounts } from "./predictive-clv-counts.ts";
import { PREDICTIVE_CLV_CHECKS, type PredictiveClvQuestion } from "./predictive-clv-question.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { PURCHASE_SUMMARY_CHECKS, purchaseSummary } from "./purchase-summary-of-orders.ts";
import { readSummary, rowOf } from "./read-summary.ts";
import { totalOf } from "./scale-summary.ts";

/** Fits the models, asks them, and keeps what they said. */
export function collectPredictiveClv(
  source: ModelSource,
  question: PredictiveClvQuestion,
): Collected<PredictiveClvCounts> {
  const asked = readOptions<PredictiveClvQuestion>(question, PREDICTIVE_CLV_CHECKS);
  const { summary, currency, warnings } = readSource(source, asked);
  const at = placeOf(summary, asked.customerId);
  const customers = totalOf(null, summary.customers);
  requireCurrency(currency, customers > 0);
  const { every = "month", periods = 12, annualDiscountRate = 0.1, margin = null } = asked;
  const frame: Omit<PredictiveClvCounts, "fitted" | "valueByPeriod" | "missing"> = {
    ...{ kind: "predictive-clv", currency, unit: summary.unit, every, periods },
    ...{ annualDiscountRate, margin, customers: at === null ? customers : 1 },
    customer: at === null ? null : customerAt(summary, at),
  };
  const without = (missing: NoValueReason): Collected<PredictiveClvCounts> => ({
    counts: { ...frame, fitted: null, valueByPeriod: [], missing },
    options: measureOptions(asked, null, warnings),
  });
  const missing = reasonAgainst(summary);
  if (missing !== null) return without(missing);
  const chosen = modelFor(asked.model, source, summary, ordersOptions(asked));
  const spend = asked.spend ?? fitGammaGamma(summary);
  const ahead = {
    fine: lookahead(summary.unit, every, periods, annualDiscountRate),
    coarse: coarseLookahead(summary.unit, every, periods, annualDiscountRate),
  };
  const known = frame.customer;
  const spent =
    known === null || known.meanSpend === null
      ? { repeatPurchases: 0 }
      : { repeatPurchases: known.repeatPurchases, meanSpend: known.meanSpend };
  const hasMean = known === null || expectedSpend(spend, spent) !== null;
  const outlook = !hasMean
    ? null
    : at === null
      ? clvOfAll(chosen.fit, spend, summaryFor(chosen.fit, summary), ahead)
      : clvOfOne(chosen.fit, spend, rowOf(summaryFor(chosen.fit, summary), at), spent, ahead);
  if (outlook === null) return without("undefined-mean");
  const counts: PredictiveClvCounts = {
    ...frame,
    fitted: fittedOf(chosen, spend, outlook),
    valueByPeriod: outlook.valueByPeriod.map((value) => roundStatistic(value * (margin ?? 1))),
    missing: null,
  };
  return { counts, options: measureOptions(asked, null, warnings) };
}

interface ReadSource {
  readonly summary: PurchaseSummary;
  readonly currency: string | null;
  readonly warnings: readonly RowWarning[];
}

function readSource(source: ModelSource, asked: Partial<PredictiveClvQuestion>): ReadSource {
  const options = ordersOptions(asked);
  if (isOrders(source)) {
    const summary = purchaseSummary(source, options);
    return { summary, currency: summary.currency, warnings: summary.warnings };
  }
  const wrong = Object.keys(options).find((option) => option !== "currency");
  if (wrong !== undefined) {
    throw argumentError(wrong, "left out with a summary, which is made already", wrong);
  }
  const summary = readSummary(source);
  const own = "currency" in summary ? String(summary.currency ?? "") : "";
  const { currency = own === "" ? null : own } = asked;
  return { summary, currency, warnings: [] };
}

/** Those options that say how orders are to be read. */
function ordersOptions(asked: Partial<PredictiveClvQuestion>): Partial<PredictiveClvQuestion> {
  const entries = Object.entries(asked).filter(([name]) => name in PURCHASE_SUMMARY_CHECKS);
  return Object.fromEntries(entries);
}

function placeOf(
  { customerIds = [] }: PurchaseSummary,
  customerId: PredictiveClvQuestion["customerId"],
): number | null {
  if (customerId === undefined) return null;
  const at = customerIds.indexOf(customerId);
  if (at >= 0) return at;
  throw argumentError("customerId", "the id of a customer of the data", customerId);
}

function customerAt(summary: PurchaseSummary, at: number): ClvCustomer {
  const { repeatPurchases, lastPurchaseAge, age } = rowOf(summary, at);
  const mean = summary.meanSpend?.[at] ?? 0;
  return {
    customerId: summary.customerIds?.[at] ?? "",
    repeatPurchases,
    lastPurchaseAge: roundStatistic(lastPurchaseAge),
    age: roundStatistic(age),
    meanSpend: mean > 0 ? roundStatistic(mean) : null,
  };
}

/** Why the models cannot be fitted; null if they can. */
function reasonAgainst({ age, repeatPurchases, meanSpend }: PurchaseSummary): NoValueReason | null {
  if (age.length === 0) return "no-customers";
  if (meanSpend === null) return "missing-column";
  if (!repeatPurchases.some((repeats) => repeats > 0)) return "no-repeat-purchases";
  return meanSpend.some((mean, row) => mean > 0 && (repeatPurchases[row] ?? 0) > 0)
    ? null
    : "no-revenue";
}

function fittedOf(
  { fit, why }: ChosenModel,
  spend: ReturnType<typeof fitGammaGamma>,
  outlook: ClvOutlook,
): ClvModels {
  const rounded = (value: number | null): number | null =>
    value === null ? null : roundStatistic(value);
  return {
    purchases: roundedModel(fit),
    purchasers: fit.customers,
    why,
    spend: {
      p: roundStatistic(spend.parameters.p),
      q: roundStatistic(spend.parameters.q),
      v: roundStatistic(spend.parameters.v),
    },
    spenders: spend.customers,
    alive: roundStatistic(outlook.alive),
    expectedPurchases: roundStatistic(outlook.expectedPurchases),
    noPurchase: rounded(outlook.noPurchase),
    byPeriod: outlook.byPeriod.map(roundStatistic),
    logVariance: rounded(outlook.logVariance),
    warnings: [
      ...fit.warnings.map((fact) => ({ model: "purchases" as const, fact })),
      ...spend.warnings.map((fact) => ({ model: "spend" as const, fact })),
    ].map(({ model, fact }) => ({ model, warning: fact.code, said: fact.message })),
  };
}

function roundedModel(fit: ChosenModel["fit"]): ClvModels["purchases"] {
  const entries = Object.entries<number>(fit.parameters);
  const parameters = Object.fromEntries(
    entries.map(([name, value]) => [name, roundStatistic(value)]),
  );
  const order = fit.kind === "mbg-cnbd-k" ? { k: fit.k } : {};
  return { kind: fit.kind, ...order, parameters } as ClvModels["purchases"]; // the same names
}
