import type { Matrix } from "./cholesky.ts";
import { climb } from "./climb.ts";
import { newtonSteps } from "./newton-steps.ts";

/** A function to be made as large as possible: gives its value and fills in its gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How far to look. */
export interface MaximiseOptions {
  /** The search stays within this distance of 0 in every coordinate; 30 if not given. */
  readonly bound?: number;
  /** Rounds of climbing before giving up; 300 if not given. */
  readonly maxIterations?: number;
}

/** A place on the way up. */
export interface Place {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly evaluations: number;
  readonly iterations: number;
}

/** The top, and how sure it is that it is one. */
export interface Maximum extends Place {
  /** Second derivatives at the top, by rows. */
  readonly hessian: Matrix;
  /** Largest slope that does not point out of the bounds. */
  readonly slope: number;
  readonly converged: boolean;
}

/**
 * Finds the maximum of a smooth function: quasi-Newton steps, then Newton steps to the last digit.
 *
 * The objective should be of the order of 1 (a mean log-likelihood, say), its coordinates logs.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd edition, chapters 3 and 6.
 * @example
 * const parabola = (point, gradient) => {
 *   gradient[0] = -2 * (point[0] - 3);
 *   return -((point[0] - 3) ** 2);
 * };
 * maximise(parabola, Float64Array.of(0)).point[0].toFixed(9); // => "3.000000000"
 */
export function maximise(
  objective: Objective,
  start: Float64Array,
  options: MaximiseOptions = {},
): Maximum {
  const bound = options.bound ?? 30;
  const high = climb(objective, start, bound, options.maxIterations ?? 300);
  return newtonSteps(objective, high, bound);
}
