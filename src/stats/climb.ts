import { freeCoordinates, largestSlope, step } from "./box.ts";
import type { Objective, Place } from "./objective.ts";

/** Near enough for Newton's method to take over. */
const NEAR = 1e-8;
/** No step is longer than this in any coordinate, which is a logarithm. */
const LONGEST_STEP = 4;

/** Where a climb ended, and the inverse of the (negative) second derivatives that it made out. */
export interface Climbed extends Place {
  readonly inverseHessian: readonly Float64Array[];
}

/**
 * Climbs by BFGS with a line search that meets the weak Wolfe conditions.
 *
 * @param known - What another climb made out of a function much like this one.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd edition, equation 6.17.
 * @see Lewis & Overton (2013), Nonsmooth optimization via quasi-Newton methods, Mathematical
 *   Programming 141, 135-163, algorithm 2.6 (the line search).
 */
export function climb(
  objective: Objective,
  start: Float64Array,
  bounds: readonly number[],
  maxIterations: number,
  known: Climbed["inverseHessian"] | null = null,
): Climbed {
  const size = start.length;
  let inverseHessian = known?.map((row) => Float64Array.from(row)) ?? identity(size);
  let fresh = known === null;
  let stalled = 0;
  const first = new Float64Array(size);
  const value = objective(start, first);
  let here: Place = {
    point: start,
    value,
    gradient: first,
    evaluations: 1,
    iterations: 0,
  };
  while (here.iterations < maxIterations && stalled < 3) {
    const free = freeCoordinates(here.point, here.gradient, bounds);
    if (largestSlope(here.gradient, free) < NEAR) break;
    const direction = uphill(inverseHessian, here.gradient, free);
    const next = lineSearch(objective, here, direction, bounds, fresh);
    if (!next) {
      if (fresh) break;
      inverseHessian = identity(size);
      fresh = true;
      continue;
    }
    stalled = next.value - here.value > 1e-13 * Math.abs(here.value) ? 0 : stalled + 1;
    const moved = next.point.map((at, i) => at - (here.point[i] ?? 0));
    const bent = next.gradient.map((slope, i) => (here.gradient[i] ?? 0) - slope);
    update(inverseHessian, moved, bent, fresh);
    fresh = false;
    here = next;
  }
  return { ...here, inverseHessian };
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size);
    row[i] = 1;
    return row;
  });
}

/** The quasi-Newton direction, bent to the gradient where it would not lead up, of bounded length. */
function uphill(
  inverseHessian: readonly Float64Array[],
  gradient: Float64Array,
  free: readonly number[],
): Float64Array {
  const direction = new Float64Array(gradient.length);
  for (const i of free) {
    for (const j of free) {
      direction[i] = (direction[i] ?? 0) + (inverseHessian[i]?.[j] ?? 0) * (gradient[j] ?? 0);
    }
  }
  const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  return longest <= LONGEST_STEP ? direction : direction.map((d) => (d * LONGEST_STEP) / longest);
}

function lineSearch(
  objective: Objective,
  here: Place,
  direction: Float64Array,
  bounds: readonly number[],
  fresh: boolean,
): Place | null {
  const rise = dot(here.gradient, direction);
  if (!(rise > 0)) return null;
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let length = fresh ? Math.min(1, 1 / Math.sqrt(rise)) : 1;
  let best: Place | null = null;
  let evaluations = here.evaluations;
  for (let trial = 0; trial < 40; trial += 1) {
    const point = step(here.point, direction, length, bounds);
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    evaluations += 1;
    if (value >= here.value + 1e-4 * length * rise) {
      best = { point, value, gradient, evaluations, iterations: here.iterations + 1 };
      if (dot(gradient, direction) <= 0.9 * rise || length > 1e3) return best;
      low = length;
    } else {
      high = length;
    }
    length = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : 2 * length;
  }
  return best && { ...best, evaluations };
}

/** The BFGS update of the inverse Hessian, in place; skipped where the curvature is not downward. */
function update(
  inverseHessian: readonly Float64Array[],
  moved: Float64Array,
  bent: Float64Array,
  fresh: boolean,
): void {
  const curvature = dot(moved, bent);
  if (!(curvature > 1e-12 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) return;
  if (fresh) {
    const scale = curvature / dot(bent, bent);
    for (const [i, row] of inverseHessian.entries()) row[i] = scale;
  }
  const mapped = Float64Array.from(inverseHessian, (row) => dot(row, bent));
  const weight = (1 + dot(bent, mapped) / curvature) / curvature;
  for (const [i, row] of inverseHessian.entries()) {
    for (let j = 0; j < row.length; j += 1) {
      const cross = (mapped[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (mapped[j] ?? 0);
      row[j] = (row[j] ?? 0) + weight * (moved[i] ?? 0) * (moved[j] ?? 0) - cross / curvature;
    }
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0);
  return sum;
}
