import { argumentError } from "../base/errors.ts";
import { numberWithin, oneOf, readOptions } from "../base/options.ts";
import { summaryFor } from "./answers-of-all.ts";
import type { ChurnRisk } from "./customer-risk.ts";
import type { CustomerModels } from "./customer-value.ts";
import { customerValues } from "./customer-values.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { requireModels } from "./require-models.ts";
import { type RiskLines, riskOfValues } from "./risk-of-values.ts";
import { VALUE_CHECKS, type ValueQuestion } from "./value-question.ts";

/** What is at stake, where the lines are drawn, and in which order to list. */
export interface ChurnRiskQuestion extends ValueQuestion, RiskLines {}

/**
 * Who is about to leave: customers ranked by P(alive), each against the customer's own rhythm, with
 * the value expected to be lost.
 *
 * P(alive) judges a silence by the customer's own habit: two months are long for one who used to buy
 * every week and nothing for one who buys once a year. Four bands are drawn: here, at risk (silent for
 * unusually long), unclear (the silence is usual, yet the customer may have left), gone.
 *
 * @throws KpiError `invalid-argument` for an option, or another unit than the model's; `invalid-data` for
 *   a summary that cannot be.
 * @example
 * const rows = [
 *   { customerId: "weekly", repeatPurchases: 20, lastPurchaseAge: 20, age: 30 },
 *   { customerId: "rarely", repeatPurchases: 2, lastPurchaseAge: 20, age: 30 },
 *   { customerId: "once", repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
 * ];
 * const risk = churnRisk({ purchases: fitMbgNbd(rows) }, rows);
 * risk.customers[0].customerId; // => "weekly"
 * risk.customers[0].gapsMissed; // => 10
 */
export function churnRisk(
  models: CustomerModels,
  data: PurchaseData,
  question: ChurnRiskQuestion = {},
): ChurnRisk {
  const share = numberWithin(0, 1, "a share from 0 to 1");
  const asked = readOptions<ChurnRiskQuestion>(question, {
    ...VALUE_CHECKS,
    ...{ hereFrom: share, goneBelow: share, unusualBelow: share },
    order: oneOf(["probability-alive", "value-at-stake"]),
  });
  const { hereFrom = 0.8, goneBelow = 0.2, unusualBelow, order, ...valued } = asked;
  if (goneBelow > hereFrom) throw argumentError("goneBelow", "at most `hereFrom`", goneBelow);
  requireModels(models);
  const summary = summaryFor(models.purchases, data);
  const values = customerValues(models, summary, valued);
  return riskOfValues(models.purchases, summary, values, asked);
}
