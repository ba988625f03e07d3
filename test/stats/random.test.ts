import { describe, expect, test } from "vitest";
import { chiSquareUpperTail } from "../../src/stats/chi-square.ts";
import { incompleteBeta } from "../../src/stats/incomplete-beta.ts";
import { incompleteGamma } from "../../src/stats/incomplete-gamma.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { normalCdf } from "../../src/stats/normal-distribution.ts";
import { type RandomStream, randomStream, uniform } from "../../src/stats/random.ts";
import {
  betaDraw,
  categoricalDraw,
  exponentialDraw,
  gammaDraw,
  normalDraw,
  poissonDraw,
} from "../../src/stats/random-draws.ts";
import fixture from "../fixtures/random-stream.json" with { type: "json" };

const DRAWS = 20_000;

function draws(draw: (stream: RandomStream) => number): readonly number[] {
  const stream = randomStream(20261121);
  return Array.from({ length: DRAWS }, () => draw(stream));
}

/** Kolmogorov and Smirnov's distance of a sample from a distribution, in units of 1/√n: above 1.95 once in a thousand. */
function distance(sample: readonly number[], cdf: (x: number) => number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const gaps = sorted.map((x, rank) => {
    const share = cdf(x);
    return Math.max(share - rank / sorted.length, (rank + 1) / sorted.length - share);
  });
  return Math.sqrt(sorted.length) * Math.max(...gaps);
}

/** Pearson's test of counts 0, 1, … against their chances; the last class holds all the rest. */
function fits(sample: readonly number[], chances: readonly number[]): number {
  const counts = new Array<number>(chances.length + 1).fill(0);
  for (const value of sample) {
    const place = Math.min(value, chances.length);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const rest = 1 - chances.reduce((sum, chance) => sum + chance, 0);
  const statistic = [...chances, rest].reduce((sum, chance, index) => {
    const wanted = chance * sample.length;
    return wanted < 1e-9 ? sum : sum + ((counts[index] ?? 0) - wanted) ** 2 / wanted;
  }, 0);
  return chiSquareUpperTail(statistic, chances.length);
}

describe("the stream", () => {
  test.each(fixture)("seed $seed gives the words of the authors' algorithm", ({ seed, words }) => {
    const stream = randomStream(seed);
    expect(words.map(() => stream.next32())).toEqual(words);
  });

  test("the same seed gives the same draws, another seed others", () => {
    const first = draws(normalDraw);
    expect(draws(normalDraw)).toEqual(first);
    const stream = randomStream(20261122);
    expect(normalDraw(stream)).not.toBe(first[0]);
  });

  test("streams do not disturb each other", () => {
    const [a, b] = [randomStream(7), randomStream(7)];
    a.next32();
    a.next32();
    const second = a.next32();
    expect([b.next32(), b.next32(), b.next32()][2]).toBe(second);
  });

  test("negative seeds and fractions are seeds too", () => {
    expect(randomStream(-1).next32()).not.toBe(randomStream(1).next32());
    expect(randomStream(1.9).next32()).toBe(randomStream(1).next32());
  });
});

describe("uniform numbers", () => {
  test("are multiples of 2⁻⁵³ from 0 to below 1", () => {
    for (const value of draws(uniform)) {
      expect(Number.isInteger(value * 2 ** 53)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }
  });

  test("reach both ends: all bits 0 give 0, all bits 1 the largest below 1", () => {
    expect(uniform({ next32: () => 0 })).toBe(0);
    expect(uniform({ next32: () => 0xffffffff })).toBe(1 - 2 ** -53);
  });
});

describe("draws follow their distribution", () => {
  test.each<[string, (stream: RandomStream) => number, (x: number) => number]>([
    ["uniform", uniform, (x) => x],
    ["normal", normalDraw, normalCdf],
    ["exponential", exponentialDraw, (x) => -Math.expm1(-x)],
    ["gamma 0.24", (s) => gammaDraw(s, 0.24), (x) => incompleteGamma(0.24, x).lower],
    ["gamma 1", (s) => gammaDraw(s, 1), (x) => incompleteGamma(1, x).lower],
    ["gamma 6.25", (s) => gammaDraw(s, 6.25), (x) => incompleteGamma(6.25, x).lower],
    ["beta 0.79, 2.43", (s) => betaDraw(s, 0.79, 2.43), (x) => incompleteBeta(x, 0.79, 2.43).lower],
    ["beta 5, 1", (s) => betaDraw(s, 5, 1), (x) => x ** 5],
  ])("%s", (_, draw, cdf) => {
    expect(distance(draws(draw), cdf)).toBeLessThan(1.95);
  });

  test.each([0.1, 1, 4.5, 30])("Poisson with mean %d", (mean) => {
    const classes = Math.ceil(mean + 2 * Math.sqrt(mean)) + 1;
    const chances = Array.from({ length: classes }, (_, k) =>
      Math.exp(k * Math.log(mean) - mean - logGamma(k + 1)),
    );
    expect(
      fits(
        draws((stream) => poissonDraw(stream, mean)),
        chances,
      ),
    ).toBeGreaterThan(0.001);
  });

  test("Poisson beyond 500 keeps its mean and variance", () => {
    const sample = draws((stream) => poissonDraw(stream, 1234)).slice(0, 4000);
    const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
    const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length;
    expect(Math.abs(mean - 1234)).toBeLessThan(4 * Math.sqrt(1234 / 4000));
    expect(Math.abs(variance / 1234 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });

  test("categories come as often as they weigh, those of no weight never", () => {
    const sample = draws((stream) => categoricalDraw(stream, [2, 0, 5, 3]));
    expect(sample).not.toContain(1);
    expect(fits(sample, [0.2, 0, 0.5])).toBeGreaterThan(0.001);
  });
});

describe("edges", () => {
  test("a mean of 0 draws 0", () => {
    expect(poissonDraw(randomStream(1), 0)).toBe(0);
  });

  test("the largest uniform number ends every search", () => {
    const last: RandomStream = { next32: () => 0xffffffff };
    expect(poissonDraw(last, 4)).toBeLessThan(60); // the chances add up to less than it
    expect(categoricalDraw(last, [0.1, 0.2, 0.7, 0])).toBe(2);
    expect(normalDraw(last)).toBeLessThan(9);
    expect(exponentialDraw(last)).toBeLessThan(40);
  });

  test("the smallest uniform number is no trouble either", () => {
    const first: RandomStream = { next32: () => 0 };
    expect(normalDraw(first)).toBeGreaterThan(-9);
    expect(exponentialDraw(first)).toBe(0);
    expect(categoricalDraw(first, [0, 1])).toBe(1);
  });
});
