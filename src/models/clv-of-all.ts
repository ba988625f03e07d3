import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { type ClvOutlook, sumOrNull, varianceOf } from "./clv-of-one.ts";
import { expectedSpendOfAll } from "./expected-spend.ts";
import type { FittedGammaGamma, GammaGamma } from "./gamma-gamma.ts";
import { groupsOf } from "./group-summary.ts";
import type { Lookahead } from "./lookahead.ts";
import { expectationOf } from "./process-outlook.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { rowOf } from "./read-summary.ts";
import { standingOf } from "./standing.ts";

/**
 * What all customers of a summary are expected to bring together; like histories are asked about
 * once. Null where the spend of some of them has no mean.
 */
export function clvOfAll(
  purchases: FittedPurchaseModel,
  spend: FittedGammaGamma,
  summary: PurchaseSummary,
  { fine, coarse }: { readonly fine: Lookahead; readonly coarse: Lookahead },
): ClvOutlook | null {
  const { customers } = summary;
  const { summary: groups, groupOf } = groupsOf(summary);
  const weightOf = (values: Float64Array): Float64Array => {
    const weights = new Float64Array(groups.age.length);
    for (const [row, group] of groupOf.entries()) {
      weights[group] = (weights[group] ?? 0) + (values[row] ?? 0) * (customers[row] ?? 1);
    }
    return weights;
  };
  const spent = expectedSpendOfAll(spend, summary);
  if (spent.some(Number.isNaN)) return null;
  const weights = weightOf(spent);
  const byPeriod = totalsByPeriod(purchases, groups, weights, fine);
  const discounted = (model: PurchaseModel): number =>
    dot(totalsByPeriod(model, groups, weights, coarse), coarse.factors);
  // By spend, each customer counts as often as the purchases that are expected.
  const each = discountedOfGroups(purchases, groups, coarse);
  const worth = (model: GammaGamma): number => {
    const mean = expectedSpendOfAll(model, summary);
    let sum = 0;
    for (const [row, group] of groupOf.entries()) {
      sum += (mean[row] ?? 0) * (customers[row] ?? 1) * (each[group] ?? 0);
    }
    return sum;
  };
  const alive = Float64Array.from(
    groups.age,
    (_, row) => standingOf(purchases, rowOf(groups, row)).alive,
  );
  const last = fine.ends.at(-1) ?? 0;
  const whole = { ends: Float64Array.of(last), factors: Float64Array.of(1) };
  return {
    alive: dot(alive, groups.customers),
    expectedPurchases: totalsByPeriod(purchases, groups, groups.customers, whole)[0] ?? 0,
    noPurchase: null,
    byPeriod: [...byPeriod],
    valueByPeriod: Array.from(byPeriod, (value, at) => value * (fine.factors[at] ?? 0)),
    logVariance: sumOrNull([varianceOf(purchases, discounted), varianceOf(spend, worth)]),
  };
}

/** Weighted purchases of all groups in each period. */
function totalsByPeriod(
  model: PurchaseModel,
  groups: PurchaseSummary,
  weights: Float64Array,
  { ends }: Lookahead,
): Float64Array {
  const totals = new Float64Array(ends.length);
  for (let row = 0; row < weights.length; row += 1) {
    const { alive, process } = standingOf(model, rowOf(groups, row));
    const weight = alive * (weights[row] ?? 0);
    let before = 0;
    for (let at = 0; at < ends.length; at += 1) {
      const upTo = expectationOf(process, ends[at] ?? 0);
      totals[at] = (totals[at] ?? 0) + weight * Math.max(0, upTo - before);
      before = upTo;
    }
  }
  return totals;
}

/** Purchases of one customer of each group, discounted to now. */
function discountedOfGroups(
  model: PurchaseModel,
  groups: PurchaseSummary,
  { ends, factors }: Lookahead,
): Float64Array {
  return Float64Array.from(groups.age, (_, row) => {
    const { alive, process } = standingOf(model, rowOf(groups, row));
    const upTo = ends.map((end) => expectationOf(process, end));
    return (
      alive * upTo.reduce((sum, n, at) => sum + (n - (upTo[at - 1] ?? 0)) * (factors[at] ?? 0), 0)
    );
  });
}

function dot(values: Float64Array, weights: Float64Array): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
