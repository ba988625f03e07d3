import { betaExpectation } from "../stats/beta-expectation.ts";

/** Beyond this the series needs hundreds of terms. */
const LONG_HORIZON = 0.95;
/** Below this, C − r makes the terms of the series alternate for long. */
const ALTERNATING = -3;
/** Beyond this ratio of a + b to r the terms of the series cancel. */
const RARE_DROPOUT = 30;

/**
 * Purchases expected in the time t of a customer who is here now, buys at a rate
 * λ ~ Gamma(r, alpha) and leaves after each purchase with a chance p ~ Beta(a, b).
 *
 * With z = t/(alpha + t), L = ln(1 − z), e = a − 1 and C = a + b − 1, Euler's transformation of the
 * paper's formula gives −(C expm1(e L)/e + exp(e L) S), S = Σ_{k≥1} (1+e)_{k−1} (C−r)_k / ((C+1)_{k−1} k!) zᵏ,
 * which is finite where the paper's formula has its poles, at a = 1 and a + b = 1. Where its terms
 * would cancel, purchases are counted one by one or, for long horizons and rare dropout,
 * (1 − (1 + p t/alpha)^−r)/p is averaged over p; both have positive terms only. Relative error
 * below 1e-12.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, equation 9.
 * @example
 * betaGeometricExpectation(0.243, 4.414, 0.793, 2.426, 52).toFixed(2); // => "1.45"
 */
export function betaGeometricExpectation(
  r: number,
  alpha: number,
  a: number,
  b: number,
  t: number,
): number {
  if (t === 0) return 0;
  const z = t / (alpha + t);
  const c = a + b - 1;
  const shrink = -Math.log1p(t / alpha);
  if (z <= LONG_HORIZON && a + b >= 1e-3) {
    if (c - r < ALTERNATING && -r * shrink < 600) return sumOverCounts(r, a, b, z, shrink);
    const e = a - 1;
    const moderate = a + b < 1e5 && Math.abs(e * shrink) < 300;
    if (moderate && c - r >= ALTERNATING && a + b <= RARE_DROPOUT * r) {
      const lead = Math.abs(e) < 1e-15 ? shrink : Math.expm1(e * shrink) / e;
      return -(c * lead + Math.exp(e * shrink) * eulerSeries(a, c - r, c, z));
    }
  }
  return betaExpectation((p) => lifetimePurchases(r, p, t / alpha), a, b);
}

/** Σ over n of the chance of n purchases if nobody left, times those made before leaving. */
function sumOverCounts(r: number, a: number, b: number, z: number, shrink: number): number {
  let [chance, here, made, sum] = [Math.exp(r * shrink), 1, 0, 0];
  for (let n = 0; n < 1e6; n += 1) {
    const part = chance * made;
    sum += part;
    chance *= ((r + n) * z) / (n + 1);
    made += here;
    here *= (b + n) / (a + b + n);
    if (part <= 1e-18 * sum && (r + n) * z < n) break;
  }
  return sum;
}

/** (1 − (1 + p t)^−r)/p: the purchases of one who leaves with chance p, as λ goes over its gamma. */
function lifetimePurchases(r: number, p: number, t: number): number {
  const growth = p * t;
  return growth < 1e-300 ? r * t : -Math.expm1(-r * Math.log1p(growth)) / p;
}

function eulerSeries(a: number, b: number, c: number, z: number): number {
  let term = b * z;
  let sum = term;
  for (let k = 1; k < 10_000; k += 1) {
    term *= (((a + k - 1) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  return sum;
}
