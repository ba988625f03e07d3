import { type GaussLegendreRule, gaussLegendre } from "../stats/gauss-legendre.ts";
import { logRising } from "../stats/log-rising.ts";
import { deathIntegral, newDeathIntegral } from "./death-integral.ts";
import type { ParetoProcess } from "./process.ts";

/**
 * Purchases expected in the time t: r/alpha ∫₀ᵗ (beta/(beta+u))^s du, which is
 * r beta/(alpha (s − 1)) (1 − (beta/(beta+t))^(s−1)) and needs no case of its own at s = 1.
 *
 * @see Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related Expressions.
 */
export function paretoExpectation({ r, alpha, s, beta }: ParetoProcess, t: number): number {
  const log = Math.log1p(t / beta);
  const e = s - 1;
  const life = Math.abs(e) < 1e-15 ? log : -Math.expm1(-e * log) / e;
  return (r / alpha) * beta * life;
}

/** The chance of still being here after the time t. */
export function paretoSurvival({ s, beta }: ParetoProcess, t: number): number {
  return Math.exp(-s * Math.log1p(t / beta));
}

const RULE: GaussLegendreRule = /* @__PURE__ */ gaussLegendre(20);

/**
 * Chances of 0, 1, …, `most` purchases in the time t: here all the time, or gone at a moment over
 * which is integrated. All terms are positive.
 */
export function paretoCounts(process: ParetoProcess, t: number, most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, n) =>
    n === 0 ? paretoNoPurchase(process, t) : paretoCount(process, t, n),
  );
}

/** The chance of no purchase in the time t. */
export function paretoNoPurchase({ r, alpha, s, beta }: ParetoProcess, t: number): number {
  if (t === 0) return 1;
  const here = Math.exp(-r * Math.log1p(t / alpha) - s * Math.log1p(t / beta));
  const question = { alpha, beta, p: r, q: s + 1, last: 0, T: t };
  return here + (s / beta) * deathIntegral(newDeathIntegral(), question).size;
}

function paretoCount({ r, alpha, s, beta }: ParetoProcess, t: number, n: number): number {
  if (t === 0) return 0;
  const constant = logRising(r, n) - logRising(1, n);
  const logChance = (u: number): number =>
    constant - r * Math.log1p(u / alpha) - n * Math.log1p(alpha / u) - s * Math.log1p(u / beta);
  // On the scale ln(1 + u/c) all factors change at an even pace; many purchases make a narrow peak.
  const c = Math.min(alpha, beta);
  const end = Math.log1p(t / c);
  const panels = Math.ceil(end * Math.max(1, Math.sqrt(Math.min(n, n + r)) / 2)) + 2;
  const half = end / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = (2 * panel + 1) * half;
    for (let node = 0; node < RULE.nodes.length; node += 1) {
      const growth = Math.expm1(middle + half * (RULE.nodes[node] ?? 0));
      const u = c * growth;
      const leaving = (s * c * (1 + growth)) / (beta + u);
      sum += (RULE.weights[node] ?? 0) * leaving * Math.exp(logChance(u));
    }
  }
  return Math.exp(logChance(t)) + sum * half;
}
