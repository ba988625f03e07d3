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
const MAX_STEPS = 30;

/**
 * Newton steps from a place near the top, until the slope is only rounding.
 *
 * Second derivatives are central differences of the exact gradient. Where the function is not
 * curved downward, the curvature is stiffened until it is.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd edition, 3.4.
 */
export function newtonSteps(
  objective: Objective,
  start: Place,
  bounds: readonly number[],
): Maximum {
  let here = start;
  for (let round = 0; ; round += 1) {
    const hessian = curvature(objective, here.point);
    const evaluations = here.evaluations + 2 * here.point.length;
    here = { ...here, evaluations };
    const free = freeCoordinates(here.point, here.gradient, bounds);
    const slope = largestSlope(here.gradient, free);
    const direction = newtonDirection(hessian, here.gradient, free);
    const gain = direction.reduce((sum, part, i) => sum + part * (here.gradient[i] ?? 0), 0) / 2;
    // A slope that only ends at a bound is as good as ended once it gains nothing more.
    const runsOff = isLong(direction) && slope < 100 * FLAT && gain < 0.1 * FLAT;
    const flat = slope < FLAT || runsOff;
    const next = flat || round === MAX_STEPS ? null : tryStep(objective, here, direction, bounds);
    if (!next) {
      // What a step would gain is the measure; slopes alone depend on how sharp the top is.
      const done = slope < 1e-4 && !(gain > 1e-12 * Math.max(1, Math.abs(here.value)));
      const stuck = round < MAX_STEPS && slope < 1e-7; // no step leads higher by more than rounding
      const converged = done || stuck || slope < 10 * FLAT;
      return { ...here, hessian, slope, converged };
    }
    here = next;
    // A step this small leaves the second derivatives as they are.
    const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (longest < 1e-7) {
      const left = freeCoordinates(here.point, here.gradient, bounds);
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

/**
 * The full step, or half of it and so on, if it leads higher or to flatter ground; where that was
 * a long step, as on a slope that ends only at a bound, twice the step and so on.
 */
function tryStep(
  objective: Objective,
  here: Place,
  direction: Float64Array,
  bounds: readonly number[],
): Place | null {
  const noise = 4e-15 * Math.max(1, Math.abs(here.value));
  let evaluations = here.evaluations;
  const slopeAt = ({ point, gradient }: Place): number =>
    largestSlope(gradient, freeCoordinates(point, gradient, bounds));
  const improve = (from: Place, length: number): Place | null => {
    const point = step(here.point, direction, length, bounds);
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    evaluations += 1;
    const place = { point, value, gradient, evaluations, iterations: here.iterations + 1 };
    const flatter = slopeAt(place) < 0.9 * slopeAt(from);
    return value > from.value + noise || (flatter && value >= from.value - noise) ? place : null;
  };
  for (let length = 1; length > 1e-3; length /= 2) {
    const first = improve(here, length);
    if (!first) continue;
    let best = first;
    for (let longer = 2; length === 1 && isLong(direction) && longer < 64; longer *= 2) {
      const next = improve(best, longer);
      if (!next) break;
      best = next;
    }
    return { ...best, evaluations };
  }
  return null;
}

function isLong(direction: Float64Array): boolean {
  return direction.some((part) => Math.abs(part) > 0.5);
}
