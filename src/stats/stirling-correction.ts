import { artanhRest } from "./artanh-rest.ts";

/**
 * What Stirling's formula leaves out: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x > 0.
 *
 * Accurate in itself, to about 4 units in the last place, where the difference of the two would
 * have no digit left. Beta functions of large arguments are made of it.
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 * @example
 * stirlingCorrection(10).toFixed(15); // => "0.008330563433363"
 */
export function stirlingCorrection(x: number): number {
  let sum = 0;
  let argument = x;
  for (; argument < 12; argument += 1) sum += stepUp(argument);
  return sum + stirlingSeries(argument);
}

/** The first eight terms of Stirling's series: all 16 digits for x ≥ 12. */
export function stirlingSeries(x: number): number {
  const squared = 1 / (x * x);
  let sum = 0;
  for (const coefficient of COEFFICIENTS) sum = sum * squared + coefficient;
  return sum / x;
}

/** The correction at x less the one at x + 1: (x + ½) ln(1 + 1/x) − 1 = artanh(t)/t − 1 with t = 1/(2x + 1). */
function stepUp(x: number): number {
  if (x < 0.5) return (x + 0.5) * (Math.log1p(x) - Math.log(x)) - 1;
  const squared = 1 / ((2 * x + 1) * (2 * x + 1));
  return squared * artanhRest(squared);
}

/** Bernoulli numbers over 2k(2k − 1), k = 8 down to 1. */
const COEFFICIENTS: readonly number[] = [
  -3617 / 122400,
  1 / 156,
  -691 / 360360,
  1 / 1188,
  -1 / 1680,
  1 / 1260,
  -1 / 360,
  1 / 12,
];
