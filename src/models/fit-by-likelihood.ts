import { inverse } from "../stats/cholesky.ts";
import { maximise } from "../stats/maximise.ts";
import type { Maximum } from "../stats/newton-steps.ts";
import type { Objective } from "../stats/objective.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { type Boundary, type ModelWarning, modelWarning } from "./model-warning.ts";

/** A model and its data, ready to be fitted. */
export interface LikelihoodProblem<Name extends string> {
  readonly names: readonly Name[];
  /** The unit in which the search sees each parameter. */
  readonly scales: readonly number[];
  readonly customers: number;
  /** Mean log-likelihood per customer of the scaled log-parameters. */
  readonly objective: Objective;
  /** What the objective leaves out of the whole log-likelihood. */
  readonly constant: number;
  /** Which parameters of the scaled best fit lose their meaning, and why. */
  readonly boundaries: (scaled: Readonly<Record<Name, number>>) => readonly BoundaryOf<Name>[];
}

/** A degenerate fit, and the parameters that have no best value there. */
export interface BoundaryOf<Name extends string> {
  readonly boundary: Boundary;
  readonly parameters: readonly Name[];
}

/** Below this, a fit is reported with a warning. */
const ADVISED_CUSTOMERS = 100;

/** Finds the parameters under which the data are likeliest, with their covariance. */
export function fitByLikelihood<Name extends string>(
  problem: LikelihoodProblem<Name>,
  options: FitOptions<Name> = {},
): Fit<Name> {
  const { names, scales, customers } = problem;
  const objective = withPrior(problem, options.prior);
  const start = Float64Array.from(names, (name, i) =>
    options.start ? Math.log(options.start[name] / (scales[i] ?? 1)) : 0,
  );
  const maximum = maximise(objective, start);
  const scaled = recordOf(names, (_, i) => Math.exp(maximum.point[i] ?? 0));
  const parameters = recordOf(names, (name, i) => scaled[name] * (scales[i] ?? 1));
  const boundaries = problem.boundaries(scaled);
  const covariance = covarianceOf(problem, maximum, parameters, boundaries);
  const logLikelihood =
    customers * problem.objective(maximum.point, new Float64Array(names.length)) + problem.constant;
  const { converged, iterations, evaluations, slope } = maximum;
  const told = names.every((_, i) => covariance.variance(i) !== null);
  return {
    parameters,
    standardErrors: recordOf(names, (_, i) => {
      const variance = covariance.variance(i);
      return variance === null ? null : Math.sqrt(variance);
    }),
    covariance: told ? covariance.matrix : null,
    customers,
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(customers) - 2 * logLikelihood,
    convergence: { converged, iterations, evaluations, slope },
    boundary: boundaries.map(({ boundary }) => boundary),
    prior: options.prior ?? null,
    warnings: warningsOf(problem, maximum, boundaries, covariance.variance),
  };
}

function withPrior<Name extends string>(
  { names, scales, customers, objective }: LikelihoodProblem<Name>,
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

interface Covariance {
  readonly matrix: readonly (readonly number[])[];
  readonly variance: (index: number) => number | null;
}

/** The inverse of the observed information, over the parameters that are not on a boundary. */
function covarianceOf<Name extends string>(
  { names, customers }: LikelihoodProblem<Name>,
  { hessian }: Maximum,
  parameters: Readonly<Record<Name, number>>,
  boundaries: readonly BoundaryOf<Name>[],
): Covariance {
  const lost = new Set(boundaries.flatMap((found) => found.parameters));
  const kept = names.flatMap((name, i) => (lost.has(name) ? [] : [i]));
  const information = kept.map((i) =>
    Float64Array.from(kept, (j) => -customers * (hessian[i]?.[j] ?? 0)),
  );
  const inverted = inverse(information);
  const entry = (i: number, j: number): number => {
    const [row, column] = [kept.indexOf(i), kept.indexOf(j)];
    const [one, other] = [names[i], names[j]];
    if (one === undefined || other === undefined) return 0;
    return (inverted?.[row]?.[column] ?? 0) * parameters[one] * parameters[other];
  };
  const matrix = names.map((_, i) => names.map((__, j) => entry(i, j)));
  return {
    matrix,
    variance: (i) => (inverted && kept.includes(i) ? (matrix[i]?.[i] ?? null) : null),
  };
}

function warningsOf<Name extends string>(
  { names, customers }: LikelihoodProblem<Name>,
  { converged, slope }: Maximum,
  boundaries: readonly BoundaryOf<Name>[],
  variance: (index: number) => number | null,
): readonly ModelWarning[] {
  const warnings = boundaries.map(({ boundary }) => modelWarning({ code: "boundary", boundary }));
  if (!converged) warnings.push(modelWarning({ code: "not-converged", slope }));
  const untold = names.filter((_, i) => variance(i) === null);
  if (untold.length > 0) {
    warnings.push(modelWarning({ code: "not-identified", parameters: untold }));
  }
  if (customers < ADVISED_CUSTOMERS) {
    warnings.push(modelWarning({ code: "few-customers", customers, advised: ADVISED_CUSTOMERS }));
  }
  return warnings;
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name, index: number) => Value,
): Readonly<Record<Name, Value>> {
  const entries = names.map((name, index) => [name, value(name, index)] as const);
  // The entries have exactly these names.
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<Name, Value>>;
}
