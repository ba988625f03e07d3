import type { Objective } from "../stats/objective.ts";
import { deathIntegral, newDeathIntegral } from "./death-integral.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { risingTable } from "./rising-table.ts";
import { totalOf } from "./scale-summary.ts";

/**
 * Mean log-likelihood per customer of Pareto/NBD and its gradient, as a function of ln r, ln α,
 * ln s, ln β. The summary must be grouped.
 *
 * The likelihood is Γ(r+x)/Γ(r) α^r (α+T)^−(r+x) (β/(β+T))^s (1 + e^d), where e^d is the odds that
 * the customer left between the last purchase and now: s/(β+t_x) times the death integral, in
 * units of the first part.
 *
 * @see Schmittlein, Morrison & Colombo (1987), Counting Your Customers: Who Are They and What Will
 *   They Do Next?, Management Science 33(1), 1-24.
 * @see Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related Expressions.
 */
export function paretoNbdLikelihood(summary: PurchaseSummary): Objective {
  const { repeatPurchases, lastPurchaseAge, age, customers } = summary;
  const total = totalOf(null, customers);
  const purchases = risingTable(repeatPurchases);
  const death = newDeathIntegral();

  return (point, gradient) => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = Array.from(point, Math.exp);
    const rate = (point[0] ?? 0) - (point[1] ?? 0); // ln (r/α)
    purchases.fill(r);
    let value = 0;
    let byR = 0;
    let byAlpha = 0;
    let byS = 0;
    let byBeta = 0;
    for (let row = 0; row < age.length; row += 1) {
      const weight = customers[row] ?? 0;
      const x = repeatPurchases[row] ?? 0;
      const last = lastPurchaseAge[row] ?? 0;
      const T = age[row] ?? 0;
      const slot = purchases.slot[row] ?? 0;
      const stillBuying = Math.log1p(T / alpha);
      const stillHere = Math.log1p(T / beta);
      value +=
        weight *
        ((purchases.log[slot] ?? 0) -
          (r + x) * stillBuying -
          s * stillHere +
          (x > 0 ? x * rate : 0));
      byR += weight * ((purchases.byX[slot] ?? 0) - stillBuying);
      byAlpha += (weight * ((r * T) / alpha - x)) / (alpha + T);
      byS -= weight * stillHere;
      byBeta += (weight * ((s * T) / beta)) / (beta + T);
      if (last === T) continue;
      deathIntegral(death, { alpha, beta, p: r + x, q: s + 1, last, T });
      const sinceAlpha = Math.log1p((T - last) / (alpha + last));
      const sinceBeta = Math.log1p((T - last) / (beta + last));
      const odds =
        Math.log((s * death.size) / (beta + last)) + (r + x) * sinceAlpha + s * sinceBeta;
      const small = Math.exp(-Math.abs(odds));
      const left = weight * (odds > 0 ? 1 / (1 + small) : small / (1 + small));
      value += weight * (Math.max(odds, 0) + Math.log1p(small));
      byR += left * (sinceAlpha - death.logAlpha);
      byAlpha -= (left * (r + x) * death.waitAlpha) / (alpha + T);
      byS += left * (1 / s + sinceBeta - death.logBeta);
      byBeta -= left * ((s * death.waitBeta) / (beta + T) + death.overBeta);
    }
    gradient[0] = (byR * r) / total;
    gradient[1] = (byAlpha * alpha) / total;
    gradient[2] = (byS * s) / total;
    gradient[3] = (byBeta * beta) / total;
    return value / total;
  };
}
