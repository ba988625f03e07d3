import type { Tails } from "./incomplete-beta.ts";
import { log1pExcess } from "./log1p-excess.ts";
import { stirlingCorrection } from "./stirling-correction.ts";

/**
 * The regularised incomplete gamma function P(a, x) as `lower`, its complement Q(a, x) as `upper`.
 *
 * The one that is found directly keeps its digits: P below x = a + 1, Q above (a ≥ ½).
 *
 * @see Abramowitz & Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction).
 * @example
 * incompleteGamma(1, Math.LN2).lower.toFixed(15); // => "0.500000000000000"
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = gammaKernel(a, x) * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = gammaKernel(a, x) / fraction(a, x);
  return { lower: 1 - upper, upper };
}

/** x^a e^(−x) / Γ(a): the density of a gamma variable on the logarithmic scale. */
export function gammaKernel(a: number, x: number): number {
  const u = (x - a) / a;
  const excess = Math.abs(u) < 0.5 ? log1pExcess(u) : Math.log(x / a) - u;
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * excess - stirlingCorrection(a));
}

/** 1/a + x/(a(a + 1)) + x²/(a(a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …)) by Lentz's method. */
function fraction(a: number, x: number): number {
  let bottom = x + 1 - a;
  let value = bottom;
  let numerator = bottom;
  let denominator = 0;
  for (let k = 1; k < 1e7; k += 1) {
    const top = k * (a - k);
    bottom += 2;
    denominator = 1 / (bottom + top * denominator);
    numerator = bottom + top / numerator;
    const factor = numerator * denominator;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}
