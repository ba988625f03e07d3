import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  productLimit,
  type TimeTable,
  timeReached,
  timeReachedInterval,
} from "../../src/stats/product-limit.ts";
import fixture from "../fixtures/product-limit.json" with { type: "json" };

/** One unit a row. */
function table(times: readonly number[]): TimeTable {
  return times.map((time) => [time, 1] as const);
}

describe("the product-limit estimate", () => {
  for (const { name, events, censored, survival, median, interval } of fixture.samples) {
    const steps = productLimit(table(events), table(censored));

    test(`of ${name} agrees with lifelines`, () => {
      expect(steps.map(({ time }) => time)).toEqual(survival.map(([time]) => time));
      for (const [at, [, expected]] of survival.entries()) {
        expect(steps[at]?.survival).toBeCloseTo(expected ?? Number.NaN, 12);
      }
    });

    test(`of ${name} has the median and the interval of lifelines`, () => {
      expect(timeReached(steps, 0.5)).toBe(median);
      expect(timeReachedInterval(steps, 0.5, 0.95)).toEqual(interval);
    });
  }

  test("a unit watched up to the time of an event is at risk in it", () => {
    expect(productLimit([[5, 1]], [[5, 1]])[0]).toMatchObject({ atRisk: 2, survival: 0.5 });
  });

  test("of nothing is nothing", () => {
    expect(productLimit([], [])).toEqual([]);
    expect(timeReached([], 0.5)).toBeNull();
  });

  const times = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 })),
    { maxLength: 20 },
  );

  test("is, at every time, the product over unit-by-unit risks", () => {
    fc.assert(
      fc.property(times, times, (events, censored) => {
        const alive = (table: TimeTable, from: number): number =>
          table.reduce((sum, [time, units]) => (time >= from ? sum + units : sum), 0);
        let expected = 1;
        for (const { time, survival } of productLimit(events, censored)) {
          const atRisk = alive(events, time) + alive(censored, time);
          expected *= 1 - (alive(events, time) - alive(events, time + 1)) / atRisk;
          expect(survival).toBeCloseTo(expected, 12);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("without censoring is the share of units not yet reached, and its median the lower middle", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (all) => {
        const steps = productLimit(table(all), []);
        const sorted = [...all].sort((a, b) => a - b);
        expect(timeReached(steps, 0.5)).toBe(sorted[Math.ceil(all.length / 2) - 1]);
        expect(steps.at(-1)?.survival).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("has its median inside its interval", () => {
    fc.assert(
      fc.property(times, times, (events, censored) => {
        const steps = productLimit(events, censored);
        const [lower, upper] = timeReachedInterval(steps, 0.5, 0.95);
        const median = timeReached(steps, 0.5) ?? Number.POSITIVE_INFINITY;
        expect(lower ?? median).toBeLessThanOrEqual(median);
        expect(upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(median);
      }),
      { numRuns: 1000 },
    );
  });
});
