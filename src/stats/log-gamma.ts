import { stirlingSeries } from "./stirling-correction.ts";

/**
 * Natural logarithm of the gamma function, for x > 0.
 *
 * Within 4 units in the last place everywhere, next to its zeros at 1 and 2 too. Infinity at 0 and
 * beyond 2.5e305; NaN below 0, which nothing here needs.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.1.33 (the series about 2)
 *   and 6.1.40 (Stirling's series).
 * @example
 * logGamma(5); // => Math.log(24)
 * logGamma(1); // => 0
 */
export function logGamma(x: number): number {
  if (x >= 12) return (x - 0.5) * (Math.log(x) - 1) + HALF_LOG_TWO_PI_LESS_HALF + stirlingSeries(x);
  if (x < 0.5) return logGammaOneMore(x) - Math.log(x);
  if (x < 1.5) return logGammaOneMore(x - 1);
  let product = 1;
  let argument = x;
  while (argument >= 2.5) {
    argument -= 1;
    product *= argument;
  }
  return logGammaTwoMore(argument - 2) + Math.log(product);
}

/** ln Γ(1 + z) for |z| ≤ ½. */
function logGammaOneMore(z: number): number {
  return logGammaTwoMore(z) - Math.log1p(z);
}

/** ln Γ(2 + z) = (1 − γ) z + Σ (ζ(k) − 1)(−z)^k / k for |z| ≤ ½. */
function logGammaTwoMore(z: number): number {
  let sum = 0;
  for (let index = ZETA_LESS_ONE.length - 1; index >= 0; index -= 1) {
    sum = (ZETA_LESS_ONE[index] ?? 0) / (index + 2) - z * sum;
  }
  return z * (ONE_LESS_EULER + z * sum);
}

const ONE_LESS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI_LESS_HALF = 0.4189385332046727;

/** Riemann's ζ(k) − 1 for k = 2, 3, … */
const ZETA_LESS_ONE: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
  0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
  0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6,
  3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8,
  1.4901554828365043e-8, 7.45071178983543e-9,
];
