import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criticalT } from "../../src/stats/critical-values.ts";
import { meanRatioInterval } from "../../src/stats/mean-ratio-interval.ts";
import { type Moments, momentsOfSums } from "../../src/stats/moments-of-sums.ts";

const anyNumbers = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 3, maxLength: 60 });

function sumsOf(values: readonly number[]) {
  const power = (exponent: bigint): string =>
    String(values.reduce((sum, value) => sum + BigInt(value) ** exponent, 0n));
  return { n: values.length, sum: power(1n), squares: power(2n), cubes: power(3n) };
}

describe("moments of sums", () => {
  test("are those of the numbers themselves", () => {
    fc.assert(
      fc.property(anyNumbers, (values) => {
        const { mean, variance, skewness, n } = momentsOfSums(sumsOf(values));
        const plain = values.reduce((sum, value) => sum + value, 0) / n;
        const central = (power: number): number =>
          values.reduce((sum, value) => sum + (value - plain) ** power, 0) / n;
        expect(mean).toBeCloseTo(plain, 8);
        expect(variance / ((central(2) * n) / (n - 1) || 1)).toBeCloseTo(variance === 0 ? 0 : 1, 8);
        if (variance === 0) return;
        const g1 = central(3) / central(2) ** 1.5;
        expect(skewness).toBeCloseTo((Math.sqrt(n * (n - 1)) / (n - 2)) * g1, 8);
      }),
    );
  });

  test("of equal numbers have no spread, however long their digits", () => {
    const [sum, squares, cubes] = ["0.999", "0.332667", "0.110778111"]; // 0.333, 0.333², 0.333³ thrice
    expect(momentsOfSums({ n: 3, sum, squares, cubes })).toMatchObject({
      ...{ variance: 0, skewness: 0 },
    });
  });
});

describe("the interval of a ratio of means", () => {
  const of = (n: number, mean: number, variance: number, skewness = 0): Moments => ({
    ...{ n, mean, variance, skewness },
  });

  test("without skewness is the delta method on the logarithmic scale with Welch's degrees", () => {
    const [lower, upper] = meanRatioInterval(of(30, 10, 25), of(50, 5, 16), 0.95);
    const [a, b] = [25 / 100 / 30, 16 / 25 / 50];
    const degrees = (a + b) ** 2 / (a ** 2 / 29 + b ** 2 / 49);
    const factor = Math.exp(criticalT(0.95, degrees) * Math.sqrt(a + b));
    expect(lower).toBeCloseTo(2 / factor, 12);
    expect(upper).toBeCloseTo(2 * factor, 12);
  });

  test("is wider with skewness to the right, and never narrower than without any", () => {
    const width = (skewness: number): number => {
      const group = of(40, 10, 100, skewness);
      const [lower, upper] = meanRatioInterval(group, group, 0.95);
      return upper - lower;
    };
    expect(width(4)).toBeGreaterThan(width(2));
    expect(width(-4)).toBe(width(0));
  });

  const anyMoments = fc
    .record({
      n: fc.integer({ min: 30, max: 5000 }),
      mean: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      variation: fc.double({ min: 0.01, max: 5, noNaN: true }),
      skewness: fc.double({ min: -3, max: 12, noNaN: true }),
    })
    .map(({ n, mean, variation, skewness }) => of(n, mean, (mean * variation) ** 2, skewness));

  test("holds the ratio, turns around with it, and knows no unit", () => {
    fc.assert(
      fc.property(anyMoments, anyMoments, (first, second) => {
        const [lower, upper] = meanRatioInterval(first, second, 0.95);
        const ratio = first.mean / second.mean;
        expect(lower).toBeLessThan(ratio);
        expect(upper).toBeGreaterThan(ratio);
        const [turned] = meanRatioInterval(second, first, 0.95);
        expect(turned * upper).toBeCloseTo(1, 9);
        const dear = ({ n, mean, variance, skewness }: Moments): Moments => ({
          ...{ n, mean: 1000 * mean, variance: 1e6 * variance, skewness },
        });
        const [same] = meanRatioInterval(dear(first), dear(second), 0.95);
        expect(same / lower).toBeCloseTo(1, 9);
      }),
    );
  });

  test("is a point where nobody differs", () => {
    expect(meanRatioInterval(of(30, 4, 0), of(30, 2, 0), 0.95)).toEqual([2, 2]);
  });
});
