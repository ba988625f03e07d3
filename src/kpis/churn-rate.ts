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
  churnRateAll,
  churnRateAverage,
  churnRateCounts,
  churnRateEnd,
  churnRateHazard,
  churnRateInvoluntary,
  churnRateMid,
  churnRateProbability,
  churnRateStarters,
  churnRateStartPlusNew,
  churnRateVoluntary,
} from "./churn-rate-definitions.ts";
import { CHURN_FORM_CHECKS, type ChurnForm, churnVariantOf } from "./churn-rate-form.ts";
import type { ChurnVariant } from "./churn-rate-formulas.ts";
import type { RetentionSymbol } from "./retention-symbols.ts";

export type ChurnRate = KpiResult<RetentionCounts>;

/** A question of churn: who is a customer when, and the form of churn. */
export interface ChurnQuestion extends CustomersQuestion, ChurnForm {}

/** How counts are to be measured as churn. */
export interface ChurnOptions extends ConfidenceOptions, ChurnForm {}

const DEFINITIONS: Readonly<Record<ChurnVariant, KpiDefinition<RetentionCounts, RetentionSymbol>>> =
  {
    starters: churnRateStarters,
    counts: churnRateCounts,
    all: churnRateAll,
    average: churnRateAverage,
    mid: churnRateMid,
    "start-plus-new": churnRateStartPlusNew,
    end: churnRateEnd,
    "exposure-hazard": churnRateHazard,
    "exposure-probability": churnRateProbability,
    voluntary: churnRateVoluntary,
    involuntary: churnRateInvoluntary,
  };

/**
 * Share of the customers at the start who are lost by the end.
 *
 * Takes the same question as {@link retentionRate}, so churn is exactly one minus retention.
 * Customers who joined and left within the period are in neither number. `denominator` and
 * `numerator` choose other forms; {@link churnRateVariants} shows them side by side.
 *
 * @param question - `period` is required.
 * @returns `no-value` with reason `no-customers-at-start` when nobody was there at the start.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @see Noble, S. H. (2011), Defining churn rate, Shopify Engineering.
 * @example
 * const subscriptions = [
 *   { customerId: "ann", start: "2025-01-01", mrr: 30 },
 *   { customerId: "bob", start: "2025-01-15", end: "2025-04-20", mrr: 20 },
 * ];
 * churnRate(subscriptions, { period: "2025-Q2" }).value; // => 0.5
 * churnRate(subscriptions, { period: "2025-Q2", denominator: "average" }).exact?.slice(0, 6); // => "0.6666"
 */
export function churnRate(source: RetentionSource, question: ChurnQuestion): ChurnRate {
  const { asked, counts, options } = collectRetention<ChurnQuestion>(source, question, {
    ...CUSTOMERS_CHECKS,
    ...CHURN_FORM_CHECKS,
  });
  return measureChurn(churnVariantOf(asked), counts, options);
}

/**
 * Stage 2 of {@link churnRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @returns `no-value` with reason `missing-count` when the form needs a number that is not there.
 * @example
 * const month = {
 *   customersAtStart: 1000,
 *   newCustomers: 500,
 *   lostCustomers: 62,
 *   lostStarters: 50,
 *   customersAtEnd: 1438,
 * };
 * churnRateFromCounts(month).value; // => 0.05
 * churnRateFromCounts(month, { numerator: "all" }).value; // => 0.062
 */
export function churnRateFromCounts(
  counts: RetentionCountsInput,
  options: ChurnOptions = {},
): ChurnRate {
  const asked = readOptions<ChurnOptions>(options, { ...CONFIDENCE_CHECKS, ...CHURN_FORM_CHECKS });
  return measureChurn(churnVariantOf(asked), readRetentionCounts(counts), asked);
}

/** Measures one form; where it is not known who was kept, totals stand in for the default. */
export function measureChurn(
  variant: Exclude<ChurnVariant, "counts">,
  counts: RetentionCounts,
  options: MeasureOptions,
): ChurnRate {
  const asked = { period: counts.question?.period ?? null, ...options };
  if (variant !== "starters") return measure(DEFINITIONS[variant], counts, asked);
  const kept = keptCustomers(counts);
  return kept === null && counts.customersAtEnd !== null
    ? measure(churnRateCounts, counts, asked)
    : measure(churnRateStarters, { ...counts, retainedCustomers: kept }, asked);
}
