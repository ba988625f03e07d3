import { readOptions } from "../base/options.ts";
import {
  collectPurchaseGaps,
  type GapMethod,
  gapMethod,
  type PurchaseGapQuestion,
} from "../counts/collect-gaps.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import {
  type PurchaseGapCounts,
  type PurchaseGapCountsInput,
  readPurchaseGapCounts,
} from "../counts/purchase-gap-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  gapsKaplanMeier,
  gapsMean,
  gapsMeanOfCustomers,
  gapsMedian,
  gapsPeriodOverFrequency,
} from "./time-between-purchases-definitions.ts";
import type { GapSymbol } from "./time-between-purchases-words.ts";

export type TimeBetweenPurchases = KpiResult<PurchaseGapCounts>;

/** How counts are to be measured as time between purchases. */
export interface PurchaseGapOptions extends ConfidenceOptions {
  /** As in the question. Default `"mean-of-gaps"`. */
  readonly method?: GapMethod;
}

const DEFINITIONS: Readonly<Record<GapMethod, KpiDefinition<PurchaseGapCounts, GapSymbol>>> = {
  "mean-of-gaps": gapsMean,
  "mean-of-customers": gapsMeanOfCustomers,
  median: gapsMedian,
  "period-over-frequency": gapsPeriodOverFrequency,
  "kaplan-meier": gapsKaplanMeier,
};

/**
 * Days between consecutive purchases of a customer, all gaps within the period pooled.
 *
 * Orders on one day are one purchase unless `mergeSameDay` is `false`. Only customers who came back
 * have a gap, so true gaps are longer: warned as `right-censored`. `method: "kaplan-meier"` takes
 * those who are not back yet into account.
 *
 * @returns `no-value` with reason `no-repeat-purchases` when nobody came back.
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = ["2026-01-02", "2026-01-20", "2026-02-05"].map((date) => ({
 *   customerId: "ann",
 *   date,
 *   amount: 1,
 * }));
 * timeBetweenPurchases(orders).value; // => 17
 */
export function timeBetweenPurchases(
  source: OrdersSource,
  question: PurchaseGapQuestion = {},
): TimeBetweenPurchases {
  const { counts, options, method } = collectPurchaseGaps(source, question);
  return measureGaps(method, counts, options);
}

/**
 * Stage 2 of {@link timeBetweenPurchases}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @returns `no-value` with reason `missing-count` when the form needs a number that is not there.
 * @example
 * timeBetweenPurchasesFromCounts({ gaps: 2, gapDays: 34 }).value; // => 17
 */
export function timeBetweenPurchasesFromCounts(
  counts: PurchaseGapCountsInput,
  options: PurchaseGapOptions = {},
): TimeBetweenPurchases {
  const { method = "mean-of-gaps", ...asked } = readOptions<PurchaseGapOptions>(options, {
    ...CONFIDENCE_CHECKS,
    method: gapMethod,
  });
  return measureGaps(method, readPurchaseGapCounts(counts), asked);
}

/** Measures one form. */
export function measureGaps(
  method: GapMethod,
  counts: PurchaseGapCounts,
  options: MeasureOptions,
): TimeBetweenPurchases {
  const period = counts.question?.period ?? null;
  return measure(DEFINITIONS[method], counts, { period, ...options });
}
