import { freeCoordinates, largestSlope, step } from "./box.ts";
import { cholesky, type Matrix, solveCholesky } from "./cholesky.ts";
import type { Objective, Place } from "./objective.ts";

/** The top, and how sure it is that it is one. */
export interface Maximum extends Place {
  /** Second derivatives at the top, by rows. */
  readonly hessian: Matrix;
  /** Largest slope that does not point out of the bounds. */
  readonly slope: number;
  readonly converged: boolean;
}

/** As flat as rounding lets a mean log-likelihood become. */
const FLAT = 1e-12;
const MAX_STEPS = 40;

/**
 * Newton steps from a place near the top, until the slope is only rounding.
 *
 * Second derivatives are central differences of the exact gradient. Where the function is not
 * curved downward, the curvature is stiffened until it is.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd edition, 3.4.
 */
export function newtonSteps(objective: Objective, start: Place, bound: number): Maximum {
  let here = start;
  for (let round = 0; ; round += 1) {
    const hessian = curvature(objective, here.point);
    const evaluations = here.evaluations + 2 * here.point.length;
    here = { ...here, evaluations };
    const free = freeCoordinates(here.point, here.gradient, bound);
    const slope = largestSlope(here.gradient, free);
    const direction = newtonDirection(hessian, here.gradient, free);
    const gain = direction.reduce((sum, part, i) => sum + part * (here.gradient[i] ?? 0), 0) / 2;
    const next =
      slope < FLAT || round === MAX_STEPS ? null : tryStep(objective, here, direction, bound);
    if (!next) {
      const converged = slope < 1e-7 && !(gain > 1e-12 * Math.max(1, Math.abs(here.value)));
      return { ...here, hessian, slope, converged };
    }
    here = next;
    // A step this small leaves the second derivatives as they are.
    const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (longest < 1e-7) {
      const left = freeCoordinates(here.point, here.gradient, bound);
      return { ...here, hessian, slope: largestSlope(here.gradient, left), converged: true };
    }
  }
}

function curvature(objective: Objective, point: Float64Array): Matrix {
  const size = point.length;
  const [above, below] = [new Float64Array(size), new Float64Array(size)];
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (const [i, row] of rows.entries()) {
    const at = point[i] ?? 0;
    const moved = Float64Array.from(point);
    moved[i] = at + 1e-5;
    objective(moved, above);
    const width = (moved[i] ?? 0) - at;
    moved[i] = at - width;
    objective(moved, below);
    for (let j = 0; j < size; j += 1) row[j] = ((above[j] ?? 0) - (below[j] ?? 0)) / (2 * width);
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [row, other] = [rows[i], rows[j]];
      if (!row || !other) continue;
      const mean = ((row[j] ?? 0) + (other[i] ?? 0)) / 2;
      row[j] = mean;
      other[i] = mean;
    }
  }
  return rows;
}

function newtonDirection(
  hessian: Matrix,
  gradient: Float64Array,
  free: readonly number[],
): Float64Array {
  const direction = new Float64Array(gradient.length);
  const right = Float64Array.from(free, (i) => gradient[i] ?? 0);
  const size = free.reduce((most, i) => Math.max(most, Math.abs(hessian[i]?.[i] ?? 0)), 1e-300);
  for (let stiffness = 0; stiffness < 1e8; stiffness = Math.max(10 * stiffness, 1e-10)) {
    const lower = cholesky(
      free.map((i) =>
        Float64Array.from(free, (j) => (i === j ? stiffness * size : 0) - (hessian[i]?.[j] ?? 0)),
      ),
    );
    if (!lower) continue;
    const solved = solveCholesky(lower, right);
    const longest = solved.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    for (const [k, i] of free.entries()) {
      direction[i] = (solved[k] ?? 0) * Math.min(1, 2 / longest);
    }
    return direction;
  }
  return direction;
}

/** The full step, or half of it and so on, if it leads higher or to flatter ground. */
function tryStep(
  objective: Objective,
  here: Place,
  direction: Float64Array,
  bound: number,
): Place | null {
  const noise = 4e-16 * Math.max(1, Math.abs(here.value));
  const slope = largestSlope(here.gradient, freeCoordinates(here.point, here.gradient, bound));
  let evaluations = here.evaluations;
  for (let length = 1; length > 1e-3; length /= 2) {
    const point = step(here.point, direction, length, bound);
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    evaluations += 1;
    const flatter = largestSlope(gradient, freeCoordinates(point, gradient, bound)) < 0.9 * slope;
    if (value > here.value + 10 * noise || (flatter && value >= here.value - 10 * noise)) {
      return { point, value, gradient, evaluations, iterations: here.iterations + 1 };
    }
  }
  return null;
}
