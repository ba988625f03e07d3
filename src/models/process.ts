/**
 * How a customer who is here now goes on. Given that, what was seen of him only moves the
 * parameters, so one set of formulas serves new and old customers of every model.
 */
export type Process = BetaGeometricProcess | ErlangProcess | ParetoProcess | BetaBernoulliProcess;

/** Buys at the rate λ ~ Gamma(r, alpha), leaves after a purchase with the chance p ~ Beta(a, b). */
export interface BetaGeometricProcess {
  readonly kind: "beta-geometric";
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The same with regular purchases: every k-th tick of the clock λ is one. How many ticks have
 * passed since the last purchase, j, is known by its chances; then λ ~ Gamma(r + j, alpha).
 */
export interface ErlangProcess {
  readonly kind: "erlang";
  readonly k: number;
  /** Chances of j = 0 … k − 1. */
  readonly ticks: readonly number[];
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Buys at the rate λ ~ Gamma(r, alpha), leaves at the rate μ ~ Gamma(s, beta). */
export interface ParetoProcess {
  readonly kind: "pareto";
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** Buys at an opportunity with p ~ Beta(alpha, beta), leaves before it with θ ~ Beta(gamma, delta). */
export interface BetaBernoulliProcess {
  readonly kind: "beta-bernoulli";
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** What a model makes of a customer. */
export interface Standing {
  /** The chance that the customer is still here. */
  readonly alive: number;
  /** How things go on if so. */
  readonly process: Process;
}
