import { describe, expect, test } from "vitest";
import {
  agrestiCaffoInterval,
  agrestiCoullInterval,
  clopperPearsonInterval,
  type MeanAndVariance,
  type Proportion,
  plusFourInterval,
  poissonInterval,
  priceBonettInterval,
  proportionsTest,
  sampleSizeForShare,
  tInterval,
  welchInterval,
  wilsonContinuityInterval,
  wilsonInterval,
} from "../../src/counts.ts";
import { criticalT, criticalZ } from "../../src/stats/critical-values.ts";
import { welchDifference } from "../../src/stats/welch-interval.ts";
import { report } from "../support/report.ts";
import { sharedJson } from "../support/shared.ts";

type Numbers = Readonly<Record<string, number>>;

interface Published {
  readonly id: string;
  readonly kpi: string;
  readonly variant: string;
  readonly inputs: {
    readonly successes: number;
    readonly n: number;
    readonly confidence: number;
    readonly [name: string]: unknown;
  };
  readonly expected: number | readonly number[] | Numbers;
  readonly tolerance: number | Numbers;
}

type Answer = (inputs: Published["inputs"]) => number | readonly number[] | Numbers;

/** What each published example asks, by `kpi/variant`. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "proportionInterval/wilson": ({ successes, n, confidence }) =>
    wilsonInterval(successes, n, confidence),
  "proportionInterval/wilson, zero successes": ({ successes, n, confidence }) =>
    wilsonInterval(successes, n, confidence),
  "proportionInterval/wilson with continuity correction": ({ successes, n, confidence }) =>
    wilsonContinuityInterval(successes, n, confidence),
  "proportionInterval/agresti-coull": ({ successes, n, confidence }) =>
    agrestiCoullInterval(successes, n, confidence),
  "proportionInterval/clopper-pearson": ({ successes, n, confidence }) =>
    clopperPearsonInterval(successes, n, confidence),
  "proportionInterval/adjusted-wald with finite population": (inputs) => {
    const { successes, n, confidence } = inputs;
    return around(
      plusFourInterval(successes, n, confidence, Number(inputs["population"])),
      criticalZ(confidence),
    );
  },
  "meanInterval/t interval": (inputs) => {
    const { n, confidence } = inputs;
    return around(tInterval(summaryOf(inputs), confidence), criticalT(confidence, n - 1));
  },
  "meanInterval/Welch difference of two means": ({ a, b, confidence }) => {
    const [first, second] = [summaryOf(a), summaryOf(b)];
    const { difference, standardError, degrees } = welchDifference(first, second);
    const [lower, upper] = welchInterval(first, second, confidence);
    return { estimate: difference, se: standardError, df: degrees, lower, upper };
  },
  "rateInterval/Poisson exact (purchase frequency per unit time)": (inputs) => {
    const [count, exposure] = [Number(inputs["count"]), Number(inputs["exposure"])];
    const [lower, upper] = poissonInterval(count, exposure, inputs.confidence);
    return { estimate: count / exposure, lower, upper };
  },
  "proportionTest/difference interval, adjusted Wald (+1/+2 each)": ({ a, b, confidence }) =>
    around(
      agrestiCaffoInterval(proportionOf(a), proportionOf(b), confidence),
      criticalZ(confidence),
    ),
  "proportionTest/chi-square homogeneity of k proportions": (inputs) => {
    const [successes, trials] = [inputs.successes, inputs.n] as unknown as [number[], number[]];
    const { statistic, degrees, pValue } = proportionsTest(
      successes.map((count, at) => ({ successes: count, trials: trials[at] ?? 0 })),
    );
    return { chi2: statistic, df: degrees, p: pValue };
  },
  "proportionTest/sample size for a proportion interval": (inputs) =>
    sampleSizeForShare(
      Number(inputs["plannedProportion"]),
      Number(inputs["width"]),
      inputs.confidence,
    ),
  "lift/ratio of two proportions with log interval (Price-Bonett)": ({ a, b, confidence }) => {
    const [lower, upper] = priceBonettInterval(proportionOf(a), proportionOf(b), confidence);
    return { ratio: Math.sqrt(lower * upper), lower, upper };
  },
};

/** The estimate and standard error that a symmetric interval was made from. */
function around([lower, upper]: readonly [number, number], critical: number): Numbers {
  return { estimate: (lower + upper) / 2, se: (upper - lower) / 2 / critical, lower, upper };
}

function summaryOf(inputs: unknown): MeanAndVariance {
  const { mean, sd, n } = inputs as { mean: number; sd: number; n: number };
  return { mean, variance: sd ** 2, n };
}

function proportionOf(inputs: unknown): Proportion {
  const { successes, n } = inputs as { successes: number; n: number };
  return { successes, trials: n };
}

const KPIS = ["proportionInterval", "meanInterval", "rateInterval", "proportionTest", "lift"];
const shared = sharedJson("examples/published.json") as readonly Published[] | null;
const published = (shared ?? []).filter(({ kpi }) => KPIS.includes(kpi));

describe.skipIf(shared === null)("published examples", () => {
  test("every one of these kinds is asked here", () => {
    const counts = KPIS.map((kpi) => [kpi, published.filter((it) => it.kpi === kpi).length]);
    report(`published statistics: ${counts.map((pair) => pair.join(" ")).join(", ")}`);
    expect(published.length).toBeGreaterThan(0);
    const unknown = published.filter(({ kpi, variant }) => !ANSWERS[`${kpi}/${variant}`]);
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  test.each(published)("$id: $variant", ({ kpi, variant, inputs, expected, tolerance }) => {
    const actual = ANSWERS[`${kpi}/${variant}`]?.(inputs);
    const names = typeof expected === "number" ? ["value"] : Object.keys(expected);
    for (const name of names) {
      const allowed = typeof tolerance === "number" ? tolerance : (tolerance[name] ?? 0);
      const [got, wanted] = [numberAt(actual, name), numberAt(expected, name)];
      expect(Math.abs(got - wanted), name).toBeLessThanOrEqual(allowed);
    }
  });
});

function numberAt(values: unknown, name: string): number {
  return typeof values === "number" ? values : Number((values as Numbers)[name]);
}
