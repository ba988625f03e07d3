import { describe, expect, test } from "vitest";
import {
  accelerationOf,
  bcaLimits,
  bootstrapReplicates,
  type DrawnStatistic,
  percentileLimits,
} from "../../src/stats/bootstrap.ts";
import { randomStream, uniform } from "../../src/stats/random.ts";

/** The spatial test data of Efron & Tibshirani (1993), table 14.1, patients' test A. */
const SPATIAL: readonly number[] = [
  ...[48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6],
  ...[0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41],
];

const of =
  (data: readonly number[], statistic: (values: readonly number[]) => number): DrawnStatistic =>
  (draws) =>
    statistic(Array.from(draws, (at) => data[at] ?? Number.NaN));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const variance = (values: readonly number[]): number =>
  mean(values.map((value) => (value - mean(values)) ** 2));

describe("the bootstrap on the spatial test data (Efron & Tibshirani 1993, chapter 14)", () => {
  const statistic = of(SPATIAL, variance);
  const estimate = variance(SPATIAL);

  test("the variance is 171.5 and its acceleration 0.061", () => {
    expect(estimate).toBeCloseTo(171.5, 1);
    expect(accelerationOf(SPATIAL.length, statistic)).toBeCloseTo(0.061, 3);
  });

  test("its 90 % limits: percentile 100.8 to 233.9, BCa 115.8 to 259.6, but for chance", () => {
    const { values } = bootstrapReplicates(26, statistic, { replicates: 20_000, seed: 1 });
    const [low, high] = percentileLimits(values, 0.9);
    expect(Math.abs(low - 100.8)).toBeLessThan(4);
    expect(Math.abs(high - 233.9)).toBeLessThan(4);
    const acceleration = accelerationOf(26, statistic);
    const [lower = 0, upper = 0] = bcaLimits(values, { estimate, acceleration }, 0.9) ?? [];
    expect(Math.abs(lower - 115.8)).toBeLessThan(6);
    expect(Math.abs(upper - 259.6)).toBeLessThan(6);
  });
});

describe("limits", () => {
  const even = Float64Array.from({ length: 999 }, (_, at) => at + 1);

  test("percentiles are order statistics of (B + 1) times the share", () => {
    expect(percentileLimits(even, 0.9)).toEqual([50, 950]);
  });

  test("without bias and acceleration BCa limits are the percentiles", () => {
    const limits = bcaLimits(even, { estimate: 500, acceleration: 0 }, 0.95);
    expect(limits).toEqual(percentileLimits(even, 0.95));
  });

  test("replicates mostly below the estimate move BCa limits upwards", () => {
    const [lower = 0, upper = 0] = bcaLimits(even, { estimate: 600, acceleration: 0 }, 0.9) ?? [];
    expect(lower).toBeGreaterThan(50);
    expect(upper).toBeGreaterThan(950);
  });

  test("replicates all on one side cannot be corrected", () => {
    expect(bcaLimits(even, { estimate: 2000, acceleration: 0 }, 0.95)).toBeNull();
  });
});

describe("draws", () => {
  test("the same seed draws the same, another seed others", () => {
    const drawn = (seed: number) =>
      bootstrapReplicates(26, of(SPATIAL, mean), { replicates: 50, seed }).values;
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  test("draws without a value are counted and left out", () => {
    const some: DrawnStatistic = (draws) => (draws[0] === 0 ? null : (draws[0] ?? null));
    const { values, withoutValue } = bootstrapReplicates(4, some, { replicates: 400, seed: 1 });
    expect(values.length + withoutValue).toBe(400);
    expect(Math.abs(withoutValue - 100)).toBeLessThan(45);
  });

  test("the acceleration of a mean is its skewness over 6 √n, also by groups", () => {
    const stream = randomStream(3);
    const data = Array.from({ length: 400 }, () => -Math.log(1 - uniform(stream)));
    const centre = mean(data);
    const skewness = mean(data.map((x) => (x - centre) ** 3)) / variance(data) ** 1.5;
    const wanted = skewness / (6 * Math.sqrt(400));
    expect(accelerationOf(400, of(data, mean)) / wanted).toBeGreaterThan(0.5);
    expect(accelerationOf(400, of(data, mean)) / wanted).toBeLessThan(1.5);
    const few = data.slice(0, 150);
    const exact = mean(few.map((x) => (x - mean(few)) ** 3)) / variance(few) ** 1.5;
    const found = accelerationOf(150, of(few, mean));
    expect(found).toBeCloseTo(exact / (6 * Math.sqrt(150)), 10);
  });
});
