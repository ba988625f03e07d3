import { describe, expect, test } from "vitest";
import { isTooLong, renewalCounts } from "../../src/models/counting.ts";
import type { BetaGeometricProcess, ErlangProcess } from "../../src/models/process.ts";

const process: BetaGeometricProcess = {
  kind: "beta-geometric",
  ...{ r: 0.2, alpha: 0.01, a: 0.8, b: 2.4 },
};
const clock: ErlangProcess = { ...process, kind: "erlang", k: 3, ticks: [0.5, 0.3, 0.2], r: 0.9 };

describe("renewalCounts", () => {
  test.each([
    ["chance", process, 60],
    ["chance", process, 5000],
    ["a clock", clock, 60],
    ["a clock", clock, 5000],
  ] as const)("of %s: a few counts of a long tail are those of the whole list", (_, how, times) => {
    const t = times * how.alpha;
    const whole = renewalCounts(how, t, 2 * times); // so many that the list is made in full
    for (const [n, chance] of renewalCounts(how, t, 7).entries()) {
      expect(chance / (whole[n] ?? 0)).toBeCloseTo(1, 11);
    }
  });

  test("a few counts need no list, however long the time", () => {
    const counts = renewalCounts(process, 1e9, 3);
    expect(counts.every((chance) => chance > 0 && chance < 1)).toBe(true);
    // Nobody is silent for so long who has not left before the first purchase.
    expect(counts[0]).toBeCloseTo((process.alpha / (process.alpha + 1e9)) ** 0.2, 12);
    expect([isTooLong(process, 1e9), isTooLong(process, 1)]).toEqual([true, false]);
  });
});
