import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { expectedSpend, type SpendHistory } from "./expected-spend.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import { logSlopes, logVariance } from "./log-slopes.ts";
import type { Lookahead } from "./lookahead.ts";
import { expectationOf, noPurchaseOf } from "./process-outlook.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { standingOf } from "./standing.ts";

/** What the models make of customers over the coming periods. */
export interface ClvOutlook {
  readonly alive: number;
  readonly expectedPurchases: number;
  readonly noPurchase: number | null;
  /** Purchases if still here of one customer; spend of all customers. */
  readonly byPeriod: readonly number[];
  /** Discounted to now, without margin. */
  readonly valueByPeriod: readonly number[];
  readonly logVariance: number | null;
}

/** What one customer is expected to bring; `spent` must have a mean under the model of spend. */
export function clvOfOne(
  purchases: FittedPurchaseModel,
  spend: FittedGammaGamma,
  history: PurchaseRow,
  spent: SpendHistory,
  { fine, coarse }: { readonly fine: Lookahead; readonly coarse: Lookahead },
): ClvOutlook {
  const { alive, process } = standingOf(purchases, history);
  const last = fine.ends.at(-1) ?? 0;
  const byPeriod = purchasesByPeriod(purchases, history, fine);
  const worth = expectedSpend(spend, spent) ?? Number.NaN;
  const discounted = (model: PurchaseModel): number =>
    standingOf(model, history).alive *
    weighted(purchasesByPeriod(model, history, coarse), coarse.factors);
  const parts = [
    varianceOf(purchases, discounted),
    varianceOf(spend, (model) => expectedSpend(model, spent) ?? Number.NaN),
  ];
  return {
    alive,
    expectedPurchases: alive * expectationOf(process, last),
    noPurchase: 1 - alive + alive * noPurchaseOf(process, last),
    byPeriod,
    valueByPeriod: byPeriod.map((count, at) => worth * alive * count * (fine.factors[at] ?? 0)),
    logVariance: sumOrNull(parts),
  };
}

/** Purchases expected in each period of one who is still here. */
function purchasesByPeriod(
  model: PurchaseModel,
  history: PurchaseRow,
  { ends }: Lookahead,
): readonly number[] {
  const { process } = standingOf(model, history);
  const upTo = Array.from(ends, (end) => expectationOf(process, end));
  // Never fewer with time, but for rounding.
  return upTo.map((count, at) => Math.max(0, count - (upTo[at - 1] ?? 0)));
}

function weighted(values: readonly number[], weights: Float64Array): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

/** Variance of the logarithm of an answer above 0; null where the data do not tell it. */
export function varianceOf<Model extends FittedPurchaseModel | FittedGammaGamma>(
  fit: Model,
  ask: (model: Model) => number,
): number | null {
  return fit.covariance === null ? null : logVariance(fit, logSlopes(fit, ask));
}

/** The sum of variances of independent parts; null where one is not a number. */
export function sumOrNull(parts: readonly (number | null)[]): number | null {
  const sum = parts.reduce<number>((total, part) => total + (part ?? Number.NaN), 0);
  return Number.isFinite(sum) ? sum : null;
}
