import { readOptions } from "../base/options.ts";
import { GAPS_CHECKS, type PurchaseGapsQuestion, purchaseGapsOf } from "../counts/collect-gaps.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import { type OrdersSource, readOrdersAsked } from "../counts/orders-source.ts";
import {
  type PurchaseGapCounts,
  type PurchaseGapCountsInput,
  readPurchaseGapCounts,
} from "../counts/purchase-gap-counts.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { measureGaps } from "./time-between-purchases.ts";
import { gapVariantWords } from "./time-between-purchases-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

const OTHERS = ["mean-of-customers", "median", "period-over-frequency", "kaplan-meier"] as const;

/**
 * All forms of the time between purchases side by side, with the reason why each differs.
 *
 * @throws {@link KpiError} `invalid-data` for rows, `invalid-argument` for an option.
 * @example
 * const orders = ["2026-01-02", "2026-01-20", "2026-02-05"].map((date) => ({
 *   customerId: "ann",
 *   date,
 *   amount: 1,
 * }));
 * const { variants } = timeBetweenPurchasesVariants(orders, { period: "2026-Q1" });
 * variants.map(({ variant, value }) => [variant, value]).slice(0, 4); // => [["mean-of-gaps", 17], ["mean-of-customers", 17], ["median", 17], ["period-over-frequency", 30]]
 */
export function timeBetweenPurchasesVariants(
  source: OrdersSource,
  question: PurchaseGapsQuestion = {},
): KpiVariants {
  const asked = readOptions<PurchaseGapsQuestion>(question, GAPS_CHECKS);
  const { counts, options } = purchaseGapsOf(
    readOrdersAsked(source, asked),
    asked.mergeSameDay ?? true,
  );
  return gapsSideBySide(counts, options);
}

/**
 * The same from counts; forms that need a number which is not given are named with the reason.
 *
 * @example
 * const { variants } = timeBetweenPurchasesVariantsFromCounts({
 *   gaps: 3,
 *   gapDays: 48,
 *   gapTable: [[9, 1], [18, 1], [21, 1]],
 * });
 * variants.map(({ value }) => value); // => [16, 18]
 */
export function timeBetweenPurchasesVariantsFromCounts(
  counts: PurchaseGapCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return gapsSideBySide(readPurchaseGapCounts(counts), readConfidence(options));
}

function gapsSideBySide(counts: PurchaseGapCounts, options: MeasureOptions): KpiVariants {
  const others = OTHERS.map((method) => measureGaps(method, counts, options));
  return sideBySide([measureGaps("mean-of-gaps", counts, options), ...others], gapVariantWords);
}
