import { describe, expect, test } from "vitest";
import {
  adjustedWaldInterval,
  agrestiCaffoInterval,
  agrestiCoullInterval,
  clopperPearsonInterval,
  holmCorrection,
  KpiError,
  netShareTest,
  netShareWaldInterval,
  newcombeInterval,
  poissonInterval,
  priceBonettInterval,
  proportionsTest,
  sampleSizeForShare,
  tInterval,
  twoProportionTest,
  waldInterval,
  welchInterval,
  welchTest,
  wilsonInterval,
} from "../../src/counts.ts";
import { wilsonInterval as unchecked } from "../../src/stats/wilson-interval.ts";

const share = { successes: 3, trials: 10 };
const net = { plus: 5, minus: 2, total: 10 };
const sample = { n: 10, mean: 5, variance: 4 };

describe("the intervals and tests of the counts entry", () => {
  test("give what the statistics floor gives", () => {
    expect(wilsonInterval(3, 10, 0.95)).toEqual(unchecked(3, 10, 0.95));
    expect(wilsonInterval(3, 10, 0.95, 50)).toEqual(unchecked(3, 10, 0.95, 50));
  });

  test("the intervals hold their estimate", () => {
    for (const interval of [
      ...[wilsonInterval, waldInterval, agrestiCoullInterval, clopperPearsonInterval],
    ]) {
      const [lower, upper] = interval(3, 10, 0.95);
      expect(lower < 0.3 && upper > 0.3).toBe(true);
    }
    const [low, high] = adjustedWaldInterval(net, 0.95);
    expect(low < 0.3 && high > 0.3).toBe(true);
  });

  test("no difference is no finding", () => {
    expect(twoProportionTest(share, share).pValue).toBe(1);
    expect(netShareTest(net, net).pValue).toBe(1);
    expect(welchTest(sample, sample).pValue).toBe(1);
    expect(proportionsTest([share, share]).pValue).toBe(1);
  });

  /** What a call may not be handed, and the argument that the refusal names. */
  test.each<readonly [string, () => unknown, string]>([
    ["a confidence in per cent", () => wilsonInterval(3, 10, 95), "confidence"],
    ["more successes than trials", () => wilsonInterval(11, 10, 0.95), "successes"],
    ["no trials", () => waldInterval(0, 0, 0.95), "trials"],
    ["text for a number", () => agrestiCoullInterval("3" as never, 10, 0.95), "successes"],
    ["not a number", () => clopperPearsonInterval(Number.NaN, 10, 0.95), "successes"],
    ["a population below the sample", () => wilsonInterval(3, 10, 0.95, 9), "population"],
    ["no exposure", () => poissonInterval(3, 0, 0.95), "exposure"],
    ["a negative count", () => poissonInterval(-1, 2, 0.95), "count"],
    ["no answers", () => adjustedWaldInterval(null as never, 0.95), "answers"],
    [
      "more for and against than answers",
      () => netShareWaldInterval({ plus: 8, minus: 3, total: 10 }, 0.95),
      "answers.successes",
    ],
    [
      "a share of no trials",
      () => newcombeInterval(share, { ...share, trials: 0 }, 0.95),
      "second.trials",
    ],
    ["a share that is none", () => agrestiCaffoInterval(3 as never, share, 0.95), "first"],
    ["a bad confidence", () => priceBonettInterval(share, share, 0), "confidence"],
    ["one group alone", () => proportionsTest([share]), "groups"],
    ["a group that is none", () => proportionsTest([share, {} as never]), "groups.1.trials"],
    ["a p-value above 1", () => holmCorrection([0.1, 1.1]), "pValues.1"],
    ["a sample of one", () => tInterval({ ...sample, n: 1 }, 0.95), "sample.n"],
    [
      "a negative variance",
      () => welchInterval(sample, { ...sample, variance: -1 }, 0.95),
      "second.variance",
    ],
    ["a width of nothing", () => sampleSizeForShare(0.5, 0, 0.95), "width"],
  ])("refuse %s", (_, call, argument) => {
    expect(call).toThrow(KpiError);
    try {
      call();
    } catch (fault) {
      expect((fault as KpiError).issues[0]?.option).toBe(argument);
    }
  });
});
