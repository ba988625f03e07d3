import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concordance } from "../../src/stats/concordance.ts";

/** The same, pair by pair. */
function byPairs(
  guesses: readonly number[],
  outcomes: readonly number[],
  weights: readonly number[],
) {
  let [right, compared] = [0, 0];
  for (const i of guesses.keys()) {
    for (const j of guesses.keys()) {
      if ((outcomes[i] ?? 0) <= (outcomes[j] ?? 0)) continue;
      const weight = (weights[i] ?? 0) * (weights[j] ?? 0);
      compared += weight;
      const ahead = Math.sign((guesses[i] ?? 0) - (guesses[j] ?? 0));
      right += weight * (ahead + 1) * 0.5;
    }
  }
  return compared === 0 ? null : right / compared;
}

describe("concordance", () => {
  test.each([
    ["is 1 where every pair is in order", [1, 2, 3], [0, 5, 9], 1],
    ["is 0 where every pair is reversed", [3, 2, 1], [0, 5, 9], 0],
    ["is a half where all guesses are equal", [4, 4, 4], [0, 5, 9], 0.5],
    ["leaves out pairs of equal outcomes", [1, 9, 2], [0, 0, 1], 0.5],
  ])("%s", (_, guesses, outcomes, wanted) => {
    expect(concordance(guesses, outcomes)).toBe(wanted);
  });

  test("is null where all outcomes are the same", () => {
    expect(concordance([1, 2], [3, 3])).toBeNull();
    expect(concordance([], [])).toBeNull();
  });

  test("agrees with a count of all pairs, weights and ties included", () => {
    const place = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const [guesses, outcomes, weights] = [0, 1, 2].map((at) => places.map((p) => p[at] ?? 0));
        const quick = concordance(guesses ?? [], outcomes ?? [], weights);
        const slow = byPairs(guesses ?? [], outcomes ?? [], weights ?? []);
        if (slow === null) expect(quick).toBeNull();
        else expect(quick).toBeCloseTo(slow, 12);
      }),
      { seed: 7 },
    );
  });
});
