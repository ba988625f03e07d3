import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holm } from "../../src/stats/holm.ts";
import { netShareTest } from "../../src/stats/net-share-test.ts";
import { proportionsTest } from "../../src/stats/proportions-test.ts";
import { twoProportionTest } from "../../src/stats/two-proportion-test.ts";
import { welchDifference, welchTest } from "../../src/stats/welch-interval.ts";
import fixture from "../fixtures/intervals.json" with { type: "json" };
import { relativeError } from "./closeness.ts";

describe("agreement with statsmodels", () => {
  test.each(fixture.two_proportion_test)("z test of %d/%d and %d/%d", (...row) => {
    const [x1 = 0, n1 = 0, x2 = 0, n2 = 0, statistic = 0, pValue = 0] = row;
    const found = twoProportionTest({ successes: x1, trials: n1 }, { successes: x2, trials: n2 });
    expect(relativeError(found.statistic, statistic)).toBeLessThan(1e-12);
    expect(relativeError(found.pValue, pValue)).toBeLessThan(1e-11);
  });

  test.each(fixture.proportions_test)("chi-square of $successes", (wanted) => {
    const groups = wanted.successes.map((successes, index) => ({
      successes,
      trials: wanted.trials[index] ?? 0,
    }));
    const found = proportionsTest(groups);
    expect(relativeError(found.statistic, wanted.statistic)).toBeLessThan(1e-12);
    expect(relativeError(found.pValue, wanted.pValue)).toBeLessThan(1e-11);
    expect(found.degrees).toBe(groups.length - 1);
  });

  test.each(fixture.welch)("Welch's test", (wanted) => {
    const found = welchTest(wanted.a, wanted.b);
    expect(relativeError(found.statistic, wanted.statistic)).toBeLessThan(1e-12);
    expect(relativeError(found.pValue, wanted.pValue)).toBeLessThan(1e-12);
    expect(relativeError(welchDifference(wanted.a, wanted.b).degrees, wanted.degrees)).toBeLessThan(
      1e-12,
    );
  });

  test.each(fixture.holm)("Holm's adjustment of $pValues", ({ pValues, adjusted }) => {
    for (const [index, value] of holm(pValues).entries()) {
      expect(value).toBeCloseTo(adjusted[index] ?? Number.NaN, 14);
    }
  });
});

describe("cases by hand", () => {
  test("all or none in every group is no difference", () => {
    for (const successes of [0, 10]) {
      const group = { successes, trials: 10 };
      expect(twoProportionTest(group, group)).toEqual({ statistic: 0, pValue: 1 });
      expect(proportionsTest([group, group, group])).toEqual({
        statistic: 0,
        degrees: 2,
        pValue: 1,
      });
    }
  });

  test("two means without spread are not tested", () => {
    const [a, b] = [
      { n: 5, mean: 3, variance: 0 },
      { n: 4, mean: 1, variance: 0 },
    ];
    expect(welchTest(a, b)).toEqual({ statistic: 0, pValue: 1 });
  });

  test("the same answers twice do not differ", () => {
    const answers = { plus: 30, minus: 12, total: 60 };
    expect(netShareTest(answers, answers)).toEqual({ statistic: 0, pValue: 1 });
  });

  test("Holm multiplies the smallest by how many there are, and never lets a larger one fall below", () => {
    expect(holm([0.04, 0.01])).toEqual([0.04, 0.02]);
    expect(holm([0.02, 0.03])).toEqual([0.04, 0.04]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe("laws", () => {
  const proportion = fc
    .tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, part]) => ({ trials, successes: Math.round(part * trials) }));

  test("the z test of two is the square root of the chi-square test of two", () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [z, chi] = [twoProportionTest(a, b), proportionsTest([a, b])];
        expect(z.statistic ** 2).toBeCloseTo(chi.statistic, 8);
        expect(z.pValue).toBeCloseTo(chi.pValue, 10);
      }),
      { numRuns: 1000 },
    );
  });

  test("exchanging the groups turns the sign and keeps the chance", () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [there, back] = [twoProportionTest(a, b), twoProportionTest(b, a)];
        expect(back.statistic).toBeCloseTo(-there.statistic, 12);
        expect(back.pValue).toBeCloseTo(there.pValue, 12);
        expect(there.pValue).toBeGreaterThanOrEqual(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});
