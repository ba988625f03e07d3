import {
  collectRetention,
  type RetentionQuestion,
  type RetentionSource,
} from "../counts/collect-retention.ts";
import { type ConfidenceOptions, readConfidence } from "../counts/confidence.ts";
import {
  keptCustomers,
  type RetentionCounts,
  type RetentionCountsInput,
  readRetentionCounts,
} from "../counts/retention-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import { minus, over, plus, symbol } from "../result/formula.ts";
import type { KpiResult, Source } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { churnWords } from "./retention-rate-words.ts";
import { smallSample } from "./small-sample.ts";

export type ChurnRate = KpiResult<RetentionCounts>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Noble, S. H. (2011), Defining churn rate, Shopify Engineering: the forms and their faults.",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/** Lost starters over starters: exactly one minus retention. */
export const churnRateStarters: KpiDefinition<
  RetentionCounts,
  "customersAtStart" | "retainedCustomers"
> = {
  kpi: "churnRate",
  variant: "starters",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () =>
    over(
      minus(symbol("customersAtStart"), symbol("retainedCustomers")),
      symbol("customersAtStart"),
    ),
  symbols: (counts) => ({
    customersAtStart: { kind: "count", value: counts.customersAtStart },
    retainedCustomers: { kind: "count", value: counts.retainedCustomers ?? 0 },
  }),
  noValue: (counts) => (counts.customersAtStart === 0 ? "no-customers-at-start" : null),
  interval: ({ customersAtStart, retainedCustomers }, confidence) => ({
    method: "wilson",
    bounds: wilsonInterval(
      customersAtStart - (retainedCustomers ?? 0),
      customersAtStart,
      confidence,
    ),
  }),
  warnings: (counts) => smallSample(counts.customersAtStart),
  sources: SOURCES,
  words: churnWords,
};

/** `(S + N − E) ÷ S`, one minus `(E − N) ÷ S`: for people who know three totals. */
export const churnRateCounts: KpiDefinition<
  RetentionCounts,
  "customersAtStart" | "newCustomers" | "customersAtEnd"
> = {
  kpi: "churnRate",
  variant: "counts",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () =>
    over(
      minus(plus(symbol("customersAtStart"), symbol("newCustomers")), symbol("customersAtEnd")),
      symbol("customersAtStart"),
    ),
  symbols: (counts) => ({
    customersAtStart: { kind: "count", value: counts.customersAtStart },
    newCustomers: { kind: "count", value: counts.newCustomers ?? 0 },
    customersAtEnd: { kind: "count", value: counts.customersAtEnd ?? 0 },
  }),
  noValue: (counts) => (counts.customersAtStart === 0 ? "no-customers-at-start" : null),
  interval: (counts, confidence) => {
    const lost = lostByCounts(counts);
    if (lost < 0) return { because: "not-a-share" };
    return { method: "wilson", bounds: wilsonInterval(lost, counts.customersAtStart, confidence) };
  },
  warnings: (counts) => [
    ...smallSample(counts.customersAtStart),
    ...(lostByCounts(counts) < 0
      ? [
          {
            code: "reactivations-inflate" as const,
            retained: (counts.customersAtEnd ?? 0) - (counts.newCustomers ?? 0),
            customersAtStart: counts.customersAtStart,
          },
        ]
      : []),
  ],
  sources: SOURCES,
  words: churnWords,
};

/** S + N − E. */
function lostByCounts(counts: RetentionCounts): number {
  return counts.customersAtStart + (counts.newCustomers ?? 0) - (counts.customersAtEnd ?? 0);
}

/**
 * Share of the customers at the start who are lost by the end.
 *
 * Takes the same question as {@link retentionRate}, so churn is exactly one minus retention.
 * Customers who joined and left within the period are in neither number.
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
 */
export function churnRate(source: RetentionSource, question: RetentionQuestion): ChurnRate {
  const { counts, options } = collectRetention(source, question);
  return measureChurn(counts, options);
}

/**
 * Stage 2 of {@link churnRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * @example
 * churnRateFromCounts({ customersAtStart: 2000, lostCustomers: 300 }).value; // => 0.15
 */
export function churnRateFromCounts(
  counts: RetentionCountsInput,
  options: ConfidenceOptions = {},
): ChurnRate {
  return measureChurn(readRetentionCounts(counts), readConfidence(options));
}

function measureChurn(counts: RetentionCounts, options: MeasureOptions): ChurnRate {
  const asked = { period: counts.question?.period ?? null, ...options };
  const kept = keptCustomers(counts);
  return kept === null
    ? measure(churnRateCounts, counts, asked)
    : measure(churnRateStarters, { ...counts, retainedCustomers: kept }, asked);
}
