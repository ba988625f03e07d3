import { log1pExcess } from "./log1p-excess.ts";
import { stirlingCorrection } from "./stirling-correction.ts";

/** The two shares a distribution is cut into at a point; they add up to 1. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete beta function I_x(a, b) as `lower`, its complement as `upper`.
 *
 * The smaller of the two is found directly and keeps its digits (a, b ≥ ½; about 1e-13 up to a
 * million). `complement` is 1 − x, for callers who know it better than the subtraction does.
 *
 * @see Didonato & Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18(3),
 *   360-373, equation (9); the factor before the fraction as in Loader (2000), Fast and Accurate
 *   Computation of Binomial Probabilities.
 * @example
 * incompleteBeta(0.5, 2, 2); // => { "lower": 0.5, "upper": 0.5 }
 */
export function incompleteBeta(x: number, a: number, b: number, complement: number = 1 - x): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (complement <= 0) return { lower: 1, upper: 0 };
  if (x * (b + 1) <= complement * (a + 1)) {
    const lower = betaKernel(x, a, b, complement) / fraction(x, a, b, complement);
    return { lower, upper: 1 - lower };
  }
  const upper = betaKernel(complement, b, a, x) / fraction(complement, b, a, x);
  return { lower: 1 - upper, upper };
}

/**
 * x^a (1 − x)^b / B(a, b): the density of a beta variable on the log-odds scale.
 *
 * Written as a distance from the mean a/(a + b), so that large a and b do not cancel.
 */
export function betaKernel(x: number, a: number, b: number, complement: number = 1 - x): number {
  const sum = a + b;
  const offset = x * b - complement * a;
  const exponent =
    a * excess((x * sum) / a, offset / a) + b * excess((complement * sum) / b, -offset / b);
  const corrections = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b);
  return Math.sqrt(((a / sum) * b) / (2 * Math.PI)) * Math.exp(exponent + corrections);
}

/** ln(ratio) − u where ratio = 1 + u, by whichever of the two has the digits. */
function excess(ratio: number, u: number): number {
  return Math.abs(u) < 0.5 ? log1pExcess(u) : Math.log(ratio) - u;
}

/** The continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method. */
function fraction(x: number, a: number, b: number, complement: number): number {
  const drift = a * complement - b * x + 1;
  let value = (a * drift) / (a + 1);
  let numerator = value;
  let denominator = 0;
  for (let m = 1; m < 1e7; m += 1) {
    const odd = a + 2 * m - 1;
    const step = (m * (b - m) * x) / odd;
    const top = (step * x * (a + m - 1) * (a + b + m - 1)) / odd;
    const bottom = m + step + ((a + m) * (drift + m * (1 + complement))) / (odd + 2);
    denominator = 1 / (bottom + top * denominator);
    numerator = bottom + top / numerator;
    const factor = numerator * denominator;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}
