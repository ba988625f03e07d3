import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { expectedSpend, medianSpend, type SpendHistory } from "./expected-spend.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import { likelyPurchases } from "./likely-purchases.ts";
import { logSlopes, logVariance } from "./log-slopes.ts";
import { expectationOf } from "./process-outlook.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { standingOf } from "./standing.ts";
import { daysIn, type TimeUnit } from "./time-unit.ts";
import { discountPerPeriod, worthByPeriod } from "./value-by-period.ts";
import type { ValueAsked } from "./value-question.ts";

/** A number expected, and how it and its uncertainty move with the parameters. */
export interface Estimate {
  readonly value: number;
  /** Per cent that it changes by with a per cent more of each parameter; null where unknown. */
  readonly slopes: Float64Array | null;
  /** Variance of its logarithm; null where the data do not tell all parameters. */
  readonly variance: number | null;
}

/** What a customer is expected to buy. */
export interface Outlook {
  readonly alive: number;
  /** Purchases expected within the horizon. */
  readonly purchases: number;
  /** The same, each discounted to now. */
  readonly discounted: Estimate;
  /** Fewest and most purchases that one such customer is likely to make. */
  readonly likely: readonly [fewest: number, most: number] | null;
}

/** An interval needs slopes only, and these hardly change with the number of periods. */
const SLOPE_PERIODS = 8;

/** What a customer with this history is expected to buy within the horizon. */
export function outlookOf(
  model: FittedPurchaseModel,
  history: PurchaseRow,
  { horizon, annualDiscountRate, confidence }: ValueAsked,
  unit: TimeUnit,
): Outlook {
  const discounted = (asked: PurchaseModel, periods: number): number => {
    const { alive, process } = standingOf(asked, history);
    const length = horizon / periods;
    const discount = discountPerPeriod(annualDiscountRate, length * daysIn(unit));
    let before = 0;
    const purchases = Array.from({ length: periods }, (_, period) => {
      const upTo = expectationOf(process, (period + 1) * length);
      const within = upTo - before;
      before = upTo;
      return within;
    });
    return alive * sumOf(worthByPeriod(purchases, { spend: 1, discount }));
  };
  const standing = standingOf(model, history);
  const { alive, process } = standing;
  const periods = Math.min(horizon, SLOPE_PERIODS);
  const slopes =
    model.covariance === null ? null : logSlopes(model, (moved) => discounted(moved, periods));
  return {
    alive,
    purchases: alive * expectationOf(process, horizon),
    likely: likelyPurchases(standing, horizon, confidence),
    discounted: {
      value: discounted(model, horizon),
      slopes,
      variance: slopes && logVariance(model, slopes),
    },
  };
}

/** What a purchase of a customer is expected to be worth. */
export interface SpendOutlook extends Estimate {
  /** The mean over such customers is infinite, and this is their median. */
  readonly isMedian: boolean;
}

/** Spend per purchase by the spend model; the median where the mean is infinite. */
export function spendOutlookOf(model: FittedGammaGamma, history: SpendHistory): SpendOutlook {
  const mean = expectedSpend(model, history);
  if (mean === null) {
    return { value: medianSpend(model, history), slopes: null, variance: null, isMedian: true };
  }
  const slopes =
    model.covariance === null
      ? null
      : logSlopes(model, (moved) => expectedSpend(moved, history) ?? Number.NaN);
  const variance = slopes && logVariance(model, slopes);
  return { value: mean, slopes, variance, isMedian: false };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
