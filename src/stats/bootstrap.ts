import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { randomStream, uniform } from "./random.ts";

/** A statistic of some of `n` units, given by their indexes; `null` where it has no value. */
export type DrawnStatistic = (draws: Int32Array) => number | null;

/** What a statistic came to on many resamples of the same units. */
export interface Replicates {
  /** Ascending. */
  readonly values: Float64Array;
  /** Resamples on which the statistic had no value. */
  readonly withoutValue: number;
}

/**
 * Draws `n` units out of `n` with replacement, again and again, and takes the statistic of each draw.
 *
 * @see Efron (1979), Bootstrap Methods: Another Look at the Jackknife, Annals of Statistics 7(1), 1-26.
 */
export function bootstrapReplicates(
  n: number,
  statistic: DrawnStatistic,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
): Replicates {
  const stream = randomStream(seed);
  const draws = new Int32Array(n);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let at = 0; at < n; at += 1) draws[at] = Math.floor(uniform(stream) * n);
    const value = statistic(draws);
    if (value !== null) values.push(value);
  }
  return { values: Float64Array.from(values).sort(), withoutValue: replicates - values.length };
}

/** More groups than these are not left out one by one: the acceleration is steady long before. */
const MOST_GROUPS = 200;

/**
 * The acceleration of a statistic: a sixth of the skewness of what each unit contributes. The units
 * are left out one at a time, or, where they are more than 200, in 200 groups of every 200th unit.
 *
 * @returns 0 where leaving out changes nothing.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, equation 14.15, and chapter 11 for
 *   leaving out groups.
 */
export function accelerationOf(n: number, statistic: DrawnStatistic): number {
  const groups = Math.min(n, MOST_GROUPS);
  const values: number[] = [];
  const all = Int32Array.from({ length: n }, (_, at) => at);
  for (let group = 0; group < groups; group += 1) {
    const value = statistic(all.filter((at) => at % groups !== group));
    if (value !== null) values.push(value);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    const difference = mean - value;
    squares += difference ** 2;
    cubes += difference ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/**
 * Limits that leave out the same number of replicates at each end.
 *
 * @see Efron & Tibshirani (1993), section 13.3 and, for the order statistics, page 160.
 * @example
 * const replicates = Float64Array.from({ length: 999 }, (_, at) => at + 1);
 * percentileLimits(replicates, 0.95); // => [25, 975]
 */
export function percentileLimits(
  replicates: Float64Array,
  confidence: number,
): readonly [lower: number, upper: number] {
  const tail = (1 - confidence) / 2;
  return [orderStatistic(replicates, tail), orderStatistic(replicates, 1 - tail)];
}

/**
 * Limits corrected for the bias of the replicates and for a spread that changes with the value.
 * Replicates equal to the estimate count by half as below it.
 *
 * @returns `null` where all replicates lie on one side of the estimate, or a few units are too unlike.
 * @see Efron (1987), Better Bootstrap Confidence Intervals, Journal of the American Statistical
 *   Association 82(397), 171-185; Efron & Tibshirani (1993), equations 14.9 to 14.14.
 */
export function bcaLimits(
  replicates: Float64Array,
  { estimate, acceleration }: { readonly estimate: number; readonly acceleration: number },
  confidence: number,
): readonly [lower: number, upper: number] | null {
  let [below, equal] = [0, 0];
  for (const value of replicates) {
    if (value < estimate) below += 1;
    else if (value === estimate) equal += 1;
  }
  const bias = normalQuantile((below + equal / 2) / replicates.length);
  if (!Number.isFinite(bias)) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const [lower, upper] = [bias - z, bias + z];
  // Beyond this the correction turns round: the units are too few and too unlike.
  if (acceleration * lower >= 1 || acceleration * upper >= 1) return null;
  const share = (from: number): number => normalCdf(bias + from / (1 - acceleration * from));
  return [orderStatistic(replicates, share(lower)), orderStatistic(replicates, share(upper))];
}

/** The replicate that a share of all lies below, counted from the nearer end. */
function orderStatistic(sorted: Float64Array, share: number): number {
  const { length } = sorted;
  const tail = Math.min(share, 1 - share) * (1 + 1e-12); // 0.025 is often a little less
  const place = Math.max(1, Math.floor((length + 1) * tail));
  return sorted[share < 0.5 ? place - 1 : length - place] ?? Number.NaN;
}
