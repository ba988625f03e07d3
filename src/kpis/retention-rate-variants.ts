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
import { measureRetention, type RetentionRate } from "./retention-rate.ts";
import { retentionVariantWords } from "./retention-rate-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

/**
 * All forms of retention side by side, with the reason why each differs from the default.
 *
 * @param question - As for {@link retentionRate}; `period` is required.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @example
 * const subscriptions = [
 *   { customerId: "ann", start: "2025-01-01", mrr: 30 },
 *   { customerId: "bob", start: "2025-05-01", mrr: 20 },
 * ];
 * const { variants } = retentionRateVariants(subscriptions, { period: "2025-Q2" });
 * variants.map(({ variant, value }) => [variant, value]).slice(0, 2); // => [["cohort", 1], ["counts", 1]]
 * variants.at(-1)?.value; // => 2
 */
export function retentionRateVariants(
  source: RetentionSource,
  question: CustomersQuestion,
): KpiVariants {
  const { asked, counts, options } = collectRetention(source, question, CUSTOMERS_CHECKS);
  if (counts.question?.source !== "orders") return besides(counts, options, null);
  if (asked.inactiveAfterDays === undefined) {
    return besides(counts, options, measureRetention("repeat-active", counts, options));
  }
  const { inactiveAfterDays: _, ...rest } = asked;
  const buyers = rest as CustomersQuestion; // has its period, as `collectRetention` found
  const { counts: bought } = collectRetention(source, buyers, CUSTOMERS_CHECKS);
  return besides(counts, options, measureRetention("repeat-active", bought, options));
}

/**
 * The same from counts; forms that need a number which is not given are named with the reason.
 *
 * @example
 * const { variants } = retentionRateVariantsFromCounts({
 *   customersAtStart: 1000,
 *   newCustomers: 500,
 *   lostStarters: 50,
 *   customersAtEnd: 1438,
 * });
 * variants.map(({ value }) => value); // => [0.95, 0.938, 1.438]
 */
export function retentionRateVariantsFromCounts(
  counts: RetentionCountsInput,
  options: ConfidenceOptions = {},
): KpiVariants {
  return besides(readRetentionCounts(counts), readConfidence(options), null);
}

function besides(
  counts: RetentionCounts,
  options: MeasureOptions,
  repeatActive: RetentionRate | null,
): KpiVariants {
  const usual = measureRetention("cohort", counts, options);
  const others = (["counts", "counts-with-returned", "end-over-start"] as const)
    .filter((variant) => variant !== usual.variant)
    .filter((variant) => variant !== "counts-with-returned" || counts.returnedCustomers !== null)
    .map((variant) => measureRetention(variant, counts, options));
  return sideBySide(
    [usual, ...others, ...(repeatActive === null ? [] : [repeatActive])],
    retentionVariantWords,
    repeatActive === null ? ["repeat-active"] : [],
  );
}
