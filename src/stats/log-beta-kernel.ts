import { log1pExcess } from "./log1p-excess.ts";
import { stirlingCorrection } from "./stirling-correction.ts";

/**
 * ln of x^a (1 − x)^b / B(a, b), for a, b > 0: the density of a beta variable on the log-odds scale.
 *
 * Written as a distance from the mean a/(a + b), so that large a and b do not cancel.
 *
 * @param rest - 1 − x, for callers who know it better than the subtraction does.
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 * @example
 * logBetaKernel(1, 1, 0.5, 0.5).toFixed(12); // => Math.log(0.25).toFixed(12)
 */
export function logBetaKernel(a: number, b: number, x: number, rest: number): number {
  return logBetaHeight(a, b) + logBetaFall(a, b, x, rest);
}

/** {@link logBetaKernel} at its mean, a/(a + b), which is its highest place. */
export function logBetaHeight(a: number, b: number): number {
  const sum = a + b;
  const corrections = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b);
  return 0.5 * Math.log(((a / sum) * b) / (2 * Math.PI)) + corrections;
}

/** How far {@link logBetaKernel} is below its height at x; no more than 0. */
export function logBetaFall(a: number, b: number, x: number, rest: number): number {
  const sum = a + b;
  const offset = x * b - rest * a;
  return a * excess((x * sum) / a, offset / a) + b * excess((rest * sum) / b, -offset / b);
}

/** ln(ratio) − u where ratio = 1 + u, by whichever of the two has the digits. */
function excess(ratio: number, u: number): number {
  return Math.abs(u) < 0.5 ? log1pExcess(u) : Math.log(ratio) - u;
}
