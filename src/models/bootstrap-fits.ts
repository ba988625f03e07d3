import { requireArgument } from "../base/errors.ts";
import { copyOfList, type OptionChecks, readOptions, wholeNumber } from "../base/options.ts";
import { summaryFor } from "./answers-of-all.ts";
import { type FittedBgNbd, fitBgNbd } from "./bg-nbd.ts";
import { type FittedMbgCnbdK, fitMbgCnbdK } from "./mbg-cnbd-k.ts";
import { type FittedMbgNbd, fitMbgNbd } from "./mbg-nbd.ts";
import { type Bounds, requireConfidence } from "./parameter-intervals.ts";
import { type FittedParetoNbd, fitParetoNbd } from "./pareto-nbd.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import { PURCHASE_KINDS, requireModel } from "./require-model.ts";
import { required, requireFunction } from "./require-question.ts";
import { simulateSummary } from "./simulate-summary.ts";

/** A purchase model fitted to data. */
export type FittedPurchaseModel = FittedBgNbd | FittedMbgNbd | FittedMbgCnbdK | FittedParetoNbd;

/** How often to draw, and from where. */
export interface BootstrapOptions {
  readonly seed: number;
  /** How many data sets are drawn and fitted; 200 if not given. */
  readonly replicates?: number;
}

/**
 * The parametric bootstrap: customers of the same ages are drawn from the fitted model again and
 * again, and the model is fitted to each draw. How far these fits lie apart is how far ours may be off.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 6.5.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 2, lastPurchaseAge: 19, age: 30, customers: 30 },
 *   { repeatPurchases: 6, lastPurchaseAge: 27, age: 30, customers: 20 },
 * ];
 * bootstrapFits(fitBgNbd(rows), rows, { seed: 1, replicates: 5 }).length; // => 5
 */
export function bootstrapFits<Model extends FittedPurchaseModel>(
  fit: Model,
  data: PurchaseData,
  options: BootstrapOptions,
): readonly Model[] {
  const { seed: given, replicates = 200 } = readOptions<BootstrapOptions>(options, CHECKS);
  const seed = required(given, "seed", `a whole number from 0 to ${MOST_SEED}`);
  requireModel(fit, PURCHASE_KINDS, "fit");
  const summary = summaryFor(fit, data);
  const ages = agesOf(summary);
  return Array.from({ length: replicates }, (_, replicate) => {
    const drawn = simulateSummary(fit, ages, {
      seed: seed * 1_000_003 + replicate,
      unit: summary.unit,
    });
    return refit(fit, drawn) as Model; // the same kind
  });
}

/**
 * Bounds that leave out the lowest and the highest answers of bootstrapped fits.
 *
 * @param ask - The question, such as `(model) => expectedPurchases(model, customer, 52)`.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 2, lastPurchaseAge: 19, age: 30, customers: 30 },
 *   { repeatPurchases: 6, lastPurchaseAge: 27, age: 30, customers: 20 },
 * ];
 * const fits = bootstrapFits(fitBgNbd(rows), rows, { seed: 1, replicates: 5 });
 * const [lower, upper] = boundsOfFits(fits, (model) => expectedPurchases(model, NEW_CUSTOMER, 30));
 * lower < upper; // => true
 */
export function boundsOfFits<Model>(
  fits: readonly Model[],
  ask: (model: Model) => number,
  confidence: number = 0.95,
): Bounds {
  requireConfidence(confidence);
  const list = copyOfList(fits, Number.POSITIVE_INFINITY) ?? [];
  const expected = "a list of one fit or more";
  requireArgument(list.length > 0, "fits", expected, fits, "option-wrong-type");
  requireFunction(ask, "ask");
  const answers = Float64Array.from(list as readonly Model[], ask).sort();
  const quantile = (share: number): number => {
    const place = share * (answers.length - 1);
    const below = answers[Math.floor(place)] ?? Number.NaN;
    const above = answers[Math.ceil(place)] ?? Number.NaN;
    return below + (place - Math.floor(place)) * (above - below);
  };
  return [quantile((1 - confidence) / 2), quantile((1 + confidence) / 2)];
}

function agesOf({ age, customers }: PurchaseSummary): readonly number[] {
  const ages: number[] = [];
  for (const [row, T] of age.entries()) {
    for (let count = 0; count < (customers[row] ?? 0); count += 1) ages.push(T);
  }
  return ages;
}

function refit(fit: FittedPurchaseModel, data: PurchaseSummary): FittedPurchaseModel {
  switch (fit.kind) {
    case "bg-nbd":
      return fitBgNbd(data);
    case "mbg-nbd":
      return fitMbgNbd(data);
    case "mbg-cnbd-k":
      return fitMbgCnbdK(data, { k: fit.k });
    case "pareto-nbd":
      return fitParetoNbd(data);
  }
}

/** Each replicate has a seed of its own, made from this one. */
const MOST_SEED = 1_000_000_000;

const CHECKS: OptionChecks<BootstrapOptions> = {
  seed: /* @__PURE__ */ wholeNumber(0, `a whole number from 0 to ${MOST_SEED}`, MOST_SEED),
  replicates: /* @__PURE__ */ wholeNumber(1, "a whole number from 1 to 100,000", 100_000),
};
