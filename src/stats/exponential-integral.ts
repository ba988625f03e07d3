import { type GaussLegendreRule, gaussLegendre } from "./gauss-legendre.ts";

/**
 * The scaled exponential integral eᶻ E_s(z) = ∫₀^∞ e^(−z v) (1 + v)^(−s) dv, for real s and z > 0.
 *
 * It is the discounted life of a customer whose survival is (1 + v)^−s, and equals
 * z^(s − 1) Ψ(s, s; z) with Tricomi's confluent Ψ. Integrated over ln(1 + v); relative error 1e-13.
 *
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 5.1.4 and 13.6.28.
 * @example
 * scaledExponentialIntegral(1, 1).toFixed(12); // => "0.596347362323"
 */
export function scaledExponentialIntegral(s: number, z: number): number {
  const end = whereNegligible(s, z);
  const panels = Math.max(2, Math.ceil(end / 2), Math.ceil(end * Math.abs(1 - s) * 0.1));
  const half = end / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = (2 * panel + 1) * half;
    for (let index = 0; index < RULE.nodes.length; index += 1) {
      const u = middle + half * (RULE.nodes[index] ?? 0);
      sum += (RULE.weights[index] ?? 0) * Math.exp((1 - s) * u - z * Math.expm1(u));
    }
  }
  return sum * half;
}

const RULE: GaussLegendreRule = /* @__PURE__ */ gaussLegendre(20);

/** A point beyond which (s − 1) u + z (eᵘ − 1) is above 42, so that the rest adds nothing to 16 digits. */
function whereNegligible(s: number, z: number): number {
  const withoutPower = Math.log1p(42 / z);
  if (s >= 1) return Math.min(withoutPower, 42 / (s - 1));
  let u = withoutPower;
  for (let round = 0; round < 4; round += 1) u = Math.log1p((42 + (1 - s) * u) / z);
  return u;
}
