import {
  collectPurchaseGaps,
  type GapMethod,
  type PurchaseGapQuestion,
} from "../counts/collect-gaps.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import type { OrdersSource } from "../counts/orders-source.ts";
import {
  type PurchaseGapCounts,
  type PurchaseGapCountsInput,
  readPurchaseGapCounts,
} from "../counts/purchase-gap-counts.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { gapsMean, gapsMedian } from "./time-between-purchases-definitions.ts";

export type TimeBetweenPurchases = KpiResult<PurchaseGapCounts>;

/**
 * Days between consecutive purchases of a customer, all gaps within the period pooled.
 *
 * Orders on one day are one purchase unless `mergeSameDay` is `false`. Only customers who came back
 * have a gap, so true gaps are longer: warned as `right-censored`.
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
  return measureGaps(counts, method, options);
}

/**
 * Stage 2 of {@link timeBetweenPurchases}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * timeBetweenPurchasesFromCounts({ gaps: 2, gapDays: 34 }).value; // => 17
 */
export function timeBetweenPurchasesFromCounts(
  counts: PurchaseGapCountsInput,
  options: ConfidenceOptions = {},
): TimeBetweenPurchases {
  return measureGaps(readPurchaseGapCounts(counts), "mean-of-gaps", readConfidence(options));
}

function measureGaps(
  counts: PurchaseGapCounts,
  method: GapMethod,
  options: MeasureOptions,
): TimeBetweenPurchases {
  const period = counts.question?.period ?? null;
  const asked = { period, ...options };
  return method === "median"
    ? measure(gapsMedian, counts, asked)
    : measure(gapsMean, counts, asked);
}
