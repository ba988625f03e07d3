import type { Fit, FitOptions } from "./fit.ts";
import { fitByLikelihood } from "./fit-by-likelihood.ts";
import { type GammaGammaName, gammaGammaProblem } from "./gamma-gamma-problem.ts";
import { type ModelWarning, modelWarning } from "./model-warning.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { readSpend } from "./read-spend.ts";
import { readSummary } from "./read-summary.ts";
import { type SpendAndFrequency, spendAndFrequency } from "./spend-and-frequency.ts";

/**
 * Gamma-gamma: each purchase of a customer is Gamma(p, ν), and ν ~ Gamma(q, v) differs between
 * customers, so the mean over all customers is p v / (q − 1).
 */
export interface GammaGamma {
  readonly kind: "gamma-gamma";
  readonly parameters: Readonly<Record<GammaGammaName, number>>;
}

/** A gamma-gamma model fitted to data. */
export interface FittedGammaGamma extends GammaGamma, Fit<GammaGammaName> {
  readonly parameters: Readonly<Record<GammaGammaName, number>>;
  /** Does spend go with frequency? The model assumes that it does not. */
  readonly spendAndFrequency: SpendAndFrequency;
}

/** From this correlation on, and if it is no accident, a warning is given. */
const NOTABLE_CORRELATION = 0.1;

/**
 * Fits the gamma-gamma model of spend by maximum likelihood, or to the posterior mode with a prior.
 *
 * Only customers with repeat purchases of a positive mean value are used; a warning counts the others.
 * `customers` is the number used. A prior that keeps q above 1, such as
 * `{ q: { median: 3, sigma: 0.5 } }`, gives heavy-tailed spend a mean.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, for negative spend, and where no
 *   customer is left to fit.
 * @see Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 * @see Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis,
 *   Journal of Marketing Research 42(4), 415-430.
 * @example
 * const rows = [5, 9, 14, 30, 41, 60].map((meanSpend, index) => ({
 *   repeatPurchases: 3 + index, lastPurchaseAge: 20, age: 30, meanSpend, customers: 20,
 * }));
 * fitGammaGamma(rows).convergence.converged; // => true
 */
export function fitGammaGamma(
  data: PurchaseData,
  options: FitOptions<GammaGammaName> = {},
): FittedGammaGamma {
  const spend = readSpend(readSummary(data));
  const fit = fitByLikelihood(gammaGammaProblem(spend.columns), options);
  const related = spendAndFrequency(spend.columns);
  const warnings: ModelWarning[] = [...fit.warnings];
  if (spend.withoutRepeats > 0) {
    const because = "no-repeat-purchases";
    warnings.push(modelWarning({ code: "left-out", because, customers: spend.withoutRepeats }));
  }
  if (spend.withoutSpend > 0) {
    const because = "no-spend";
    warnings.push(modelWarning({ code: "left-out", because, customers: spend.withoutSpend }));
  }
  const { q } = fit.parameters;
  if (q <= 1) warnings.push(modelWarning({ code: "mean-undefined", q }));
  const { correlation, pValue } = related;
  if (correlation !== null && pValue !== null && pValue < 0.05) {
    if (Math.abs(correlation) >= NOTABLE_CORRELATION) {
      warnings.push(modelWarning({ code: "spend-depends-on-frequency", correlation, pValue }));
    }
  }
  return Object.freeze({ kind: "gamma-gamma", ...fit, warnings, spendAndFrequency: related });
}
