import { betaExpectation } from "./beta-expectation.ts";

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z), for real a, c > b > 0 (or c = b) and z < 1.
 *
 * A negative z goes by Pfaff's transformation; otherwise the power series, after Euler's
 * transformation where that shortens it; near 1, and where the series is long, Euler's integral,
 * which is the mean of (1 − z q)^−a over q ~ Beta(b, c − b). Relative error below 1e-13 over the
 * parameters that purchase models meet.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 15.1.1, 15.3.1, 15.3.3, 15.3.5.
 * @example
 * hypergeometric(1, 1, 2, 0.5).toFixed(12); // => (2 * Math.LN2).toFixed(12)
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z === 0 || a === 0) return 1;
  if (c === b) return (1 - z) ** -a;
  if (z < 0) return (1 - z) ** -a * hypergeometric(a, c - b, c, z / (z - 1));
  if (z > LONG_SERIES && c > b) return betaExpectation((q) => (1 - z * q) ** -a, b, c - b);
  const shorter = Math.abs((c - a) * (c - b)) < Math.abs(a * b);
  if (shorter && Math.min(c - a, c - b) > MUCH_CANCELLED) {
    return (1 - z) ** (c - a - b) * powerSeries(c - a, c - b, c, z);
  }
  return powerSeries(a, b, c, z);
}

/** Beyond this z, the series takes some hundred terms and the integral is as fast. */
const LONG_SERIES = 0.9;

/** Below this, the terms alternate for long enough to cost digits. */
const MUCH_CANCELLED = -2;

function powerSeries(a: number, b: number, c: number, z: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 0; k < MAX_TERMS; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  return sum;
}

const MAX_TERMS = 100_000;
