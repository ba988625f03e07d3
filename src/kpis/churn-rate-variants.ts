import { collectRetention } from "../counts/collect-retention.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import {
  CUSTOMERS_CHECKS,
  type CustomersQuestion,
  type RetentionSource,
} from "../counts/customers-question.ts";
import {
  type RetentionCounts,
  type RetentionCountsInput,
  readRetentionCounts,
} from "../counts/retention-counts.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { measureChurn } from "./churn-rate.ts";
import { churnVariantWords } from "./churn-rate-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

const OTHERS = [
  ...["all", "average", "mid", "start-plus-new", "end"],
  ...["exposure-hazard", "exposure-probability"],
] as const;

const REASONS = ["voluntary", "involuntary"] as const;

/**
 * All forms of churn side by side, with the reason why each differs from the default.
 *
 * @param question - As for {@link churnRate}; `period` is required.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @example
 * const subscriptions = [
 *   { customerId: "ann", start: "2025-01-01", mrr: 30 },
 *   { customerId: "bob", start: "2025-01-15", end: "2025-04-20", mrr: 20 },
 *   { customerId: "cleo", start: "2025-05-01", end: "2025-06-01", mrr: 20 },
 * ];
 * const { variants } = churnRateVariants(subscriptions, { period: "2025-Q2" });
 * variants.map(({ variant }) => variant).slice(0, 3); // => ["starters", "all", "average"]
 * variants[1]?.difference; // => "Counts 1 customer who joined and left within the period."
 */
export function churnRateVariants(
  source: RetentionSource,
  question: CustomersQuestion,
): KpiVariants {
  const { counts, options } = collectRetention(source, question, CUSTOMERS_CHECKS);
  return churnSideBySide(counts, options);
}

/**
 * The same from counts; forms that need a number which is not given are named with the reason.
 *
 * @example
 * const { variants } = churnRateVariantsFromCounts({
 *   customersAtStart: 1000,
 *   newCustomers: 500,
 *   lostCustomers: 62,
 *   lostStarters: 50,
 *   customersAtEnd: 1438,
 * });
 * variants.map(({ value }) => value?.toFixed(4)).slice(0, 4); // => ["0.0500", "0.0620", "0.0509", "0.0496"]
 */
export function churnRateVariantsFromCounts(
  counts: RetentionCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return churnSideBySide(readRetentionCounts(counts), readConfidence(options));
}

function churnSideBySide(counts: RetentionCounts, options: MeasureOptions): KpiVariants {
  const reasons = counts.voluntaryLostStarters === null ? [] : REASONS;
  const others = [...OTHERS, ...reasons].map((variant) => measureChurn(variant, counts, options));
  return sideBySide([measureChurn("starters", counts, options), ...others], churnVariantWords);
}
