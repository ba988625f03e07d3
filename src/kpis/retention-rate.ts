import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { collectRetention } from "../counts/collect-retention.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import {
  CUSTOMERS_CHECKS,
  type CustomersQuestion,
  type RetentionSource,
} from "../counts/customers-question.ts";
import {
  keptCustomers,
  type RetentionCounts,
  type RetentionCountsInput,
  readRetentionCounts,
} from "../counts/retention-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  retentionRateCohort,
  retentionRateCounts,
  retentionRateCountsWithReturned,
  retentionRateEndOverStart,
  retentionRateRepeatActive,
} from "./retention-rate-definitions.ts";
import {
  RETENTION_FORM_CHECKS,
  type RetentionForm,
  type RetentionVariant,
  retentionVariantOf,
} from "./retention-rate-form.ts";
import type { RetentionSymbol } from "./retention-symbols.ts";

export type RetentionRate = KpiResult<RetentionCounts>;

/** A question of retention: who is a customer when, and the form of retention. */
export interface RetentionQuestion extends CustomersQuestion, RetentionForm {}

/** How counts are to be measured as retention. */
export interface RetentionOptions extends ConfidenceOptions, RetentionForm {}

const DEFINITIONS: Readonly<
  Record<RetentionVariant, KpiDefinition<RetentionCounts, RetentionSymbol>>
> = {
  cohort: retentionRateCohort,
  counts: retentionRateCounts,
  "counts-with-returned": retentionRateCountsWithReturned,
  "end-over-start": retentionRateEndOverStart,
  "repeat-active": retentionRateRepeatActive,
};

/**
 * Share of the customers at the start who are still customers at the end.
 *
 * From orders: of the distinct buyers in the baseline (the period before, unless `baseline` says
 * otherwise), the share who bought in the period; with `inactiveAfterDays`, of those whose last
 * order was younger when the period started, the share of whom that is so when it ends. From
 * subscriptions: of those active when the period starts, the share active when it ends. Newcomers
 * are in neither number. The interval is Wilson's and takes customers as independent. `method`
 * chooses other forms; {@link retentionRateVariants} shows them side by side.
 *
 * @param question - `period` is required.
 * @returns `no-value` with reason `no-customers-at-start` when nobody was there at the start.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @see Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 5.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const kept = retentionRate(orders, { period: "2025-Q2" });
 * kept.value; // => 0.5
 * kept.explanation.steps; // => ["1 ÷ 2", "0.5"]
 */
export function retentionRate(source: RetentionSource, question: RetentionQuestion): RetentionRate {
  const { asked, counts, options } = collectRetention<RetentionQuestion>(source, question, {
    ...CUSTOMERS_CHECKS,
    ...RETENTION_FORM_CHECKS,
  });
  return measureRetention(retentionVariantOf(asked), counts, options);
}

/**
 * Stage 2 of {@link retentionRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * Uses `retainedCustomers` where it is known, else the losses of starters, else
 * `(customersAtEnd − newCustomers) ÷ customersAtStart`.
 *
 * @returns `no-value` with reason `missing-count` when the form needs a number that is not there.
 * @example
 * const kept = retentionRateFromCounts({
 *   customersAtStart: 1000,
 *   customersAtEnd: 1100,
 *   newCustomers: 250,
 * });
 * kept.value; // => 0.85
 * kept.explanation.steps; // => ["(1100 − 250) ÷ 1000", "850 ÷ 1000", "0.85"]
 */
export function retentionRateFromCounts(
  counts: RetentionCountsInput,
  options: RetentionOptions = {},
): RetentionRate {
  const asked = readOptions<RetentionOptions>(options, {
    ...CONFIDENCE_CHECKS,
    ...RETENTION_FORM_CHECKS,
  });
  return measureRetention(retentionVariantOf(asked), readRetentionCounts(counts), asked);
}

/** Measures one form; where it is not known who was kept, totals stand in for the default. */
export function measureRetention(
  variant: RetentionVariant,
  counts: RetentionCounts,
  options: MeasureOptions,
): RetentionRate {
  const asked = { period: counts.question?.period ?? null, ...options };
  if (variant === "repeat-active") requireBuyers(counts);
  if (variant !== "cohort") return measure(DEFINITIONS[variant], counts, asked);
  const kept = keptCustomers(counts);
  return kept === null && counts.customersAtEnd !== null
    ? measure(retentionRateCounts, counts, asked)
    : measure(retentionRateCohort, { ...counts, retainedCustomers: kept }, asked);
}

/** Buying in both periods is asked of orders alone, and instead of an age of the last order. */
function requireBuyers({ question }: RetentionCounts): void {
  if (question === null || (question.source === "orders" && question.baseline !== null)) return;
  const expected =
    question.source === "orders"
      ? 'another than "repeat-active" with `inactiveAfterDays`'
      : 'another than "repeat-active", which is of orders';
  throw argumentError("method", expected, "repeat-active");
}
