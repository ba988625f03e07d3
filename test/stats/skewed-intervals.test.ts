import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { skewedMeanInterval } from "../../src/stats/skewed-mean-interval.ts";
import { type PairSums, skewedRatioInterval } from "../../src/stats/skewed-ratio-interval.ts";
import { tInterval } from "../../src/stats/t-interval.ts";
import fixture from "../fixtures/intervals.json" with { type: "json" };

/** Sums of whole numbers, exact however large. */
function sumsOf(xs: readonly number[], ys: readonly number[]): PairSums {
  const sum = (xPower: number, yPower: number) =>
    xs.reduce(
      (total, x, at) => total + BigInt(x) ** BigInt(xPower) * BigInt(ys[at] ?? 0) ** BigInt(yPower),
      0n,
    );
  return {
    n: xs.length,
    ...{ x: sum(1, 0), y: sum(0, 1) },
    ...{ xx: sum(2, 0), xy: sum(1, 1), yy: sum(0, 2) },
    ...{ xxx: sum(3, 0), xxy: sum(2, 1), xyy: sum(1, 2), yyy: sum(0, 3) },
  };
}

const ones = (numbers: readonly number[]) => numbers.map(() => 1);
const cents = (numbers: readonly number[]) => numbers.map((number) => Math.round(100 * number));

describe("agreement with numpy from the data, roots found numerically", () => {
  test.each(fixture.skewed_ratio)("a ratio at $confidence", ({ x, y, confidence, interval }) => {
    const [lower, upper] = skewedRatioInterval(sumsOf(x, cents(y)), confidence);
    expect(lower / 100).toBeCloseTo(interval[0] ?? Number.NaN, 9);
    expect(upper / 100).toBeCloseTo(interval[1] ?? Number.NaN, 9);
  });

  test.each(fixture.skewed_mean)("a mean at $confidence", ({ y, confidence, interval }) => {
    const { n, y: sum, yy: squares, yyy: cubes } = sumsOf(ones(y), cents(y));
    const [lower, upper] = skewedMeanInterval({ n, sum, squares, cubes }, confidence);
    expect(lower / 100).toBeCloseTo(interval[0] ?? Number.NaN, 9);
    expect(upper / 100).toBeCloseTo(interval[1] ?? Number.NaN, 9);
  });
});

describe("cases by hand", () => {
  test("numbers without skewness get Student's interval, outwards by no more than the shift of the t", () => {
    const ys = [1, 2, 3, 4, 5];
    const bounds = skewedRatioInterval(sumsOf(ones(ys), ys), 0.95);
    const [lower, upper] = tInterval({ n: 5, mean: 3, variance: 2.5 }, 0.95);
    expect(bounds[0]).toBeCloseTo(lower, 14);
    expect(bounds[1]).toBeCloseTo(upper, 14);
  });

  test("a long right tail moves the upper bound and leaves the lower one", () => {
    const ys = [1, 1, 1, 1, 1, 2, 2, 3, 5, 13];
    const [mean, variance] = [3, (5 + 8 + 9 + 25 + 169 - 90) / 9];
    const plain = tInterval({ n: 10, mean, variance }, 0.95);
    const skewed = skewedRatioInterval(sumsOf(ones(ys), ys), 0.95);
    expect(skewed[0]).toBeCloseTo(plain[0], 14);
    expect(skewed[1] - mean).toBeGreaterThan(1.5 * (plain[1] - mean));
  });

  test("units all alike show no spread, also where their shares do not end", () => {
    expect(skewedRatioInterval(sumsOf([1, 2, 3], [7, 14, 21]), 0.95)).toEqual([7, 7]);
    expect(skewedRatioInterval(sumsOf([3, 6, 9], [1, 2, 3]), 0.95)).toEqual([1 / 3, 1 / 3]);
    expect(skewedMeanInterval({ n: 3, sum: 0, squares: 0, cubes: 0 }, 0.95)).toEqual([0, 0]);
  });

  test("sums may come as numbers, texts or bigints", () => {
    const numbers = { n: 4, sum: 8, squares: 22, cubes: 74 };
    const texts = { n: 4, sum: "8", squares: "22.0", cubes: "74" };
    const bigints = { n: 4, sum: 8n, squares: 22n, cubes: 74n };
    expect(skewedMeanInterval(texts, 0.9)).toEqual(skewedMeanInterval(numbers, 0.9));
    expect(skewedMeanInterval(bigints, 0.9)).toEqual(skewedMeanInterval(numbers, 0.9));
  });

  test("two units have no skewness, and bounds", () => {
    const [lower, upper] = skewedMeanInterval({ n: 2, sum: 3, squares: 5, cubes: 9 }, 0.95);
    const plain = tInterval({ n: 2, mean: 1.5, variance: 0.5 }, 0.95);
    expect(lower).toBeCloseTo(plain[0], 12);
    expect(upper).toBeCloseTo(plain[1], 12);
  });
});

describe("laws", () => {
  const units = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -50_000, max: 1_000_000 })),
    { minLength: 3, maxLength: 15 },
  );
  const boundsOf = (pairs: readonly (readonly [number, number])[], confidence = 0.95) =>
    skewedRatioInterval(
      sumsOf(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      ),
      confidence,
    );

  test("the interval holds its estimate, is finite, and grows with the confidence", () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const [x, y] = pairs.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
        const [lower, upper] = boundsOf(pairs, 0.9);
        const [lower2, upper2] = boundsOf(pairs, 0.99);
        expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
        expect(lower).toBeLessThanOrEqual(y / x);
        expect(upper).toBeGreaterThanOrEqual(y / x);
        expect(lower2).toBeLessThanOrEqual(lower);
        expect(upper2).toBeGreaterThanOrEqual(upper);
      }),
      { numRuns: 1000 },
    );
  });

  test("a change of unit changes the bounds by as much", () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const [lower, upper] = boundsOf(pairs);
        const [lower2, upper2] = boundsOf(pairs.map(([x, y]) => [x, 1000 * y]));
        const size = Math.max(Math.abs(lower2), Math.abs(upper2));
        expect(Math.abs(lower2 - 1000 * lower)).toBeLessThanOrEqual(1e-10 * size);
        expect(Math.abs(upper2 - 1000 * upper)).toBeLessThanOrEqual(1e-10 * size);
      }),
      { numRuns: 1000 },
    );
  });

  test("turning gains into losses turns the interval around", () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const [lower, upper] = boundsOf(pairs);
        const [lower2, upper2] = boundsOf(pairs.map(([x, y]) => [x, -y]));
        expect(lower2).toBe(-upper);
        expect(upper2).toBe(-lower);
      }),
      { numRuns: 1000 },
    );
  });

  test("adding the same revenue per order moves both bounds by it", () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const [lower, upper] = boundsOf(pairs);
        const moved = boundsOf(pairs.map(([x, y]) => [x, y + 1_000_000 * x]));
        const size = 1_000_000 + Math.max(Math.abs(lower), Math.abs(upper));
        expect(Math.abs(moved[0] - 1_000_000 - lower)).toBeLessThanOrEqual(1e-9 * size);
        expect(Math.abs(moved[1] - 1_000_000 - upper)).toBeLessThanOrEqual(1e-9 * size);
      }),
      { numRuns: 1000 },
    );
  });
});
