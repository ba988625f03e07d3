import { digammaGain } from "./digamma.ts";
import { log1pExcess } from "./log1p-excess.ts";
import { stirlingCorrection } from "./stirling-correction.ts";

/** Up to this many factors, a sum is both faster and more accurate than Stirling's formula. */
const FEW = 24;

/**
 * Logarithm of the rising product x (x + 1) … (x + n − 1) = Γ(x + n) / Γ(x), for x > 0 and whole n ≥ 0.
 *
 * Absolute error about 1e-16 times n ln(x + n): large x costs nothing, as it would if two
 * log-gammas were subtracted.
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 * @example
 * logRising(3, 2).toFixed(12); // => Math.log(12).toFixed(12)
 * logRising(7, 0); // => 0
 */
export function logRising(x: number, n: number): number {
  if (n <= FEW) {
    let sum = 0;
    for (let k = 0; k < n; k += 1) sum += Math.log(x + k);
    return sum;
  }
  const corrections = stirlingCorrection(x + n) - stirlingCorrection(x);
  return (x - 0.5) * Math.log1p(n / x) + n * (Math.log(x + n) - 1) + corrections;
}

/**
 * ln of x (x + 1) … (x + n − 1) / xⁿ, which is what is left of it where x is large.
 *
 * @example
 * logRisingRatio(1e12, 3).toPrecision(6); // => "3.00000e-12"
 */
export function logRisingRatio(x: number, n: number): number {
  if (n <= FEW) {
    let sum = 0;
    for (let k = 1; k < n; k += 1) sum += Math.log1p(k / x);
    return sum;
  }
  const corrections = stirlingCorrection(x + n) - stirlingCorrection(x);
  const u = n / x;
  return x * log1pExcess(u) + (n - 0.5) * Math.log1p(u) + corrections;
}

/**
 * Its derivative by x: 1/x + 1/(x + 1) + … + 1/(x + n − 1) = ψ(x + n) − ψ(x).
 *
 * @example
 * reciprocalRising(1, 3).toFixed(12); // => (1 + 1 / 2 + 1 / 3).toFixed(12)
 */
export function reciprocalRising(x: number, n: number): number {
  if (n > FEW) return digammaGain(x, n);
  let sum = 0;
  for (let k = 0; k < n; k += 1) sum += 1 / (x + k);
  return sum;
}
