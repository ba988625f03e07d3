import { deepFreeze } from "../base/deep-freeze.ts";
import { attachDisplay } from "../result/display.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import { summaryFor } from "./answers-of-all.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import type { CustomerModels, CustomerValue, CustomerValues } from "./customer-value.ts";
import { customerValuesBlocks } from "./customer-values-blocks.ts";
import {
  type Estimate,
  type Outlook,
  outlookOf,
  type SpendOutlook,
  spendOutlookOf,
} from "./customer-worth.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import { logVariance } from "./log-slopes.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";
import { requireModels } from "./require-models.ts";
import { readValueQuestion, type ValueAsked, type ValueQuestion } from "./value-question.ts";

/**
 * Customer lifetime value of every customer of a summary over a horizon, with P(alive), expected
 * purchases and a confidence interval by the delta method.
 *
 * Value = Σ over periods of purchases expected in the period × expected spend × margin ÷ (1 + d)^period,
 * a period being one unit of the summary. The interval tells how well the expectation is known from
 * these data; what a single customer will do varies by much more.
 *
 * @param data - The summary that the models were fitted to, or one of other customers.
 * @throws KpiError `invalid-argument` for an option, or another unit than the model's; `invalid-data` for
 *   a summary that cannot be.
 * @see Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 * @example
 * const rows = [
 *   { customerId: "ann", repeatPurchases: 4, lastPurchaseAge: 28, age: 30, meanSpend: 40 },
 *   { customerId: "bob", repeatPurchases: 2, lastPurchaseAge: 9, age: 30, meanSpend: 25 },
 *   { customerId: "cid", repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
 * ];
 * const values = customerValues({ purchases: fitBgNbd(rows) }, rows, { horizon: 26 });
 * values.customers.map(({ customerId }) => customerId); // => ["ann", "bob", "cid"]
 * values.customers[0].value > values.customers[1].value; // => true
 */
export function customerValues(
  models: CustomerModels,
  data: PurchaseData,
  question: ValueQuestion = {},
): CustomerValues {
  requireModels(models);
  const summary = summaryFor(models.purchases, data);
  const asked = readValueQuestion(question, summary);
  const z = normalQuantile((1 + asked.confidence) / 2);
  const estimates = estimatesOf(models, summary, asked);
  const spend = models.spend ?? null;
  const customers = estimates.map(({ outlook, spent }, row): CustomerValue => {
    const worth = (spent?.value ?? 1) * asked.margin;
    const value = outlook.discounted.value * worth;
    const variance = sumOrNull(outlook.discounted.variance, spent ? spent.variance : 0);
    return {
      customerId: summary.customerIds?.[row] ?? null,
      customers: summary.customers[row] ?? 1,
      probabilityAlive: outlook.alive,
      expectedPurchases: outlook.purchases,
      likelyPurchases: outlook.likely,
      expectedSpend: spent?.value ?? null,
      value,
      ...boundsOf(value, variance, z),
      valueIfHere: outlook.alive === 0 ? 0 : value / outlook.alive,
    };
  });
  const sum = (read: (customer: CustomerValue) => number): number =>
    customers.reduce((total, customer) => total + customer.customers * read(customer), 0);
  const value = sum((customer) => customer.value);
  const totalVariance = sumOrNull(
    totalVarianceOf(models.purchases, customers, (row) => estimates[row]?.outlook.discounted),
    spend ? totalVarianceOf(spend, customers, (row) => estimates[row]?.spent ?? undefined) : 0,
  );
  const values: CustomerValues = {
    ...{
      kind: "customer-values",
      ...asked,
      unit: summary.unit,
      isMoney: spend !== null,
      customers,
    },
    total: {
      customers: sum(() => 1),
      value,
      ...boundsOf(value, totalVariance, z),
      alive: sum(({ probabilityAlive }) => probabilityAlive),
      expectedPurchases: sum(({ expectedPurchases }) => expectedPurchases),
    },
    remarks: remarksOf(estimates, totalVariance),
  };
  return deepFreeze(attachDisplay(values, () => customerValuesBlocks(values)));
}

interface Estimates {
  readonly outlook: Outlook;
  readonly spent: SpendOutlook | null;
}

/** Asks about each history once, however many customers share it. */
function estimatesOf(
  { purchases, spend }: CustomerModels,
  summary: PurchaseSummary,
  asked: ValueAsked,
): readonly Estimates[] {
  const known = new Map<string, Outlook>();
  return Array.from(summary.age, (_, row) => {
    const history = rowOf(summary, row);
    const { repeatPurchases, lastPurchaseAge, age } = history;
    const key = `${repeatPurchases} ${lastPurchaseAge} ${age}`;
    const outlook = known.get(key) ?? outlookOf(purchases, history, asked, summary.unit);
    known.set(key, outlook);
    const meanSpend = summary.meanSpend?.[row] ?? 0;
    const paid = meanSpend > 0 ? { repeatPurchases, meanSpend } : { repeatPurchases: 0 };
    return { outlook, spent: spend ? spendOutlookOf(spend, paid) : null };
  });
}

function boundsOf(
  value: number,
  variance: number | null,
  z: number,
): { readonly lower: number | null; readonly upper: number | null } {
  if (variance === null || !Number.isFinite(variance)) return { lower: null, upper: null };
  const factor = Math.exp(z * Math.sqrt(variance));
  return { lower: value / factor, upper: value * factor };
}

/** The total moves with a parameter as its parts do, each by its share of the total. */
function totalVarianceOf(
  fit: FittedPurchaseModel | FittedGammaGamma,
  customers: readonly CustomerValue[],
  estimateOf: (row: number) => Estimate | undefined,
): number | null {
  const slopes = new Float64Array(Object.keys(fit.parameters).length);
  let total = 0;
  for (const [row, { customers: weight, value }] of customers.entries()) {
    const own = estimateOf(row)?.slopes ?? null;
    if (own === null) return null;
    total += weight * value;
    for (const [i, slope] of own.entries()) {
      slopes[i] = (slopes[i] ?? 0) + weight * value * slope;
    }
  }
  return logVariance(
    fit,
    slopes.map((slope) => slope / total),
  );
}

function sumOrNull(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

function remarksOf(
  estimates: readonly Estimates[],
  totalVariance: number | null,
): readonly string[] {
  const medians = estimates.filter(({ spent }) => spent?.isMedian === true).length;
  return [
    ...(totalVariance === null
      ? ["No intervals: the data do not tell all parameters of the models."]
      : [
          "The intervals of CLV tell how well the expectation is known. What one customer will do varies around it by much more: see the likely numbers of purchases.",
        ]),
    ...(medians === 0
      ? []
      : [
          `For ${medians} customers the mean spend is infinite (heavy tail); their median stands in for it.`,
        ]),
  ];
}
