import { inverse } from "../stats/cholesky.ts";
import { maximise } from "../stats/maximise.ts";
import type { Maximum } from "../stats/newton-steps.ts";
import type { Objective } from "../stats/objective.ts";
import {
  type Coordinates,
  covarianceOfLogs,
  inCoordinates,
  logsAt,
  pointAt,
} from "./coordinates.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { type Boundary, type ModelWarning, modelWarning } from "./model-warning.ts";
import { readFitOptions } from "./read-fit-options.ts";
import { recordOf } from "./record-of.ts";
import { ADVISED_CUSTOMERS } from "./thin-data.ts";

/** A model and its data, ready to be fitted. */
export interface LikelihoodProblem<Name extends string> {
  readonly names: readonly Name[];
  /** The unit in which the search sees each parameter. */
  readonly scales: readonly number[];
  /** How the scaled log-parameters are made of the coordinates of the search. */
  readonly coordinates: Coordinates;
  /** Where else to start, in coordinates, if the first search does not end inside. */
  readonly otherStarts: readonly (readonly number[])[];
  /** How far from 0 the search may go in each coordinate; 25 if not given. */
  readonly bounds?: readonly number[];
  readonly customers: number;
  /** Mean log-likelihood per customer of the scaled log-parameters. */
  readonly objective: Objective;
  /** The same over a few of the customers, to come near the maximum at little cost. */
  readonly rough?: Objective;
  /** What the objective leaves out of the whole log-likelihood. */
  readonly constant: number;
  /** Where the scaled best fit lies on a boundary, and which coordinates have no best value there. */
  readonly boundaries: (scaled: Readonly<Record<Name, number>>) => readonly FoundBoundary[];
}

/** A degenerate fit, and the coordinates that have no best value there. */
export interface FoundBoundary {
  readonly boundary: Boundary;
  readonly lost: readonly number[];
}

/** Finds the parameters under which the data are likeliest, with their covariance. */
export function fitByLikelihood<Name extends string>(
  problem: LikelihoodProblem<Name>,
  options: FitOptions<Name> = {},
): Fit<Name> {
  const { names, scales, coordinates, customers } = problem;
  const { prior, start } = readFitOptions(options, names);
  const logStart = Float64Array.from(names, (name, i) =>
    start ? Math.log(start[name] / (scales[i] ?? 1)) : 0,
  );
  const maximum = bestOf(problem, prior, pointAt(coordinates, logStart));
  const logs = logsAt(coordinates, maximum.point);
  const scaled = recordOf(names, (_, i) => Math.exp(logs[i] ?? 0));
  const parameters = recordOf(names, (name, i) => scaled[name] * (scales[i] ?? 1));
  const boundaries = problem.boundaries(scaled);
  const covariance = covarianceOf(problem, maximum, parameters, boundaries);
  const mean = problem.objective(logs, new Float64Array(names.length));
  const logLikelihood = customers * mean + problem.constant;
  const { converged, iterations, evaluations, slope } = maximum;
  const told = covariance.every((row) => !row.includes(null));
  return {
    parameters,
    standardErrors: recordOf(names, (_, i) => {
      const variance = covariance[i]?.[i] ?? null;
      return variance === null ? null : Math.sqrt(variance);
    }),
    covariance: told ? covariance.map((row) => row.map((entry) => entry ?? 0)) : null,
    customers,
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(customers) - 2 * logLikelihood,
    convergence: { converged, iterations, evaluations, slope },
    boundary: boundaries.map(({ boundary }) => boundary),
    prior: prior ?? null,
    warnings: warningsOf(
      problem,
      maximum,
      boundaries,
      names.filter((_, i) => (covariance[i]?.[i] ?? null) === null),
    ),
  };
}

/**
 * The maximum from the given start. Where that one is on a boundary or was not reached, a likelihood
 * may have another, and the search starts from other places too.
 */
