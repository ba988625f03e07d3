import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { collectPredictiveClv } from "./collect-predictive-clv.ts";
import type { ModelSource } from "./model-source.ts";
import type { PredictiveClvCounts } from "./predictive-clv-counts.ts";
import { predictiveClvDefinitions } from "./predictive-clv-definitions.ts";
import type { PredictiveClvQuestion } from "./predictive-clv-question.ts";

export type PredictiveClv = KpiResult<PredictiveClvCounts>;

/**
 * Predictive customer lifetime value: what a customer, or all of them, are expected to bring within
 * the coming periods, from fitted models of when they buy, leave and what they spend.
 *
 * Value = expected spend × margin × P(alive) × Σ over periods of purchases expected ÷ (1 + d)^years.
 * The value of each period is in `counts.valueByPeriod`. Without `customerId` the value is that of all
 * customers together; `customerValues` gives that of each.
 *
 * @param source - Orders, a ledger, or a summary of purchases with mean spends.
 * @returns `no-value` with reason `no-customers`, `no-repeat-purchases`, `no-revenue`, `missing-column`
 *   (a summary without spend) or `undefined-mean` (spend too unequal to have a mean).
 * @throws {@link KpiError} `invalid-argument` for an option or a customer who is not there,
 *   `invalid-data` for rows.
 * @see Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis,
 *   Journal of Marketing Research 42(4), 415-430.
 * @see Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 * @example
 * const summary = readSummary([
 *   { customerId: "ann", repeatPurchases: 4, lastPurchaseAge: 28, age: 30, meanSpend: 40 },
 *   { customerId: "bob", repeatPurchases: 2, lastPurchaseAge: 9, age: 30, meanSpend: 25 },
 *   { customerId: "cid", repeatPurchases: 1, lastPurchaseAge: 22, age: 30, meanSpend: 32 },
 *   { customerId: "dot", repeatPurchases: 0, lastPurchaseAge: 0, age: 30, meanSpend: 0, customers: 9 },
 * ]);
 * const question = { currency: "EUR", annualDiscountRate: 0.1, margin: 0.4 };
 * const ann = predictiveClv(summary, { ...question, customerId: "ann" });
 * ann.counts.valueByPeriod.length; // => 12
 * ann.explanation.symbols.find(({ name }) => name === "x").value; // => 4
 * const all = predictiveClv(summary, question);
 * all.value > ann.value; // => true
 */
export function predictiveClv(
  source: ModelSource,
  question: PredictiveClvQuestion = {},
): PredictiveClv {
  const { counts, options } = collectPredictiveClv(source, question);
  const variant = counts.fitted?.purchases.kind ?? "bg-nbd";
  return measure(predictiveClvDefinitions[variant], counts, options);
}
