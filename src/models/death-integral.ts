import { type GaussLegendreRule, gaussLegendre } from "../stats/gauss-legendre.ts";

/**
 * ∫ ((α+τ)/(α+t_x))^−p ((β+τ)/(β+t_x))^−q dτ over τ from t_x to T, and means under this weight:
 * how a Pareto/NBD customer may have left at any moment since the last purchase.
 */
export interface DeathIntegral {
  /** The integral itself. */
  size: number;
  /** Mean of ln (α+τ)/(α+t_x). */
  logAlpha: number;
  /** Mean of ln (β+τ)/(β+t_x). */
  logBeta: number;
  /** Mean of 1/(α+τ). */
  overAlpha: number;
  /** Mean of 1/(β+τ). */
  overBeta: number;
  /** Mean of (T−τ)/(α+τ). */
  waitAlpha: number;
  /** Mean of (T−τ)/(β+τ). */
  waitBeta: number;
}

/** What is cut off is e⁻⁴² of the whole. */
const CUT = 42;

/** How many nodes leave nothing out of a panel this long, over which the integrand falls this far. */
interface PanelRule {
  readonly length: number;
  readonly fall: number;
  readonly rule: GaussLegendreRule;
}

const SHORTEST: PanelRule = { length: 0.3, fall: 1, rule: /* @__PURE__ */ gaussLegendre(6) };
const SHORT: PanelRule = { length: 1, fall: 4, rule: /* @__PURE__ */ gaussLegendre(8) };
const MIDDLE: PanelRule = { length: 2, fall: 6, rule: /* @__PURE__ */ gaussLegendre(10) };
const LONG: PanelRule = { length: 4, fall: 20, rule: /* @__PURE__ */ gaussLegendre(16) };

function panelRule(length: number, fall: number): PanelRule {
  if (length <= SHORTEST.length && fall <= SHORTEST.fall) return SHORTEST;
  if (length <= SHORT.length && fall <= SHORT.fall) return SHORT;
  return length <= MIDDLE.length && fall <= MIDDLE.fall ? MIDDLE : LONG;
}

/** An integral to be filled in. */
export function newDeathIntegral(): DeathIntegral {
  return { size: 0, logAlpha: 0, logBeta: 0, overAlpha: 0, overBeta: 0, waitAlpha: 0, waitBeta: 0 };
}

/**
 * Works the integral out, in place, to a relative error of 1e-13.
 *
 * On the scale u = ln((c+τ)/(c+t_x)), c the smaller of α and β, the integrand is analytic in a
 * strip of half-width π, so Gauss-Legendre panels no longer than 4, over which it falls by no more
 * than e²⁰, leave nothing out. The paper's difference of two 2F1 is the same number, less stable.
 *
 * @see Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related Expressions,
 *   (the integral over the moment of leaving).
 */
export function deathIntegral(
  result: DeathIntegral,
  { alpha, beta, p, q, last, T }: DeathQuestion,
): DeathIntegral {
  const swapped = beta < alpha;
  const near = last + (swapped ? beta : alpha);
  const far = last + (swapped ? alpha : beta);
  const [nearPower, farPower] = swapped ? [q, p] : [p, q];
  const ratio = near / far;
  const whole = Math.log1p((T - last) / near);
  const nearEnd = nearPower > 1 ? CUT / (nearPower - 1) : whole;
  // A power below 1 makes the integrand rise first, by no more than this.
  const rise = Math.max(0, 1 - nearPower) * whole;
  const farEnd = Math.log1p(Math.expm1((CUT + rise) / farPower) / ratio);
  const end = Math.min(whole, nearEnd, farEnd);
  const farFall = farPower * Math.log1p(ratio * Math.expm1(end));
  const fall = Math.max(0, nearPower - 1) * end + farFall;
  const { length, fall: most, rule } = panelRule(end, fall);
  const panels = Math.max(1, Math.ceil(Math.max(end / length, fall / most)));
  const half = end / panels / 2;
  let size = 0;
  let nearLog = 0;
  let farLog = 0;
  let nearOver = 0;
  let farOver = 0;
  let nearWait = 0;
  let farWait = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = (2 * panel + 1) * half;
    for (let node = 0; node < rule.nodes.length; node += 1) {
      const u = middle + half * (rule.nodes[node] ?? 0);
      const growth = Math.expm1(u);
      const farGrowth = ratio * growth;
      const log = Math.log1p(farGrowth);
      const weight = (rule.weights[node] ?? 0) * Math.exp((1 - nearPower) * u - farPower * log);
      size += weight;
      nearLog += weight * u;
      farLog += weight * log;
      const overNear = weight / (1 + growth);
      const overFar = weight / (1 + farGrowth);
      const wait = T - last - near * growth;
      nearOver += overNear;
      farOver += overFar;
      nearWait += wait * overNear;
      farWait += wait * overFar;
    }
  }
  result.size = size * half * near;
  result.logAlpha = (swapped ? farLog : nearLog) / size;
  result.logBeta = (swapped ? nearLog : farLog) / size;
  result.overAlpha = swapped ? farOver / size / far : nearOver / size / near;
  result.overBeta = swapped ? nearOver / size / near : farOver / size / far;
  result.waitAlpha = swapped ? farWait / size / far : nearWait / size / near;
  result.waitBeta = swapped ? nearWait / size / near : farWait / size / far;
  return result;
}

/** The numbers the integral depends on. */
export interface DeathQuestion {
  readonly alpha: number;
  readonly beta: number;
  readonly p: number;
  readonly q: number;
  readonly last: number;
  readonly T: number;
}
