import { type Climbed, climb } from "./climb.ts";
import { type Maximum, newtonSteps } from "./newton-steps.ts";
import type { Objective } from "./objective.ts";

/** How far to look. */
export interface MaximiseOptions {
  /** The search stays within these distances of 0; 25 in every coordinate, if not given. */
  readonly bounds?: readonly number[];
  /** Rounds of climbing before giving up; 300 if not given. */
  readonly maxIterations?: number;
  /** Much the same function at a fraction of the cost, to come near by. */
  readonly rough?: Objective;
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
  const bounds = options.bounds ?? Array.from(start, () => 25);
  const most = options.maxIterations ?? 300;
  const near = options.rough ? climb(options.rough, start, bounds, most) : null;
  const ascend = (from: Float64Array, known: Climbed["inverseHessian"] | null = null): Maximum =>
    newtonSteps(objective, climb(objective, from, bounds, most, known), bounds);
  let top = near ? ascend(near.point, near.inverseHessian) : ascend(start);
  // Having crept along a plateau to where it rises again, climb anew.
  for (let round = 0; round < 4 && !top.converged; round += 1) {
    const next = ascend(top.point);
    const iterations = top.iterations + next.iterations;
    const evaluations = top.evaluations + next.evaluations;
    top = { ...next, iterations, evaluations };
  }
  return top;
}
