import {
  collectRetention,
  RETENTION_CHECKS,
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
import { minus, over, symbol } from "../result/formula.ts";
import type { KpiResult, Source } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { retentionWords } from "./retention-rate-words.ts";
import { smallSample } from "./small-sample.ts";

export type RetentionRate = KpiResult<RetentionCounts>;

const SOURCES: readonly Source[] = [
  {
    citation:
      "Farris, Bendle, Pfeifer & Reibstein (2010), Marketing Metrics, 2nd ed., chapter 5: retention rate.",
  },
  { citation: "Wilson (1927), Probable Inference, JASA 22(158), 209-212: the interval." },
];

/** Starters kept over starters: needs to know who was kept. */
export const retentionRateCohort: KpiDefinition<
  RetentionCounts,
  "retainedCustomers" | "customersAtStart"
> = {
  kpi: "retentionRate",
  variant: "cohort",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () => over(symbol("retainedCustomers"), symbol("customersAtStart")),
  symbols: (counts) => ({
    retainedCustomers: { kind: "count", value: counts.retainedCustomers ?? 0 },
    customersAtStart: { kind: "count", value: counts.customersAtStart },
  }),
  noValue: (counts) => (counts.customersAtStart === 0 ? "no-customers-at-start" : null),
  interval: ({ retainedCustomers, customersAtStart }, confidence) => ({
    method: "wilson",
    bounds: wilsonInterval(retainedCustomers ?? 0, customersAtStart, confidence),
  }),
  warnings: (counts) => smallSample(counts.customersAtStart),
  sources: SOURCES,
  words: retentionWords,
};

/** `(E − N) ÷ S`: for people who know three totals and not who is behind them. */
export const retentionRateCounts: KpiDefinition<
  RetentionCounts,
  "customersAtEnd" | "newCustomers" | "customersAtStart"
> = {
  kpi: "retentionRate",
  variant: "counts",
  version: 1,
  unit: () => ({ kind: "share" }),
  formula: () =>
    over(minus(symbol("customersAtEnd"), symbol("newCustomers")), symbol("customersAtStart")),
  symbols: (counts) => ({
    customersAtEnd: { kind: "count", value: counts.customersAtEnd ?? 0 },
    newCustomers: { kind: "count", value: counts.newCustomers ?? 0 },
    customersAtStart: { kind: "count", value: counts.customersAtStart },
  }),
  noValue: (counts) => (counts.customersAtStart === 0 ? "no-customers-at-start" : null),
  interval: (counts, confidence) => {
    const kept = keptByCounts(counts);
    if (kept > counts.customersAtStart) return { because: "not-a-share" };
    return { method: "wilson", bounds: wilsonInterval(kept, counts.customersAtStart, confidence) };
  },
  warnings: (counts) => [
    ...smallSample(counts.customersAtStart),
    ...(keptByCounts(counts) > counts.customersAtStart
      ? [
          {
            code: "reactivations-inflate" as const,
            retained: keptByCounts(counts),
            customersAtStart: counts.customersAtStart,
          },
        ]
      : []),
  ],
  sources: SOURCES,
  words: retentionWords,
};

/** E − N. */
function keptByCounts({ customersAtEnd, newCustomers }: RetentionCounts): number {
  return (customersAtEnd ?? 0) - (newCustomers ?? 0);
}

/**
 * Share of the customers at the start who are still customers at the end.
 *
 * From orders: of the distinct buyers in the baseline (the period before, unless `baseline` says
 * otherwise), the share who bought in the period. From subscriptions: of those active when the
 * period starts, the share active when it ends. Newcomers are in neither number. The interval is
 * Wilson's and takes customers as independent.
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
  const { counts, options } = collectRetention(source, question, RETENTION_CHECKS);
  return measureRetention(counts, options);
}

/**
 * Stage 2 of {@link retentionRate}: from counts made here, in SQL, merged, or typed by hand.
 *
 * Uses `retainedCustomers` where it is known, else the losses of starters, else
 * `(customersAtEnd − newCustomers) ÷ customersAtStart`.
 *
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
  options: ConfidenceOptions = {},
): RetentionRate {
  return measureRetention(readRetentionCounts(counts), readConfidence(options));
}

function measureRetention(counts: RetentionCounts, options: MeasureOptions): RetentionRate {
  const asked = { period: counts.question?.period ?? null, ...options };
  const kept = keptCustomers(counts);
  return kept === null
    ? measure(retentionRateCounts, counts, asked)
    : measure(retentionRateCohort, { ...counts, retainedCustomers: kept }, asked);
}
