import { divideExact, readExact, writeExact } from "../base/exact.ts";
import type { CustomerValueCounts } from "../counts/customer-value-counts.ts";
import { DEFAULT_CONFIDENCE, roundStatistic } from "../result/interval.ts";
import type { MeasureOptions } from "../result/measure.ts";
import { meanRatioInterval } from "../stats/mean-ratio-interval.ts";
import { type Moments, momentsOfSums } from "../stats/moments-of-sums.ts";
import type { NoRatioReason, NpsClassRatio } from "./clv-by-nps-class-shape.ts";
import type { HistoricalClv } from "./historical-clv.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** One mean value over another, with its interval where the samples can carry one. */
export function ratioOfMeans(
  first: HistoricalClv | undefined,
  second: HistoricalClv | undefined,
  { confidence = DEFAULT_CONFIDENCE, interval }: MeasureOptions,
): NpsClassRatio {
  const without = (because: NoRatioReason): NpsClassRatio => ({
    ...{ value: null, exact: null, interval: null, because },
  });
  if (first?.status !== "measured" || second?.status !== "measured") return without("no-customers");
  if (first.value <= 0 || second.value <= 0) return without("not-positive");
  const exact = writeExact(divideExact(readExact(first.exact), readExact(second.exact)));
  const ratio = { value: Number(exact), exact };
  const bare = (because: NoRatioReason): NpsClassRatio => ({ ...ratio, interval: null, because });
  if (interval === false) return bare("not-wanted");
  const fewest = Math.min(first.counts.customers, second.counts.customers);
  if (fewest < ADVISED_UNITS) return bare("small-sample");
  const [a, b] = [valueMoments(first.counts), valueMoments(second.counts)];
  const [lower, upper] = meanRatioInterval(a, b, confidence);
  if (lower === upper) return bare("no-spread");
  return {
    ...ratio,
    interval: {
      ...{ lower: roundStatistic(lower), upper: roundStatistic(upper) },
      ...{ confidence, method: "log-delta" },
    },
    because: null,
  };
}

/** Moments of what is left of each customer's revenue: its margin, less the costs. */
function valueMoments(counts: CustomerValueCounts): Moments {
  const { customers, revenue, revenueSquared, revenueCubed, margin, costToServe, cac } = counts;
  const { n, mean, variance, skewness } = momentsOfSums({
    ...{ n: customers, sum: revenue, squares: revenueSquared ?? 0, cubes: revenueCubed ?? 0 },
  });
  const share = margin ?? 1;
  const costs = Number(costToServe ?? 0) + Number(cac ?? 0);
  return { n, mean: share * mean - costs, variance: share ** 2 * variance, skewness };
}
