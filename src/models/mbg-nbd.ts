import { type BetaGeometricName, betaGeometricProblem } from "./beta-geometric-problem.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { fitByLikelihood } from "./fit-by-likelihood.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import type { TimeUnit } from "./time-unit.ts";

/**
 * MBG/NBD: customers buy at random at their own rate, λ ~ Gamma(r, alpha), and after each
 * purchase, the first too, leave for good with their own chance, p ~ Beta(a, b).
 */
export interface MbgNbd {
  readonly kind: "mbg-nbd";
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
}

/** An MBG/NBD model fitted to data. */
export interface FittedMbgNbd extends MbgNbd, Fit<BetaGeometricName> {
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
  readonly unit: TimeUnit;
}

/**
 * Fits MBG/NBD by maximum likelihood, or to the posterior mode with a prior.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, naming row and field.
 * @see Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for
 *   customer base analysis, International Journal of Research in Marketing 24(3), 201-209.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 1, lastPurchaseAge: 9, age: 30, customers: 20 },
 *   { repeatPurchases: 4, lastPurchaseAge: 28, age: 30, customers: 20 },
 * ];
 * fitMbgNbd(rows).convergence.converged; // => true
 */
export function fitMbgNbd(
  data: PurchaseData,
  options: FitOptions<BetaGeometricName> = {},
): FittedMbgNbd {
  const summary = readSummary(data);
  const problem = betaGeometricProblem(summary, { chancesAtStart: 1, k: 1 });
  const fit = fitByLikelihood(problem, options);
  return Object.freeze({ kind: "mbg-nbd", unit: summary.unit, ...fit });
}
