import { normalQuantile } from "./normal-distribution.ts";
import { type RandomStream, uniform } from "./random.ts";

/** A standard normal number, by inversion: one uniform each, so that streams stay in step. */
export function normalDraw(stream: RandomStream): number {
  // Half a step stands for 0, which has no quantile.
  return normalQuantile(uniform(stream) || 2 ** -54);
}

/** A waiting time with mean 1. */
export function exponentialDraw(stream: RandomStream): number {
  return -Math.log1p(-uniform(stream));
}

/**
 * A gamma number of the given shape and scale 1.
 *
 * @see Marsaglia & Tsang (2000), A Simple Method for Generating Gamma Variables, ACM Transactions
 *   on Mathematical Software 26(3), 363-372; shapes below 1 by their note in section 6.
 */
export function gammaDraw(stream: RandomStream, shape: number): number {
  if (shape < 1) {
    return gammaDraw(stream, shape + 1) * Math.exp(-exponentialDraw(stream) / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(stream);
    const cube = (1 + c * x) ** 3;
    if (cube <= 0) continue;
    if (exponentialDraw(stream) > d * (cube - 1 - Math.log(cube)) - 0.5 * x * x) return d * cube;
  }
}

/** A share between 0 and 1 from the beta distribution. */
export function betaDraw(stream: RandomStream, a: number, b: number): number {
  const first = gammaDraw(stream, a);
  return first / (first + gammaDraw(stream, b));
}

/**
 * A count with the given mean, by adding up chances until they pass a uniform number.
 *
 * Takes time in proportion to the mean; means above 500 are drawn in parts.
 */
export function poissonDraw(stream: RandomStream, mean: number): number {
  if (mean > 500) return poissonDraw(stream, 500) + poissonDraw(stream, mean - 500);
  const goal = uniform(stream);
  let count = 0;
  let chance = Math.exp(-mean);
  let passed = chance;
  while (goal >= passed && (count < mean || chance > 1e-20)) {
    count += 1;
    chance *= mean / count;
    passed += chance;
  }
  return count;
}

/** An index of `weights`, each as likely as its weight says; the weights need not add up to 1. */
export function categoricalDraw(stream: RandomStream, weights: readonly number[]): number {
  let left = uniform(stream) * weights.reduce((sum, weight) => sum + weight, 0);
  let chosen = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight > 0) chosen = index;
    if (left < weight) break;
    left -= weight;
  }
  return chosen;
}
