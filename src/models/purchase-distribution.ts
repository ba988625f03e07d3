import { summaryFor } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { groupsOf } from "./group-summary.ts";
import type { Standing } from "./process.ts";
import { countsOf } from "./process-outlook.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";
import { requireCustomer, requireHorizon, requireMost } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/**
 * The chances of 0, 1, …, `most` purchases within `horizon` from now.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, equation 8.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * purchaseDistribution(model, NEW_CUSTOMER, 39, 2).map((p) => p.toFixed(3)); // => ["0.574", "0.199", "0.085"]
 */
export function purchaseDistribution(
  model: CustomerModel,
  customer: PurchaseRow,
  horizon: number,
  most: number,
): readonly number[] {
  requireCustomer(model, customer);
  requireHorizon(horizon);
  requireMost(most);
  return distributionOf(standingOf(model, customer), horizon, most);
}

/**
 * The same for each customer of a summary: a column of chances for each number of purchases.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 10, a: 1, b: 2 } };
 * const [none, one] = purchaseDistributionOfAll(model, [NEW_CUSTOMER, NEW_CUSTOMER], 10, 1);
 * [...none].map((p) => p.toFixed(9)); // => ["0.500000000", "0.500000000"]
 */
export function purchaseDistributionOfAll(
  model: CustomerModel,
  data: PurchaseData,
  horizon: number,
  most: number,
): readonly Float64Array[] {
  requireHorizon(horizon);
  requireMost(most);
  const { summary, groupOf } = groupsOf(summaryFor(model, data));
  const lists = Array.from(summary.age, (_, row) =>
    distributionOf(standingOf(model, rowOf(summary, row)), horizon, most),
  );
  return Array.from({ length: most + 1 }, (_, n) =>
    Float64Array.from(groupOf, (group) => lists[group]?.[n] ?? 0),
  );
}

function distributionOf(
  { alive, process }: Standing,
  horizon: number,
  most: number,
): readonly number[] {
  const counts = countsOf(process, horizon, most);
  return counts.map((chance, n) => alive * chance + (n === 0 ? 1 - alive : 0));
}
