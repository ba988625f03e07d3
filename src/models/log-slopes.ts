import type { AnyModel } from "./any-model.ts";
import type { Fit } from "./fit.ts";

const STEP = 1e-4;

/**
 * By how many per cent an answer above 0 changes with one per cent more of each parameter, in the
 * order of the parameters.
 */
export function logSlopes<Model extends AnyModel>(
  model: Model,
  ask: (model: Model) => number,
): Float64Array {
  const entries = Object.entries<number>(model.parameters);
  const at = (changed: number, factor: number): number => {
    const moved = entries.map(([name, value], i) => [name, i === changed ? value * factor : value]);
    // The same model with one parameter moved.
    return Math.log(ask({ ...model, parameters: Object.fromEntries(moved) } as Model));
  };
  return Float64Array.from(entries, (_, i) => (at(i, 1 + STEP) - at(i, 1 - STEP)) / (2 * STEP));
}

/**
 * Variance of the logarithm of an answer, from its slopes and the covariance of the parameters: the
 * delta method. Null where the data do not tell all parameters.
 */
export function logVariance(
  { covariance, parameters }: Pick<Fit<string>, "covariance" | "parameters">,
  slopes: Float64Array,
): number | null {
  if (covariance === null) return null;
  const values = Object.values(parameters);
  let variance = 0;
  for (const [i, row] of covariance.entries()) {
    for (const [j, entry] of row.entries()) {
      const scale = (values[i] ?? 1) * (values[j] ?? 1);
      variance += ((slopes[i] ?? 0) * (slopes[j] ?? 0) * entry) / scale;
    }
  }
  return Math.max(0, variance);
}
