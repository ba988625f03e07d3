/**
 * Second derivative of ln Γ(x), for x > 0, to a relative error of 1e-15.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.4.6 (recurrence) and
 *   6.4.12 (the asymptotic series).
 * @example
 * trigamma(1).toFixed(12); // => (Math.PI ** 2 / 6).toFixed(12)
 */
export function trigamma(x: number): number {
  let below = 0;
  let argument = x;
  for (; argument < 10; argument += 1) below += 1 / (argument * argument);
  const squared = 1 / (argument * argument);
  let series = 0;
  for (const coefficient of BERNOULLI) series = (series + coefficient) * squared;
  return below + (1 + 0.5 / argument + series) / argument;
}

/** Bernoulli numbers B(2k), k = 8 down to 1. */
const BERNOULLI: readonly number[] = [
  -3617 / 510,
  7 / 6,
  -691 / 2730,
  5 / 66,
  -1 / 30,
  1 / 42,
  -1 / 30,
  1 / 6,
];
