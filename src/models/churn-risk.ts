import { deepFreeze } from "../base/deep-freeze.ts";
import { argumentError } from "../base/errors.ts";
import { numberWithin, oneOf, readOptions } from "../base/options.ts";
import { attachDisplay } from "../result/display.ts";
import { counted } from "../result/plural.ts";
import { summaryFor } from "./answers-of-all.ts";
import { churnRiskBlocks } from "./churn-risk-blocks.ts";
import type { ChurnRisk, CustomerRisk, RiskBand, RiskBandTotal } from "./customer-risk.ts";
import type { CustomerModels } from "./customer-value.ts";
import { customerValues } from "./customer-values.ts";
import { ownRhythm } from "./own-rhythm.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";
import { VALUE_CHECKS, type ValueQuestion } from "./value-question.ts";

/** What is at stake, where the lines are drawn, and in which order to list. */
export interface ChurnRiskQuestion extends ValueQuestion {
  /** P(alive) from which a customer counts as here. Default 0.8. */
  readonly hereFrom?: number;
  /** P(alive) below which a customer counts as gone. Default 0.2. */
  readonly goneBelow?: number;
  /** In between, the chance of so long a silence below which it is unusual. Default 0.25. */
  readonly unusualBelow?: number;
  /** Default `"probability-alive"`, the least likely still here first. */
  readonly order?: "probability-alive" | "value-at-stake";
}

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
  const { hereFrom = 0.8, goneBelow = 0.2, unusualBelow = 0.25, ...rest } = asked;
  const { order = "probability-alive", ...valued } = rest;
  if (goneBelow > hereFrom) throw argumentError("goneBelow", "at most `hereFrom`", goneBelow);
  const summary = summaryFor(models.purchases, data);
  const values = customerValues(models, summary, valued);
  const customers = values.customers.map((own, row): CustomerRisk => {
    const { customerId, customers: count, probabilityAlive, value, valueIfHere } = own;
    const rhythm = ownRhythm(models.purchases, rowOf(summary, row));
    const between = rhythm.chanceOfSilence < unusualBelow ? "at-risk" : "unclear";
    const notHere = probabilityAlive < goneBelow ? "gone" : between;
    return {
      ...{ customerId, customers: count, probabilityAlive },
      band: probabilityAlive >= hereFrom ? "here" : notHere,
      ...rhythm,
      ...{ value, valueIfHere, valueAtStake: (1 - probabilityAlive) * valueIfHere },
    };
  });
  const ranked = customers.sort(
    order === "probability-alive"
      ? (one, other) => one.probabilityAlive - other.probabilityAlive || byStake(one, other)
      : byStake,
  );
  const { unit, isMoney, currency, horizon, annualDiscountRate, margin } = values;
  const risk: ChurnRisk = {
    ...{ kind: "churn-risk", unit, isMoney, currency, horizon, annualDiscountRate, margin },
    ...{ hereFrom, goneBelow, unusualBelow },
    bands: (["here", "at-risk", "unclear", "gone"] as const).map((band) => totalOf(band, ranked)),
    customers: ranked,
    remarks: remarksOf(models, ranked),
  };
  return deepFreeze(attachDisplay(risk, () => churnRiskBlocks(risk)));
}

function byStake(one: CustomerRisk, other: CustomerRisk): number {
  return other.valueAtStake - one.valueAtStake;
}

function totalOf(band: RiskBand, customers: readonly CustomerRisk[]): RiskBandTotal {
  const own = customers.filter((customer) => customer.band === band);
  const sum = (read: (customer: CustomerRisk) => number): number =>
    own.reduce((total, customer) => total + customer.customers * read(customer), 0);
  return {
    band,
    customers: sum(() => 1),
    value: sum(({ value }) => value),
    valueAtStake: sum(({ valueAtStake }) => valueAtStake),
  };
}

/** BG/NBD cannot see that somebody who bought once has left. */
function remarksOf(
  { purchases }: CustomerModels,
  customers: readonly CustomerRisk[],
): readonly string[] {
  if (purchases.kind !== "bg-nbd") return [];
  const once = customers
    .filter(({ usualGap }) => usualGap === null)
    .reduce((sum, { customers: count }) => sum + count, 0);
  if (once === 0) return [];
  return [
    `${counted(String(once), "customer")} bought once only, and under BG/NBD such a customer counts as here for certain; MBG/NBD and Pareto/NBD let them leave.`,
  ];
}
