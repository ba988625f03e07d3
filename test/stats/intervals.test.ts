import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedWaldInterval } from "../../src/stats/adjusted-wald-interval.ts";
import { agrestiCaffoInterval } from "../../src/stats/agresti-caffo-interval.ts";
import { agrestiCoullInterval } from "../../src/stats/agresti-coull-interval.ts";
import { clopperPearsonInterval } from "../../src/stats/clopper-pearson-interval.ts";
import { finitePopulationFactor } from "../../src/stats/finite-population.ts";
import { modifiedWilsonInterval } from "../../src/stats/modified-wilson-interval.ts";
import { netShareWaldInterval } from "../../src/stats/net-share-wald-interval.ts";
import { newcombeInterval } from "../../src/stats/newcombe-interval.ts";
import { normalQuantile } from "../../src/stats/normal-distribution.ts";
import { plusFourInterval } from "../../src/stats/plus-four-interval.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { priceBonettInterval } from "../../src/stats/price-bonett-interval.ts";
import { sampleSizeForShare } from "../../src/stats/sample-size.ts";
import { meanInterval, tInterval } from "../../src/stats/t-interval.ts";
import { waldInterval } from "../../src/stats/wald-interval.ts";
import { welchInterval } from "../../src/stats/welch-interval.ts";
import { wilsonContinuityInterval } from "../../src/stats/wilson-continuity-interval.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";
import fixture from "../fixtures/intervals.json" with { type: "json" };

type Bounds = readonly [lower: number, upper: number];
type ShareInterval = (successes: number, trials: number, confidence: number) => Bounds;

/** Both bounds are right to a number of digits, counted from the larger of the two. */
function expectBounds(actual: Bounds, lower: number, upper: number, error: number): void {
  const size = Math.max(Math.abs(lower), Math.abs(upper));
  expect(Math.abs(actual[0] - lower)).toBeLessThanOrEqual(error * size);
  expect(Math.abs(actual[1] - upper)).toBeLessThanOrEqual(error * size);
}

describe("shares agree with statsmodels", () => {
  test.each(fixture.wilson)("Wilson %d of %d at %d", (x = 0, n = 0, c = 0, low = 0, high = 0) => {
    expectBounds(wilsonInterval(x, n, c), low, high, 1e-12);
  });

  test.each(fixture.agresti_coull)(
    "Agresti-Coull %d of %d at %d",
    (x = 0, n = 0, c = 0, ...bounds) => {
      const [low = 0, high = 0] = bounds.map((bound) => Math.min(1, Math.max(0, bound)));
      expectBounds(agrestiCoullInterval(x, n, c), low, high, 1e-12);
    },
  );

  test.each(fixture.clopper_pearson)(
    "Clopper-Pearson %d of %d at %d",
    (x = 0, n = 0, c = 0, low = 0, high = 0) => {
      expectBounds(clopperPearsonInterval(x, n, c), low, high, 1e-11);
    },
  );
});

describe("differences agree with statsmodels", () => {
  test.each(fixture.newcombe)("Newcombe %d/%d and %d/%d at %d", (...row) => {
    const [x1 = 0, n1 = 0, x2 = 0, n2 = 0, c = 0, low = 0, high = 0] = row;
    const [first, second] = [
      { successes: x1, trials: n1 },
      { successes: x2, trials: n2 },
    ];
    expectBounds(newcombeInterval(first, second, c), low, high, 1e-12);
  });

  test.each(fixture.agresti_caffo)("Agresti-Caffo %d/%d and %d/%d at %d", (...row) => {
    const [x1 = 0, n1 = 0, x2 = 0, n2 = 0, c = 0, low = 0, high = 0] = row;
    const [first, second] = [
      { successes: x1, trials: n1 },
      { successes: x2, trials: n2 },
    ];
    const cut = (bound: number) => Math.min(1, Math.max(-1, bound));
    expectBounds(agrestiCaffoInterval(first, second, c), cut(low), cut(high), 1e-12);
  });
});

describe("means and rates agree with scipy and statsmodels", () => {
  test.each(fixture.t)(
    "t of %d numbers with mean %d",
    (n = 0, mean = 0, variance = 0, c = 0, low = 0, high = 0) => {
      expectBounds(tInterval({ n, mean, variance }, c), low, high, 1e-12);
    },
  );

  test.each(fixture.welch)("Welch at $confidence", ({ a, b, confidence, interval }) => {
    const [low = 0, high = 0] = interval;
    expectBounds(welchInterval(a, b, confidence), low, high, 1e-12);
  });

  test.each(fixture.poisson)(
    "Poisson %d in %d at %d",
    (count = 0, exposure = 1, c = 0, low = 0, high = 0) => {
      expectBounds(poissonInterval(count, exposure, c), low, high, 1e-11);
    },
  );
});

