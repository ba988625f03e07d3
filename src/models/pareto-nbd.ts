import type { Coordinates } from "./coordinates.ts";
import type { Fit, FitOptions } from "./fit.ts";
import {
  type FoundBoundary,
  fitByLikelihood,
  type LikelihoodProblem,
} from "./fit-by-likelihood.ts";
import { everyEighth, groupSummary } from "./group-summary.ts";
import { paretoNbdLikelihood } from "./pareto-nbd-likelihood.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import { meanAge, scaleTime, totalOf } from "./scale-summary.ts";
import type { TimeUnit } from "./time-unit.ts";

/** The parameters of Pareto/NBD. */
export type ParetoNbdName = "r" | "alpha" | "s" | "beta";

/**
 * Pareto/NBD: customers buy at random at their own rate, λ ~ Gamma(r, alpha), and leave at any
 * moment at their own rate, μ ~ Gamma(s, beta).
 */
export interface ParetoNbd {
  readonly kind: "pareto-nbd";
  readonly parameters: Readonly<Record<ParetoNbdName, number>>;
}

/** A Pareto/NBD model fitted to data. */
export interface FittedParetoNbd extends ParetoNbd, Fit<ParetoNbdName> {
  readonly parameters: Readonly<Record<ParetoNbdName, number>>;
  readonly unit: TimeUnit;
}

/**
 * Fits Pareto/NBD by maximum likelihood, or to the posterior mode with a prior.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, naming row and field.
 * @see Schmittlein, Morrison & Colombo (1987), Counting Your Customers: Who Are They and What Will
 *   They Do Next?, Management Science 33(1), 1-24.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 60 },
 *   { repeatPurchases: 1, lastPurchaseAge: 9, age: 30, customers: 20 },
 *   { repeatPurchases: 4, lastPurchaseAge: 28, age: 30, customers: 20 },
 * ];
 * fitParetoNbd(rows).convergence.converged; // => true
 */
export function fitParetoNbd(
  data: PurchaseData,
  options: FitOptions<ParetoNbdName> = {},
): FittedParetoNbd {
  const summary = readSummary(data);
  const fit = fitByLikelihood(paretoNbdProblem(summary), options);
  return Object.freeze({ kind: "pareto-nbd", unit: summary.unit, ...fit });
}

/** The search moves in ln r, ln (r/alpha), ln s and ln (s/beta). */
const SHAPES_AND_RATES: Coordinates = [
  [1, 0, 0, 0],
  [1, -1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 1, -1],
];

/** The maximum-likelihood problem of Pareto/NBD, with time in units of the mean age. */
export function paretoNbdProblem(summary: PurchaseSummary): LikelihoodProblem<ParetoNbdName> {
  const groups = groupSummary(summary);
  const scale = meanAge(groups);
  const grouped = scaleTime(groups, scale);
  const few = everyEighth(grouped);
  const purchases = totalOf(grouped.repeatPurchases, grouped.customers);
  return {
    names: ["r", "alpha", "s", "beta"],
    scales: [1, scale, 1, scale],
    coordinates: SHAPES_AND_RATES,
    otherStarts: [
      [0, 1, 2, 1],
      [0, 1, -1, 2],
    ],
    customers: totalOf(null, grouped.customers),
    objective: paretoNbdLikelihood(grouped),
    ...(few ? { rough: paretoNbdLikelihood(few) } : {}),
    constant: -purchases * Math.log(scale),
    boundaries: (scaled) => boundariesOf(scaled, purchases),
  };
}

/** A parameter this large, or this small, is as good as infinite or 0. */
const EXTREME = 1e6;

function boundariesOf(
  { r, s, beta }: Readonly<Record<ParetoNbdName, number>>,
  purchases: number,
): readonly FoundBoundary[] {
  if (purchases === 0) {
    return [{ boundary: "no-repeat-purchases", lost: [0, 1, 2, 3] }];
  }
  const found: FoundBoundary[] = [];
  const dropout = s * Math.log1p(1 / beta); // −ln of the share still here at the mean age
  if (dropout < 1 / EXTREME) found.push({ boundary: "no-dropout", lost: [2, 3] });
  else if (s > EXTREME) found.push({ boundary: "homogeneous-dropout", lost: [2] });
  else if (beta < 1 / EXTREME || s < 1 / EXTREME) {
    const boundary = dropout > Math.log(EXTREME) ? "all-drop-out" : "polarised-dropout";
    found.push({ boundary, lost: [2, 3] });
  }
  if (r > EXTREME) found.push({ boundary: "homogeneous", lost: [0] });
  if (r < 1 / EXTREME) found.push({ boundary: "extreme-heterogeneity", lost: [0] });
  return found;
}
