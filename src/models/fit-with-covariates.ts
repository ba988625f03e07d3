import { requireArgument } from "../base/errors.ts";
import { betaGeometricProblem } from "./beta-geometric-problem.ts";
import type { BgNbd } from "./bg-nbd.ts";
import { type CovariateEffect, covariateProblem } from "./covariate-problem.ts";
import { type Covariates, readCovariates } from "./covariates.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { fitByLikelihood, type LikelihoodProblem } from "./fit-by-likelihood.ts";
import type { MbgNbd } from "./mbg-nbd.ts";
import { type ParetoNbd, paretoNbdProblem } from "./pareto-nbd.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import { memberOf } from "./require-model.ts";
import type { TimeUnit } from "./time-unit.ts";

/** The models that take covariates. */
export type CovariateKind = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/**
 * A purchase model whose rates differ with what is known of the customers. `parameters` holds those
 * of a customer whose covariates are all 0, and for each covariate `purchase.<name>`, the factor by
 * which one unit more multiplies the purchase rate, and `dropout.<name>`, that of leaving: of the
 * rate in Pareto/NBD, of the odds a/b in BG/NBD and MBG/NBD.
 */
export interface FittedCovariateModel extends Fit<string> {
  readonly kind: "with-covariates";
  readonly model: CovariateKind;
  readonly covariates: readonly string[];
  readonly unit: TimeUnit;
}

/** How covariates enter: 1/alpha is the purchase rate, a/b or 1/beta goes with leaving. */
const EFFECTS: Readonly<Record<CovariateKind, CovariateEffect>> = {
  "bg-nbd": { purchase: { parameter: 1, sign: -1 }, dropout: { parameter: 2, sign: 1 } },
  "mbg-nbd": { purchase: { parameter: 1, sign: -1 }, dropout: { parameter: 2, sign: 1 } },
  "pareto-nbd": { purchase: { parameter: 1, sign: -1 }, dropout: { parameter: 3, sign: -1 } },
};

const PROBLEMS: Readonly<
  Record<CovariateKind, (summary: PurchaseSummary) => LikelihoodProblem<string>>
> = {
  "bg-nbd": (summary) => betaGeometricProblem(summary, { chancesAtStart: 0, k: 1 }),
  "mbg-nbd": (summary) => betaGeometricProblem(summary, { chancesAtStart: 1, k: 1 }),
  "pareto-nbd": paretoNbdProblem,
};

/**
 * Fits a purchase model with covariates that do not change over time: the channel a customer came
 * by as 0 or 1, say, or the value of the first order.
 *
 * @throws KpiError `invalid-argument` for a covariate of the wrong length, or the same for everybody.
 * @see Fader & Hardie (2007), Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD
 *   Models. Of their two factors on a and b only the one on a is kept: it moves the odds of leaving.
 * @example
 * const rows = [0, 0, 1, 1, 2, 3, 5, 8].map((repeatPurchases, index) => ({
 *   repeatPurchases, lastPurchaseAge: repeatPurchases === 0 ? 0 : 9 + index, age: 30,
 * }));
 * const byApp = { app: [0, 0, 1, 0, 1, 0, 1, 1] };
 * fitWithCovariates("bg-nbd", rows, byApp).parameters["purchase.app"] > 1; // => true
 */
export function fitWithCovariates(
  kind: CovariateKind,
  data: PurchaseData,
  covariates: Covariates,
  options: FitOptions<string> = {},
): FittedCovariateModel {
  const known = typeof kind === "string" && Object.hasOwn(EFFECTS, kind);
  requireArgument(known, "kind", `one of ${Object.keys(EFFECTS).join(", ")}`, kind);
  const summary = readSummary(data);
  const read = readCovariates(covariates, summary.age.length);
  const problem = covariateProblem(summary, read, EFFECTS[kind], PROBLEMS[kind]);
  const fit = fitByLikelihood(problem, options);
  const names = read.map(({ name }) => name);
  return Object.freeze({
    kind: "with-covariates",
    model: kind,
    covariates: names,
    unit: summary.unit,
    ...fit,
  });
}

/**
 * The plain model of a customer with these covariates, to be asked any question.
 *
 * @example
 * const rows = [0, 0, 1, 1, 2, 3, 5, 8].map((repeatPurchases, index) => ({
 *   repeatPurchases, lastPurchaseAge: repeatPurchases === 0 ? 0 : 9 + index, age: 30,
 * }));
 * const fit = fitWithCovariates("bg-nbd", rows, { app: [0, 0, 1, 0, 1, 0, 1, 1] });
 * modelForCustomer(fit, { app: 1 }).parameters.alpha < fit.parameters.alpha; // => true
 */
export function modelForCustomer(
  fit: FittedCovariateModel,
  covariates: Readonly<Record<string, number>>,
): BgNbd | MbgNbd | ParetoNbd {
  const isFit = memberOf(fit, "kind", "fit") === "with-covariates";
  const expected = "a fit of `fitWithCovariates`";
  requireArgument(isFit, "fit", expected, fit, "option-wrong-type");
  const { parameters } = fit;
  let [purchase, dropout] = [1, 1];
  for (const name of fit.covariates) {
    const value = memberOf(covariates, name, "covariates");
    const isNumber = typeof value === "number" && Number.isFinite(value);
    requireArgument(isNumber, `covariates.${name}`, "a number", value);
    purchase *= (parameters[`purchase.${name}`] ?? 1) ** value;
    dropout *= (parameters[`dropout.${name}`] ?? 1) ** value;
  }
  const { r = 1, alpha = 1, a = 1, b = 1, s = 1, beta = 1 } = parameters;
  if (fit.model === "pareto-nbd") {
    const own = { r, alpha: alpha / purchase, s, beta: beta / dropout };
    return { kind: fit.model, parameters: own };
  }
  return { kind: fit.model, parameters: { r, alpha: alpha / purchase, a: a * dropout, b } };
}
