import type { Coordinates } from "./coordinates.ts";
import type { Fit, FitOptions } from "./fit.ts";
import {
  type FoundBoundary,
  fitByLikelihood,
  type LikelihoodProblem,
} from "./fit-by-likelihood.ts";
import { readLifetimes, type SurvivalCohort } from "./read-lifetimes.ts";
import { sbgLikelihood } from "./sbg-likelihood.ts";

/** The parameters of the shifted beta-geometric model. */
export type SbgName = "alpha" | "beta";

/**
 * Shifted beta-geometric: at the end of each period a subscriber leaves with a chance of his own,
 * θ ~ Beta(alpha, beta). Those who stay are those less likely to leave, so retention rises with age.
 */
export interface Sbg {
  readonly kind: "sbg";
  readonly parameters: Readonly<Record<SbgName, number>>;
}

/** A shifted beta-geometric model fitted to data. */
export interface FittedSbg extends Sbg, Fit<SbgName> {
  readonly parameters: Readonly<Record<SbgName, number>>;
}

/**
 * Fits the shifted beta-geometric model to one cohort or several, of any lengths.
 *
 * @throws KpiError `invalid-data` for a cohort that grows, or one observed with gaps, naming it.
 * @see Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing
 *   21(1), 76-90.
 * @see Fader & Hardie (2007), Fitting the sBG Model to Multi-Cohort Data.
 * @example
 * const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * fitSbg([cohort]).parameters.alpha.toFixed(3); // => "0.704"
 */
export function fitSbg(
  cohorts: readonly SurvivalCohort[],
  options: FitOptions<SbgName> = {},
): FittedSbg {
  return Object.freeze({ kind: "sbg", ...fitByLikelihood(sbgProblem(cohorts), options) });
}

/** The maximum-likelihood problem of the shifted beta-geometric model. */
export function sbgProblem(cohorts: readonly SurvivalCohort[]): LikelihoodProblem<SbgName> {
  const { lifetimes, customers } = readLifetimes(cohorts);
  return {
    names: ["alpha", "beta"],
    scales: [1, 1],
    coordinates: LEAVE_AND_STAY,
    otherStarts: [
      [1, 1],
      [-2, -1],
    ],
    customers,
    objective: sbgLikelihood(lifetimes),
    constant: 0,
    boundaries: boundariesOf,
  };
}

/** The search moves in ln (alpha/beta) and ln beta. */
const LEAVE_AND_STAY: Coordinates = [
  [1, 1],
  [0, 1],
];

/** A parameter this large, or this small, is as good as infinite or 0. */
const EXTREME = 1e6;

function boundariesOf({
  alpha,
  beta,
}: Readonly<Record<SbgName, number>>): readonly FoundBoundary[] {
  if (alpha < beta / EXTREME) return [{ boundary: "no-dropout", lost: [0, 1] }];
  if (beta < alpha / EXTREME) return [{ boundary: "all-drop-out", lost: [0, 1] }];
  if (alpha + beta > EXTREME) return [{ boundary: "homogeneous-dropout", lost: [1] }];
  if (alpha + beta < 1 / EXTREME) return [{ boundary: "polarised-dropout", lost: [1] }];
  return [];
}
