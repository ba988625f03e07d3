import { requireArgument } from "../base/errors.ts";
import { isRecord } from "../base/options.ts";
import { gammaQuantile } from "../stats/gamma-quantile.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import { memberOf, requireModel } from "./require-model.ts";

/** What is known of a customer's spend. */
export interface SpendHistory {
  readonly repeatPurchases: number;
  /** Mean value of the repeat purchases; not needed without any. */
  readonly meanSpend?: number;
}

/**
 * What a purchase of this customer is expected to be worth: the customer's own mean, drawn towards
 * that of all customers the more, the fewer purchases there are.
 *
 * @returns null where the mean is infinite: p x + q ≤ 1, which heavy-tailed spend without a history
 *   may give. `medianSpend` always exists.
 * @see Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 5.
 * @example
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } };
 * expectedSpend(model, { repeatPurchases: 2, meanSpend: 22.35 })?.toFixed(2); // => "24.66"
 * expectedSpend(model, { repeatPurchases: 0 })?.toFixed(2); // => "35.22"
 */
export function expectedSpend(model: GammaGamma, history: SpendHistory): number | null {
  const { shape, scale } = spendOf(model, history);
  return shape > 1 ? (model.parameters.p * scale) / (shape - 1) : null;
}

/**
 * The value that this customer's mean purchase is as likely above as below.
 *
 * @example
 * const model = { kind: "gamma-gamma", parameters: { p: 2, q: 1, v: 10 } };
 * expectedSpend(model, { repeatPurchases: 0 }); // => null
 * medianSpend(model, { repeatPurchases: 0 }).toFixed(4); // => (20 / Math.LN2).toFixed(4)
 */
export function medianSpend(model: GammaGamma, history: SpendHistory): number {
  const { shape, scale } = spendOf(model, history);
  return (model.parameters.p * scale) / gammaQuantile(0.5, shape);
}

/**
 * `expectedSpend` of each customer of a summary; NaN where it is infinite.
 *
 * @example
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } };
 * const customers = [{ repeatPurchases: 2, lastPurchaseAge: 30, age: 38, meanSpend: 22.35 }];
 * expectedSpendOfAll(model, customers)[0].toFixed(2); // => "24.66"
 */
export function expectedSpendOfAll(model: GammaGamma, data: PurchaseData): Float64Array {
  return spendOfAll(data, (history) => expectedSpend(model, history) ?? Number.NaN);
}

/**
 * `medianSpend` of each customer of a summary.
 *
 * @example
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } };
 * const customers = [{ repeatPurchases: 2, lastPurchaseAge: 30, age: 38, meanSpend: 22.35 }];
 * medianSpendOfAll(model, customers)[0] < expectedSpendOfAll(model, customers)[0]; // => true
 */
export function medianSpendOfAll(model: GammaGamma, data: PurchaseData): Float64Array {
  return spendOfAll(data, (history) => medianSpend(model, history));
}

/** Who has no repeat purchase of a positive value is taken as one of whom nothing is known. */
function spendOfAll(data: PurchaseData, ask: (history: SpendHistory) => number): Float64Array {
  const { repeatPurchases, meanSpend } = readSummary(data);
  return Float64Array.from(repeatPurchases, (x, row) => {
    const mean = meanSpend?.[row] ?? 0;
    return ask(mean > 0 ? { repeatPurchases: x, meanSpend: mean } : { repeatPurchases: 0 });
  });
}

/** The customer's ν is Gamma(shape, scale) once the history is known. */
function spendOf(
  model: GammaGamma,
  history: SpendHistory,
): { readonly shape: number; readonly scale: number } {
  requireModel(model, ["gamma-gamma"]);
  const { p, q, v } = model.parameters;
  requireArgument(
    isRecord(history),
    "history",
    "an object of repeatPurchases and meanSpend",
    history,
    "option-wrong-type",
  );
  const x = memberOf(history, "repeatPurchases", "history");
  const meanSpend = memberOf(history, "meanSpend", "history");
  requireArgument(
    typeof x === "number" && Number.isSafeInteger(x) && x >= 0,
    "history.repeatPurchases",
    "a whole number, 0 or more",
    x,
  );
  if (x === 0) return { shape: q, scale: v };
  requireArgument(
    typeof meanSpend === "number" && meanSpend > 0 && meanSpend < Number.POSITIVE_INFINITY,
    "history.meanSpend",
    "a number above 0",
    meanSpend,
  );
  return { shape: p * x + q, scale: v + x * meanSpend };
}
