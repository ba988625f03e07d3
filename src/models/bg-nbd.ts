import { type BetaGeometricName, betaGeometricProblem } from "./beta-geometric-problem.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { fitByLikelihood } from "./fit-by-likelihood.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import type { TimeUnit } from "./time-unit.ts";

/**
 * BG/NBD: customers buy at random at their own rate, λ ~ Gamma(r, alpha), and after each repeat
 * purchase leave for good with their own chance, p ~ Beta(a, b).
 *
 * Who never bought again counts as alive for certain.
 */
export interface BgNbd {
  readonly kind: "bg-nbd";
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
}

/** A BG/NBD model fitted to data. */
export interface FittedBgNbd extends BgNbd, Fit<BetaGeometricName> {
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
  readonly unit: TimeUnit;
}

/**
 * Fits BG/NBD by maximum likelihood, or to the posterior mode with a prior.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, naming row and field.
 * @see Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the
 *   Pareto/NBD Model, Marketing Science 24(2), 275-284.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 1, lastPurchaseAge: 9, age: 30, customers: 20 },
 *   { repeatPurchases: 4, lastPurchaseAge: 28, age: 30, customers: 20 },
 * ];
 * fitBgNbd(rows).convergence.converged; // => true
 */
export function fitBgNbd(
  data: PurchaseData,
  options: FitOptions<BetaGeometricName> = {},
): FittedBgNbd {
  const summary = readSummary(data);
  const problem = betaGeometricProblem(summary, { chancesAtStart: 0, k: 1 });
  const fit = fitByLikelihood(problem, options);
  return Object.freeze({ kind: "bg-nbd", unit: summary.unit, ...fit });
}
