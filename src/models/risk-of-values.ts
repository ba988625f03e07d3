import { deepFreeze } from "../base/deep-freeze.ts";
import { attachDisplay } from "../result/display.ts";
import { counted } from "../result/plural.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { churnRiskBlocks } from "./churn-risk-blocks.ts";
import type { ChurnRisk, CustomerRisk, RiskBand, RiskBandTotal } from "./customer-risk.ts";
import type { CustomerValues } from "./customer-value.ts";
import { rhythmOf } from "./own-rhythm.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";

/** Where the lines between customers are drawn, and in which order to list them. */
export interface RiskLines {
  /** P(alive) from which a customer counts as here. Default 0.8. */
  readonly hereFrom?: number;
  /** P(alive) below which a customer counts as gone. Default 0.2. */
  readonly goneBelow?: number;
  /** In between, the chance of so long a silence below which it is unusual. Default 0.25. */
  readonly unusualBelow?: number;
  /** Default `"probability-alive"`, the least likely still here first. */
  readonly order?: "probability-alive" | "value-at-stake";
}

/** Ranks customers whose values are known already, each by the row of the summary it stands in. */
export function riskOfValues(
  model: FittedPurchaseModel,
  summary: PurchaseSummary,
  values: CustomerValues,
  lines: RiskLines = {},
): ChurnRisk {
  const { hereFrom = 0.8, goneBelow = 0.2, unusualBelow = 0.25 } = lines;
  const customers = values.customers.map((own, row): CustomerRisk => {
    const { customerId, customers: count, probabilityAlive, value, valueIfHere } = own;
    const rhythm = rhythmOf(model, rowOf(summary, row));
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
    lines.order === "value-at-stake"
      ? byStake
      : (one, other) => one.probabilityAlive - other.probabilityAlive || byStake(one, other),
  );
  const { unit, isMoney, currency, horizon, annualDiscountRate, margin } = values;
  const risk: ChurnRisk = {
    ...{ kind: "churn-risk", unit, isMoney, currency, horizon, annualDiscountRate, margin },
    ...{ hereFrom, goneBelow, unusualBelow },
    bands: (["here", "at-risk", "unclear", "gone"] as const).map((band) => totalOf(band, ranked)),
    customers: ranked,
    remarks: remarksOf(model, ranked),
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
  model: FittedPurchaseModel,
  customers: readonly CustomerRisk[],
): readonly string[] {
  if (model.kind !== "bg-nbd") return [];
  const once = customers
    .filter(({ usualGap }) => usualGap === null)
    .reduce((sum, { customers: count }) => sum + count, 0);
  if (once === 0) return [];
  return [
    `${counted(String(once), "customer")} bought once only, and under BG/NBD such a customer counts as here for certain; MBG/NBD and Pareto/NBD let them leave.`,
  ];
}
