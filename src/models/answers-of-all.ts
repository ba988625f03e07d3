import { requireArgument } from "../base/errors.ts";
import type { CustomerModel } from "./customer-model.ts";
import { groupsOf } from "./group-summary.ts";
import type { Standing } from "./process.ts";
import type { PurchaseData, PurchaseRow, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary, rowOf } from "./read-summary.ts";
import { standingOf } from "./standing.ts";
import type { TimeUnit } from "./time-unit.ts";

/** One answer for each place of a summary; like customers are asked about once. */
export function answersOfAll(
  model: CustomerModel,
  data: PurchaseData,
  ask: (standing: Standing, customer: PurchaseRow) => number,
): Float64Array {
  const { summary, groupOf } = groupsOf(summaryFor(model, data));
  const answers = Float64Array.from(summary.age, (_, row) => {
    const customer = rowOf(summary, row);
    return ask(standingOf(model, customer), customer);
  });
  return Float64Array.from(groupOf, (group) => answers[group] ?? 0);
}

/**
 * Data that a model is asked about, or fitted anew to, read. Rows are taken to be in the model's unit.
 *
 * @throws KpiError `invalid-argument` for a summary measured in another unit than the fitted model.
 */
export function summaryFor(
  model: { readonly unit?: TimeUnit } | CustomerModel,
  data: PurchaseData,
): PurchaseSummary {
  const unit = "unit" in model ? model.unit : undefined;
  const summary = readSummary(data, unit);
  const isSame = unit === undefined || unit === summary.unit;
  requireArgument(isSame, "data", `measured in ${unit}s, as the model is`, `${summary.unit}s`);
  return summary;
}
