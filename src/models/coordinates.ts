import type { Matrix } from "../stats/cholesky.ts";
import type { Objective } from "../stats/objective.ts";

/**
 * Each log-parameter as a sum of the coordinates in which the search moves, by rows.
 *
 * Where a model degenerates, parameters run off to infinity together: r and alpha, say, with r/alpha
 * settled. In the coordinates ln r and ln (r/alpha) only one of the two runs off, and the other
 * keeps its best value and its standard error.
 */
export type Coordinates = readonly (readonly number[])[];

/** The log-parameters at a point. */
export function logsAt(coordinates: Coordinates, point: Float64Array): Float64Array {
  return Float64Array.from(coordinates, (row) =>
    row.reduce((sum, factor, j) => sum + factor * (point[j] ?? 0), 0),
  );
}

/** The point at which the log-parameters are these; the coordinates must be triangular in some order. */
export function pointAt(coordinates: Coordinates, logs: Float64Array): Float64Array {
  const point = new Float64Array(logs.length).fill(Number.NaN);
  for (let round = 0; round < logs.length; round += 1) {
    for (const [i, row] of coordinates.entries()) {
      const open = row.flatMap((factor, j) => (factor !== 0 && Number.isNaN(point[j]) ? [j] : []));
      const [j] = open;
      if (open.length !== 1 || j === undefined) continue;
      const known = row.reduce(
        (sum, f, k) => (k === j || f === 0 ? sum : sum + f * (point[k] ?? 0)),
        0,
      );
      point[j] = ((logs[i] ?? 0) - known) / (row[j] ?? 1);
    }
  }
  return point;
}

/** A function of the log-parameters as one of the coordinates. */
export function inCoordinates(coordinates: Coordinates, objective: Objective): Objective {
  const slopes = new Float64Array(coordinates.length);
  return (point, gradient) => {
    const value = objective(logsAt(coordinates, point), slopes);
    gradient.fill(0);
    for (const [i, row] of coordinates.entries()) {
      for (const [j, factor] of row.entries()) {
        gradient[j] = (gradient[j] ?? 0) + factor * (slopes[i] ?? 0);
      }
    }
    return value;
  };
}

/** The covariance of the log-parameters, from that of some of the coordinates, in their order. */
export function covarianceOfLogs(
  coordinates: Coordinates,
  kept: readonly number[],
  covariance: Matrix,
): readonly (readonly number[])[] {
  const factor = (parameter: number, place: number): number =>
    coordinates[parameter]?.[kept[place] ?? -1] ?? 0;
  return coordinates.map((_, i) =>
    coordinates.map((__, j) => {
      let sum = 0;
      for (const [k, row] of covariance.entries()) {
        for (const [l, entry] of row.entries()) sum += factor(i, k) * entry * factor(j, l);
      }
      return sum;
    }),
  );
}
