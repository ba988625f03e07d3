import type { Objective } from "../stats/objective.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { risingTable } from "./rising-table.ts";
import { survivalTable } from "./survival-table.ts";

/** Which member of the family: when a customer may leave, and how regular purchases are. */
export interface BetaGeometricKind {
  /** 0: a customer may leave after each repeat purchase (BG/NBD); 1: after the first too (MBG/NBD). */
  readonly chancesAtStart: 0 | 1;
  /** Gaps are sums of k exponential ones: 1 is chance, more is regularity. */
  readonly k: number;
}

/**
 * Mean log-likelihood per customer of BG/NBD, MBG/NBD and their Erlang-k relatives, and its
 * gradient, as a function of ln r, ln α, ln a, ln b. The summary must be grouped.
 *
 * With n = x + `chancesAtStart` chances to leave, the likelihood is
 * Γ(r+kx)/Γ(r) α^r (α+T)^−(r+kx) · B(a, b+n)/B(a, b) · (S + e^d), where
 * S = Σ_{j<k} C(r+kx+j−1, j) ((T−t_x)/(α+T))^j stands for "still here" and
 * d = ln(a/(b+n−1)) + (r+kx) ln((α+T)/(α+t_x)) for "gone since the last purchase".
 *
 * @see Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science
 *   24(2), 275-284, equation 6.
 * @see Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for
 *   customer base analysis, International Journal of Research in Marketing 24(3), 201-209.
 * @see Platzer & Reutterer (2016), Ticking Away the Moments, Marketing Science 35(5), 779-799
 *   (the Erlang timing).
 */
export function betaGeometricLikelihood(
  summary: PurchaseSummary,
  { chancesAtStart, k }: BetaGeometricKind,
): Objective {
  const { repeatPurchases, lastPurchaseAge, age, customers } = summary;
  const rows = age.length;
  const total = customers.reduce((sum, weight) => sum + weight, 0);
  const ticks = repeatPurchases.map((x) => k * x);
  const purchases = risingTable(ticks);
  const survivals = survivalTable(repeatPurchases.map((x) => x + chancesAtStart));

  return (point, gradient) => {
    const [r, alpha, a, b] = [exp(point, 0), exp(point, 1), exp(point, 2), exp(point, 3)];
    const rate = (point[0] ?? 0) - (point[1] ?? 0); // ln (r/α)
    purchases.fill(r);
    survivals.fill(a, b);
    let value = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (let row = 0; row < rows; row += 1) {
      const weight = customers[row] ?? 0;
      const x = repeatPurchases[row] ?? 0;
      const last = lastPurchaseAge[row] ?? 0;
      const T = age[row] ?? 0;
      const kx = k * x;
      const slot = purchases.slot[row] ?? 0;
      const chance = survivals.slot[row] ?? 0;
      const chances = x + chancesAtStart;
      const shape = r + kx;
      const gone = Math.log1p(T / alpha);
      let logSum = 0; // ln (S + e^d)
      let here = 1; // S / (S + e^d), the chance of being alive
      let hereByR = 0; // derivatives of ln S
      let hereByAlpha = 0;
      if (k > 1) {
        const share = (T - last) / (alpha + T);
        let [sum, sumByR, sumByShare, term, reciprocals] = [1, 0, 0, 1, 0];
        for (let j = 1; j < k; j += 1) {
          term *= ((shape + j - 1) / j) * share;
          reciprocals += 1 / (shape + j - 1);
          sum += term;
          sumByR += term * reciprocals;
          sumByShare += term * j;
        }
        logSum = Math.log(sum);
        hereByR = sumByR / sum;
        hereByAlpha = -sumByShare / sum / (alpha + T);
      }
      let lossByR = 0; // derivatives of d
      let lossByAlpha = 0;
      let lossByA = 0;
      let lossByB = 0;
      if (chances > 0) {
        lossByR = Math.log1p((T - last) / (alpha + last));
        const d = (survivals.logOdds[chance] ?? 0) + shape * lossByR;
        const odds = Math.exp(-Math.abs(d - logSum));
        here = d > logSum ? odds / (1 + odds) : 1 / (1 + odds);
        logSum = Math.max(d, logSum) + Math.log1p(odds);
        lossByAlpha = (shape * (last - T)) / ((alpha + T) * (alpha + last));
        lossByA = 1 / a;
        lossByB = -1 / (b + (chances - 1));
      }
      const left = 1 - here;
      value +=
        weight *
        ((purchases.log[slot] ?? 0) +
          (survivals.log[chance] ?? 0) -
          shape * gone +
          (kx > 0 ? kx * rate : 0) +
          logSum);
      byR += weight * ((purchases.byX[slot] ?? 0) - gone + here * hereByR + left * lossByR);
      byAlpha +=
        weight * (((r * T) / alpha - kx) / (alpha + T) + here * hereByAlpha + left * lossByAlpha);
      byA += weight * ((survivals.byA[chance] ?? 0) + left * lossByA);
      byB += weight * ((survivals.byB[chance] ?? 0) + left * lossByB);
    }
    gradient[0] = (byR * r) / total;
    gradient[1] = (byAlpha * alpha) / total;
    gradient[2] = (byA * a) / total;
    gradient[3] = (byB * b) / total;
    return value / total;
  };
}

function exp(point: Float64Array, index: number): number {
  return Math.exp(point[index] ?? 0);
}