describe("cases by hand", () => {
  test("no successes in 30 leave Wilson's upper bound at z²/(30 + z²)", () => {
    const z = normalQuantile(0.975);
    expect(wilsonInterval(0, 30, 0.95)).toEqual([0, expect.closeTo((z * z) / (30 + z * z), 15)]);
  });

  test("one success in n is mended to start at −ln(confidence)/n, and one failure alike", () => {
    const [lower, upper] = modifiedWilsonInterval(1, 30, 0.95);
    expect(lower).toBeCloseTo(-Math.log(0.95) / 30, 14);
    expect(upper).toBe(wilsonInterval(1, 30, 0.95)[1]);
    expect(modifiedWilsonInterval(29, 30, 0.95)[1]).toBeCloseTo(1 - lower, 14);
  });

  test("Wilson's interval is mended up to 2 of 50 and 3 of more, and nowhere else", () => {
    const mended = (successes: number, trials: number) =>
      modifiedWilsonInterval(successes, trials, 0.95)[0] !==
      wilsonInterval(successes, trials, 0.95)[0];
    expect([0, 1, 2, 3].map((successes) => mended(successes, 50))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([2, 3, 4].map((successes) => mended(successes, 51))).toEqual([true, true, false]);
    expect(modifiedWilsonInterval(25, 50, 0.95)).toEqual(wilsonInterval(25, 50, 0.95));
  });

  test("no successes leave Clopper and Pearson's upper bound at 1 − 0.025^(1/n)", () => {
    expect(clopperPearsonInterval(0, 30, 0.95)[1]).toBeCloseTo(1 - 0.025 ** (1 / 30), 14);
  });

  test("no events leave the Poisson upper bound at −ln 0.025", () => {
    expect(poissonInterval(0, 1, 0.95)).toEqual([0, expect.closeTo(-Math.log(0.025), 14)]);
  });

  test("Wald has no width where all are alike; Wilson has", () => {
    expect(waldInterval(10, 10, 0.95)).toEqual([1, 1]);
    expect(wilsonInterval(10, 10, 0.95)[0]).toBeLessThan(0.75);
    expect(netShareWaldInterval({ plus: 9, minus: 0, total: 9 }, 0.95)).toEqual([1, 1]);
    expect(adjustedWaldInterval({ plus: 9, minus: 0, total: 9 }, 0.95)[0]).toBeLessThan(0.75);
  });

  test("50 % for and 40 % against of 200 are known to 13.1 points", () => {
    const [lower, upper] = netShareWaldInterval({ plus: 100, minus: 80, total: 200 }, 0.95);
    expect((100 * (upper - lower)) / 2).toBeCloseTo(13.07, 2);
  });

  test("Rocks adds 3 answers: ¾ for, ¾ against, 1½ neither", () => {
    const [p, d, n] = [70.75 / 103, 10.75 / 103, 103];
    const error = Math.sqrt((p + d - (p - d) ** 2) / n);
    const [lower, upper] = adjustedWaldInterval({ plus: 70, minus: 10, total: 100 }, 0.95);
    expect((lower + upper) / 2).toBeCloseTo(p - d, 14);
    expect((upper - lower) / 2).toBeCloseTo(normalQuantile(0.975) * error, 14);
  });

  test("net shares stop at -1 and 1", () => {
    expect(adjustedWaldInterval({ plus: 5, minus: 0, total: 5 }, 0.999)[1]).toBe(1);
    expect(adjustedWaldInterval({ plus: 0, minus: 5, total: 5 }, 0.999)[0]).toBe(-1);
  });

  test("of 1, 2, 4, 9: mean 4, variance 38/3", () => {
    const bounds = tInterval({ n: 4, mean: 4, variance: 38 / 3 }, 0.95);
    expect(meanInterval({ n: 4, sum: 16, squares: 102 }, 0.95)).toEqual(bounds);
  });

  test("answers all alike have no spread, whatever rounding says", () => {
    expect(meanInterval({ n: 3, sum: 0.3, squares: 0.03 }, 0.95)[0]).toBeCloseTo(0.1, 8);
    expect(meanInterval({ n: 3, sum: 12, squares: 48 }, 0.95)).toEqual([4, 4]);
  });

  test("the lift is the ratio of (x + ¼)/(n + 1¾), whose logarithm Price and Bonett give a variance", () => {
    const [lower, upper] = priceBonettInterval(
      { successes: 3, trials: 10 },
      { successes: 30, trials: 200 },
      0.95,
    );
    const variance = 1 / (3.25 + 3.25 ** 2 / 8.5) + 1 / (30.25 + 30.25 ** 2 / 171.5);
    const spread = Math.exp(normalQuantile(0.975) * Math.sqrt(variance));
    const ratio = 3.25 / 11.75 / (30.25 / 201.75);
    expect(lower).toBeCloseTo(ratio / spread, 13);
    expect(upper).toBeCloseTo(ratio * spread, 13);
  });

  test("with no successes in one group the lift still has bounds", () => {
    const [lower, upper] = priceBonettInterval(
      { successes: 0, trials: 50 },
      { successes: 20, trials: 50 },
      0.95,
    );
    expect(lower).toBeGreaterThan(0);
    expect(upper).toBeLessThan(1);
  });

  test("two means without spread differ by exactly their difference", () => {
    const [a, b] = [
      { n: 5, mean: 3, variance: 0 },
      { n: 4, mean: 1, variance: 0 },
    ];
    expect(welchInterval(a, b, 0.95)).toEqual([2, 2]);
  });

  test("half the width asks for four times the answers", () => {
    expect(sampleSizeForShare(0.5, 0.1, 0.95)).toBe(385);
    expect(sampleSizeForShare(0.5, 0.05, 0.95)).toBe(1537);
  });
});

describe("finite populations", () => {
  test("an endless one changes nothing, a census leaves no error", () => {
    const census: readonly (readonly [Bounds, number])[] = [
      [wilsonInterval(30, 100, 0.95, 100), 0.3],
      [waldInterval(30, 100, 0.95, 100), 0.3],
      [tInterval({ n: 100, mean: 0.3, variance: 2 }, 0.95, 100), 0.3],
      [netShareWaldInterval({ plus: 50, minus: 20, total: 100 }, 0.95, 100), 0.3],
    ];
    for (const [[lower, upper], value] of census) {
      expect(lower).toBeCloseTo(value, 15);
      expect(upper).toBeCloseTo(value, 15);
    }
    expect(wilsonInterval(30, 100, 0.95, Number.POSITIVE_INFINITY)).toEqual(
      wilsonInterval(30, 100, 0.95),
    );
    expect(wilsonInterval(0, 7, 0.95, 7)).toEqual([0, 0]);
    expect(finitePopulationFactor(1, 1)).toBe(0);
  });

  test("Wilson with a population is Wilson of the sample that endless one would need", () => {
    const [n, N] = [100, 400];
    const asIf = (n * (N - 1)) / (N - n);
    const [lower, upper] = wilsonInterval(0.12 * asIf, asIf, 0.95);
    expectBounds(wilsonInterval(12, n, 0.95, N), lower, upper, 1e-14);
  });

  test("the standard errors of net shares shrink by the factor", () => {
    const answers = { plus: 50, minus: 20, total: 100 };
    const width = ([lower, upper]: Bounds) => upper - lower;
    for (const interval of [adjustedWaldInterval, netShareWaldInterval]) {
      const ratio = width(interval(answers, 0.95, 400)) / width(interval(answers, 0.95));
      expect(ratio).toBeCloseTo(Math.sqrt(300 / 399), 14);
    }
  });
});

describe("laws of all share intervals", () => {
  const intervals: Readonly<Record<string, ShareInterval>> = {
    wilsonInterval,
    modifiedWilsonInterval,
    wilsonContinuityInterval,
    agrestiCoullInterval,
    plusFourInterval,
    clopperPearsonInterval,
  };
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, part]) => ({ trials, successes: Math.round(part * trials) }));
  const confidences = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.999999);

  for (const [name, interval] of Object.entries(intervals)) {
    test(`${name} lies in [0, 1], grows with the confidence and turns around with the question`, () => {
      fc.assert(
        fc.property(cases, confidences, confidences, ({ successes, trials }, c1, c2) => {
          const [less, more] = [Math.min(c1, c2), Math.max(c1, c2)];
          const [lower, upper] = interval(successes, trials, less);
          const [lower2, upper2] = interval(successes, trials, more);
          const [turnedLower, turnedUpper] = interval(trials - successes, trials, less);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower2).toBeLessThanOrEqual(lower + 1e-13);
          expect(upper2).toBeGreaterThanOrEqual(upper - 1e-13);
          expect(lower).toBeCloseTo(1 - turnedUpper, 12);
          expect(upper).toBeCloseTo(1 - turnedLower, 12);
        }),
        { numRuns: 1000 },
      );
    });
  }

  for (const name of [
    "wilsonInterval",
    "modifiedWilsonInterval",
    "wilsonContinuityInterval",
    "clopperPearsonInterval",
  ]) {
    test(`${name} contains its estimate, and reaches 0 and 1 exactly where nobody or everybody did`, () => {
      const interval = intervals[name] as ShareInterval;
      fc.assert(
        fc.property(cases, confidences, ({ successes, trials }, confidence) => {
          const [lower, upper] = interval(successes, trials, confidence);
          expect(lower).toBeLessThanOrEqual(successes / trials);
          expect(upper).toBeGreaterThanOrEqual(successes / trials);
          expect(lower === 0).toBe(successes === 0);
          expect(upper === 1).toBe(successes === trials);
        }),
        { numRuns: 1000 },
      );
    });
  }

  test("many times the same share narrows Wilson's interval", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 50 }), ({ successes, trials }, times) => {
        const [lower, upper] = wilsonInterval(successes, trials, 0.95);
        const [lower2, upper2] = wilsonInterval(times * successes, times * trials, 0.95);
        expect(upper2 - lower2).toBeLessThan(upper - lower);
      }),
      { numRuns: 1000 },
    );
  });
});
