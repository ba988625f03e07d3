/**
 * Derivative of ln Γ(x), for x > 0.
 *
 * Within 1e-15 of the larger of 1 and |ψ(x)|; next to its zero at 1.4616 that is an absolute error.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.3.5 (recurrence) and
 *   6.3.18 (the asymptotic series).
 * @example
 * digamma(1).toFixed(12); // => "-0.577215664902"
 */
export function digamma(x: number): number {
  let below = 0;
  let argument = x;
  for (; argument < 10; argument += 1) below += 1 / argument;
  return Math.log(argument) + digammaLessLog(argument) - below;
}

/**
 * ψ(x + more) − ψ(x), for x > 0 and more ≥ 0, with its own digits: large x costs none.
 *
 * @example
 * digammaGain(2, 1); // => 0.5
 */
export function digammaGain(x: number, more: number): number {
  let sum = 0;
  let argument = x;
  for (; argument < 10; argument += 1) sum += more / (argument * (argument + more));
  const rest = digammaLessLog(argument + more) - digammaLessLog(argument);
  return sum + Math.log1p(more / argument) + rest;
}

/** ψ(x) − ln x by its asymptotic series: all 16 digits for x ≥ 10. */
export function digammaLessLog(x: number): number {
  const squared = 1 / (x * x);
  let series = 0;
  for (const coefficient of COEFFICIENTS) series = (series + coefficient) * squared;
  return -0.5 / x - series;
}

/** Bernoulli numbers B(2k) over 2k, k = 8 down to 1. */
const COEFFICIENTS: readonly number[] = [
  -3617 / 8160,
  1 / 12,
  -691 / 32760,
  1 / 132,
  -1 / 240,
  1 / 252,
  -1 / 120,
  1 / 12,
];