function bestOf<Name extends string>(
  problem: LikelihoodProblem<Name>,
  prior: FitOptions<Name>["prior"],
  start: Float64Array,
): Maximum {
  const { names, coordinates, bounds, rough } = problem;
  const climbable = (objective: Objective): Objective =>
    inCoordinates(coordinates, withPrior(problem, objective, prior));
  const whole = climbable(problem.objective);
  const within = bounds ? { bounds } : {};
  const from = (place: Float64Array): Maximum => maximise(whole, place, within);
  const first = rough
    ? maximise(whole, start, { ...within, rough: climbable(rough) })
    : from(start);
  const logs = logsAt(coordinates, first.point);
  const onBoundary = problem.boundaries(recordOf(names, (_, i) => Math.exp(logs[i] ?? 0)));
  if (first.converged && onBoundary.length === 0) return first;
  const otherStarts = rough ? [start, ...problem.otherStarts] : problem.otherStarts;
  return otherStarts.reduce<Maximum>((best, place) => {
    const next = from(Float64Array.from(place));
    const higher = next.value - best.value > 1e-10 * Math.max(1, Math.abs(best.value));
    const surer = next.converged && !best.converged && best.value - next.value < 1e-10;
    return higher || surer ? next : best;
  }, first);
}

function withPrior<Name extends string>(
  { names, scales, customers }: LikelihoodProblem<Name>,
  objective: Objective,
  prior: FitOptions<Name>["prior"],
): Objective {
  if (!prior) return objective;
  return (point, gradient) => {
    let value = objective(point, gradient);
    for (const [i, name] of names.entries()) {
      const belief = prior[name];
      if (!belief) continue;
      const off = (point[i] ?? 0) - Math.log(belief.median / (scales[i] ?? 1));
      const weight = 1 / (belief.sigma * belief.sigma * customers);
      value -= 0.5 * weight * off * off;
      gradient[i] = (gradient[i] ?? 0) - weight * off;
    }
    return value;
  };
}

/**
 * The inverse of the observed information over the coordinates that have a best value, as
 * covariance of the parameters; null for parameters that depend on another coordinate.
 */
function covarianceOf<Name extends string>(
  { names, coordinates, customers }: LikelihoodProblem<Name>,
  { hessian }: Maximum,
  parameters: Readonly<Record<Name, number>>,
  boundaries: readonly FoundBoundary[],
): readonly (readonly (number | null)[])[] {
  const lost = new Set(boundaries.flatMap((found) => found.lost));
  const kept = names.flatMap((_, i) => (lost.has(i) ? [] : [i]));
  const inverted = inverse(
    kept.map((i) => Float64Array.from(kept, (j) => -customers * (hessian[i]?.[j] ?? 0))),
  );
  const untold = coordinates.map((row) => row.some((factor, j) => factor !== 0 && lost.has(j)));
  const logs = inverted && covarianceOfLogs(coordinates, kept, inverted);
  return names.map((one, i) =>
    names.map((other, j) => {
      if (!logs || untold[i] || untold[j]) return null;
      return (logs[i]?.[j] ?? 0) * parameters[one] * parameters[other];
    }),
  );
}

function warningsOf<Name extends string>(
  { customers }: LikelihoodProblem<Name>,
  { converged, slope }: Maximum,
  boundaries: readonly FoundBoundary[],
  untold: readonly Name[],
): readonly ModelWarning[] {
  const warnings = boundaries.map(({ boundary }) => modelWarning({ code: "boundary", boundary }));
  if (!converged) warnings.push(modelWarning({ code: "not-converged", slope }));
  if (untold.length > 0) {
    warnings.push(modelWarning({ code: "not-identified", parameters: untold }));
  }
  if (customers < ADVISED_CUSTOMERS) {
    warnings.push(modelWarning({ code: "few-customers", customers, advised: ADVISED_CUSTOMERS }));
  }
  return warnings;
}
