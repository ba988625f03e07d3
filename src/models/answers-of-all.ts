import { requireArgument } from "../base/errors.ts";
import type { CustomerModel } from "./customer-model.ts";
import { groupsOf } from "./group-summary.ts";
import type { Standing } from "./process.ts";
import type { PurchaseData, PurchaseRow, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary, rowOf } from "./read-summary.ts";
import { CUSTOMER_KINDS, requireModel } from "./require-model.ts";
import { standingOf } from "./standing.ts";
import type { TimeUnit } from "./time-unit.ts";

/** One answer for each place of a summary; like customers are asked about once. */
export function answersOfAll(
  model: CustomerModel,
  data: PurchaseData,
  ask: (standing: Standing, customer: PurchaseRow) => number,
): Float64Array {
  const summary = summaryFor(model, data);
  if (!hasManyAlike(summary)) return answersOfEach(model, summary, ask);
  const { summary: groups, groupOf } = groupsOf(summary);
  const answers = answersOfEach(model, groups, ask);
  return scatter(answers, groupOf);
}

/** How many customers are looked at to see whether many are alike. */
const SAMPLE = 2000;

function hasManyAlike(summary: PurchaseSummary): boolean {
  const few = Math.min(SAMPLE, summary.age.length);
  const cut = (column: Float64Array): Float64Array => column.subarray(0, few);
  const { repeatPurchases, lastPurchaseAge, age, customers } = summary;
  const sample = {
    ...summary,
    repeatPurchases: cut(repeatPurchases),
    lastPurchaseAge: cut(lastPurchaseAge),
    age: cut(age),
    customers: cut(customers),
  };
  return groupsOf(sample).summary.age.length < few / 4;
}

function answersOfEach(
  model: CustomerModel,
  summary: PurchaseSummary,
  ask: (standing: Standing, customer: PurchaseRow) => number,
): Float64Array {
  const answers = new Float64Array(summary.age.length);
  for (let row = 0; row < answers.length; row += 1) {
    const customer = rowOf(summary, row);
    answers[row] = ask(standingOf(model, customer), customer);
  }
  return answers;
}

function scatter(answers: Float64Array, groupOf: Int32Array): Float64Array {
  const all = new Float64Array(groupOf.length);
  for (let row = 0; row < all.length; row += 1) all[row] = answers[groupOf[row] ?? 0] ?? 0;
  return all;
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
  requireModel(model, CUSTOMER_KINDS);
  const unit = "unit" in model ? model.unit : undefined;
  const summary = readSummary(data, unit);
  const isSame = unit === undefined || unit === summary.unit;
  requireArgument(isSame, "data", `measured in ${unit}s, as the model is`, `${summary.unit}s`);
  return summary;
}
