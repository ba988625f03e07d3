import { newFaults, throwFaults } from "../base/errors.ts";
import { show } from "../base/show.ts";
import { bgBbLikelihood } from "./bg-bb-likelihood.ts";
import type { Coordinates } from "./coordinates.ts";
import type { Fit, FitOptions } from "./fit.ts";
import {
  type FoundBoundary,
  fitByLikelihood,
  type LikelihoodProblem,
} from "./fit-by-likelihood.ts";
import { groupSummary } from "./group-summary.ts";
import type { PurchaseData, PurchaseSummary } from "./purchase-summary.ts";
import { readSummary } from "./read-summary.ts";
import { totalOf } from "./scale-summary.ts";

/** The parameters of BG/BB. */
export type BgBbName = "alpha" | "beta" | "gamma" | "delta";

/**
 * BG/BB: at each opportunity (a yearly appeal, a weekly market) a customer who is still here buys
 * with a chance of his own, p ~ Beta(alpha, beta); before each he may leave for good, with a chance
 * θ ~ Beta(gamma, delta).
 */
export interface BgBb {
  readonly kind: "bg-bb";
  readonly parameters: Readonly<Record<BgBbName, number>>;
}

/** A BG/BB model fitted to data. */
export interface FittedBgBb extends BgBb, Fit<BgBbName> {
  readonly parameters: Readonly<Record<BgBbName, number>>;
}

/**
 * Fits BG/BB by maximum likelihood, or to the posterior mode with a prior.
 *
 * `age` is the number of opportunities since the first purchase, `lastPurchaseAge` which of them was
 * the last one used, `repeatPurchases` how many were used.
 *
 * @throws KpiError `invalid-data` for a summary that cannot be, naming row and field.
 * @see Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual
 *   Setting, Marketing Science 29(6), 1086-1108.
 * @example
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 3, customers: 50 },
 *   { repeatPurchases: 1, lastPurchaseAge: 1, age: 3, customers: 30 },
 *   { repeatPurchases: 1, lastPurchaseAge: 3, age: 3, customers: 20 },
 *   { repeatPurchases: 3, lastPurchaseAge: 3, age: 3, customers: 30 },
 * ];
 * fitBgBb(rows).convergence.converged; // => true
 */
export function fitBgBb(data: PurchaseData, options: FitOptions<BgBbName> = {}): FittedBgBb {
  return Object.freeze({ kind: "bg-bb", ...fitByLikelihood(bgBbProblem(data), options) });
}

/** The maximum-likelihood problem of BG/BB. */
export function bgBbProblem(data: PurchaseData): LikelihoodProblem<BgBbName> {
  const summary = groupSummary(requireOpportunities(readSummary(data, "year")));
  const purchases = totalOf(summary.repeatPurchases, summary.customers);
  return {
    names: ["alpha", "beta", "gamma", "delta"],
    scales: [1, 1, 1, 1],
    coordinates: BUY_AND_LEAVE,
    otherStarts: [
      [-1, 1, -1, 2],
      [0, -1, 0, -1],
    ],
    customers: totalOf(null, summary.customers),
    objective: bgBbLikelihood(summary),
    constant: 0,
    boundaries: (found) => boundariesOf(found, purchases),
  };
}

function requireOpportunities(summary: PurchaseSummary): PurchaseSummary {
  const { repeatPurchases, lastPurchaseAge, age } = summary;
  const faults = newFaults();
  for (let row = 0; row < age.length; row += 1) {
    const [x = 0, last = 0, n = 0] = [repeatPurchases[row], lastPurchaseAge[row], age[row]];
    const refuse = (field: string, expected: string, received: number): void => {
      const message = `\`${field}\` must be ${expected}; received ${show(received)}.`;
      const code = "number-out-of-range";
      faults.add({ code, message, row, field, expected, received: show(received) });
    };
    if (!Number.isInteger(n)) refuse("age", "a whole number of opportunities", n);
    if (!Number.isInteger(last)) refuse("lastPurchaseAge", "a whole number of opportunities", last);
    if (x > last) refuse("repeatPurchases", `at most the opportunities so far, ${show(last)}`, x);
  }
  throwFaults("invalid-data", faults);
  return summary;
}

/** The search moves in ln (alpha/beta), ln beta, ln (gamma/delta) and ln delta. */
const BUY_AND_LEAVE: Coordinates = [
  [1, 1, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 1],
  [0, 0, 0, 1],
];

/** A parameter this large, or this small, is as good as infinite or 0. */
const EXTREME = 1e6;

function boundariesOf(
  { alpha, beta, gamma, delta }: Readonly<Record<BgBbName, number>>,
  purchases: number,
): readonly FoundBoundary[] {
  if (purchases === 0) {
    return [{ boundary: "no-repeat-purchases", lost: [0, 1, 2, 3] }];
  }
  const found: FoundBoundary[] = [];
  if (gamma < delta / EXTREME) found.push({ boundary: "no-dropout", lost: [2, 3] });
  else if (delta < gamma / EXTREME) found.push({ boundary: "all-drop-out", lost: [2, 3] });
  else if (gamma + delta > EXTREME) found.push({ boundary: "homogeneous-dropout", lost: [3] });
  else if (gamma + delta < 1 / EXTREME) found.push({ boundary: "polarised-dropout", lost: [3] });
  if (beta < alpha / EXTREME) found.push({ boundary: "always-buys", lost: [0, 1] });
  else if (alpha + beta > EXTREME) found.push({ boundary: "homogeneous", lost: [1] });
  else if (alpha + beta < 1 / EXTREME) {
    found.push({ boundary: "extreme-heterogeneity", lost: [1] });
  }
  return found;
}
