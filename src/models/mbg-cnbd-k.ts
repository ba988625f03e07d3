import { KpiError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { type BetaGeometricName, betaGeometricProblem } from "./beta-geometric-problem.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { fitByLikelihood } from "./fit-by-likelihood.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { fitChecks } from "./read-fit-options.ts";
import { readSummary } from "./read-summary.ts";
import { regularity } from "./require-model.ts";
import type { TimeUnit } from "./time-unit.ts";

/**
 * MBG/CNBD-k: as MBG/NBD, but purchases come with some regularity. Each gap is the sum of k chance
 * waits of rate λ ~ Gamma(r, alpha), so k = 1 is MBG/NBD and a large k is a clock.
 */
export interface MbgCnbdK {
  readonly kind: "mbg-cnbd-k";
  readonly k: number;
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
}

/** An MBG/CNBD-k model fitted to data. */
export interface FittedMbgCnbdK extends MbgCnbdK, Fit<BetaGeometricName> {
  readonly parameters: Readonly<Record<BetaGeometricName, number>>;
  readonly unit: TimeUnit;
  /** The best log-likelihood for each k that was tried, from k = 1 on. */
  readonly logLikelihoodByK: readonly number[];
}

/** Options of a fit of MBG/CNBD-k. */
export interface MbgCnbdKOptions extends FitOptions<BetaGeometricName> {
  /** The regularity, if it is known; otherwise the likeliest one is found. */
  readonly k?: number;
  /** The largest regularity tried; 20 if not given. */
  readonly maxK?: number;
}

/**
 * Fits MBG/CNBD-k, and chooses the k under which the data are likeliest.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, or one without the sums of
 *   logarithms of gaps.
 * @see Platzer & Reutterer (2016), Ticking Away the Moments: Timing Regularity Helps to Better
 *   Predict Customer Activity, Marketing Science 35(5), 779-799.
 * @see Reutterer, Platzer & Schröder (2021), Leveraging purchase regularity for predicting customer
 *   behavior the easy way, International Journal of Research in Marketing 38(1), 194-215.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, sumLogGaps: 0, customers: 60 },
 *   { repeatPurchases: 2, lastPurchaseAge: 18, age: 30, sumLogGaps: 2 * Math.log(9), customers: 20 },
 *   { repeatPurchases: 3, lastPurchaseAge: 27, age: 30, sumLogGaps: 3 * Math.log(9), customers: 20 },
 * ];
 * fitMbgCnbdK(rows, { maxK: 4 }).k; // => 4
 */
export function fitMbgCnbdK(data: PurchaseData, options: MbgCnbdKOptions = {}): FittedMbgCnbdK {
  const summary = readSummary(data);
  const {
    k,
    maxK = k ?? 20,
    ...search
  } = readOptions<MbgCnbdKOptions>(options, {
    ...fitChecks(["r", "alpha", "a", "b"]),
    ...{ k: regularity, maxK: regularity },
  });
  if (!summary.sumLogGaps) throw gapsMissing();
  const fitWith = (order: number): Fit<BetaGeometricName> =>
    fitByLikelihood(betaGeometricProblem(summary, { chancesAtStart: 1, k: order }), search);
  const fits = k === undefined ? fitsUpToBest(fitWith, maxK) : [fitWith(k)];
  const best = fits.reduce((most, next) => (next.logLikelihood > most.logLikelihood ? next : most));
  return Object.freeze({
    kind: "mbg-cnbd-k",
    k: k ?? fits.indexOf(best) + 1,
    unit: summary.unit,
    ...best,
    logLikelihoodByK: fits.map(({ logLikelihood }) => logLikelihood),
  });
}

/** Fits k = 1, 2, … until the data become less likely twice in a row. */
function fitsUpToBest<Fitted extends { readonly logLikelihood: number }>(
  fitWith: (k: number) => Fitted,
  maxK: number,
): readonly Fitted[] {
  const fits: Fitted[] = [];
  let best = Number.NEGATIVE_INFINITY;
  let worse = 0;
  for (let k = 1; k <= maxK && worse < 2; k += 1) {
    const fit = fitWith(k);
    fits.push(fit);
    worse = fit.logLikelihood > best ? 0 : worse + 1;
    best = Math.max(best, fit.logLikelihood);
  }
  return fits;
}

function gapsMissing(): KpiError {
  const message =
    "`sumLogGaps` is missing: a model of regularity needs the sum of the logarithms of the gaps between purchases.";
  return new KpiError("invalid-data", message, [
    { code: "field-missing", message, field: "sumLogGaps", expected: "a number for each row" },
  ]);
}
