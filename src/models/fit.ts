import type { Boundary, ModelWarning } from "./model-warning.ts";

/** Where a parameter is thought to lie before the data are seen: log-normal, by its median. */
export interface LogNormalPrior {
  readonly median: number;
  /** Standard deviation of the parameter's logarithm. */
  readonly sigma: number;
}

/** Options that every fit takes. */
export interface FitOptions<Name extends string> {
  /** Priors of some parameters; the fit is then the posterior mode of the log-parameters. */
  readonly prior?: Readonly<Partial<Record<Name, LogNormalPrior>>>;
  /** Where the search starts, in the data's units. Needed by nobody but a test of the search. */
  readonly start?: Readonly<Record<Name, number>>;
}

/** What a fit tells beside the parameters. */
export interface Fit<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  /** Null for what the data do not tell. */
  readonly standardErrors: Readonly<Record<Name, number | null>>;
  /** Of the parameters in the order of `parameters`; null where some of them cannot be told. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly customers: number;
  readonly logLikelihood: number;
  /** Akaike's criterion: 2 × parameters − 2 × log-likelihood. */
  readonly aic: number;
  /** Schwarz's criterion: parameters × ln customers − 2 × log-likelihood. */
  readonly bic: number;
  readonly convergence: Convergence;
  /** Where the model degenerates at its best fit; empty is the ordinary case. */
  readonly boundary: readonly Boundary[];
  readonly prior: Readonly<Partial<Record<Name, LogNormalPrior>>> | null;
  readonly warnings: readonly ModelWarning[];
}

/** How the search ended. */
export interface Convergence {
  readonly converged: boolean;
  readonly iterations: number;
  readonly evaluations: number;
  /** Largest slope of the mean log-likelihood by a log-parameter. */
  readonly slope: number;
}
