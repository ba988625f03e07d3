/**
 * How often do the intervals of survey scores, of churn as a rate, and of the time to a second order
 * cover the truth?
 *
 *   npx tsx bench/coverage/surveys.ts [draws a cell = 5000] [confidence = 0.95]
 *
 * Seeded: the same arguments print the same table. Each cell: % covered (% of samples with the truth
 * below, % above); samples without an interval are left out and counted after a stroke.
 */
import { cesFromCounts, csatFromCounts, npsFromCounts } from "../../src/index.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { productLimit, timeReachedInterval } from "../../src/stats/product-limit.ts";
import { type RandomStream, randomStream, uniform } from "../../src/stats/random.ts";
import { categoricalDraw } from "../../src/stats/random-draws.ts";

type Bounds = readonly [lower: number, upper: number];

/** What is sampled: `n` units give bounds, or none. */
interface Case {
  readonly name: string;
  readonly population: string;
  readonly truth: number;
  readonly bounds: (stream: RandomStream, n: number) => Bounds | null;
}

const DRAWS = Number(process.argv[2] ?? 5000);
const CONFIDENCE = Number(process.argv[3] ?? 0.95);
const SIZES: readonly number[] = [30, 100, 300, 1000];
const SEED = 20261121;

/** Chances of the scores, lowest first. */
const ANSWERS_OF_FIVE: Readonly<Record<string, readonly number[]>> = {
  even: [1, 1, 1, 1, 1],
  "mostly 5": [0.03, 0.04, 0.08, 0.25, 0.6],
  "1 or 5": [0.3, 0.02, 0.01, 0.02, 0.65],
};
const ANSWERS_OF_SEVEN: Readonly<Record<string, readonly number[]>> = {
  even: [1, 1, 1, 1, 1, 1, 1],
  "mostly 6 and 7": [0.03, 0.03, 0.04, 0.08, 0.17, 0.3, 0.35],
};
/** Shares of promoters, passives and detractors. */
const KINDS: Readonly<Record<string, readonly [number, number, number]>> = {
  "a third each": [1 / 3, 1 / 3, 1 / 3],
  "half promoters": [0.5, 0.3, 0.2],
  "mostly promoters": [0.85, 0.1, 0.05],
  "mostly passives": [0.1, 0.85, 0.05],
};

const CASES: readonly Case[] = [
  ...Object.entries(KINDS).map(([population, shares]) => ({
    ...{ name: "NPS, adjusted Wald", population, truth: 100 * (shares[0] - shares[2]) },
    bounds(stream: RandomStream, n: number) {
      const [promoters = 0, passives = 0, detractors = 0] = sample(stream, n, shares);
      return boundsOf(npsFromCounts({ promoters, passives, detractors }, OPTIONS));
    },
  })),
  ...Object.entries(ANSWERS_OF_FIVE).map(([population, weights]) => ({
    ...{ name: "CSAT mean, t", population, truth: meanOf(weights) },
    bounds(stream: RandomStream, n: number) {
      const countsByScore = sample(stream, n, weights);
      return boundsOf(csatFromCounts({ countsByScore }, { ...OPTIONS, method: "mean" }));
    },
  })),
  ...Object.entries(ANSWERS_OF_SEVEN).map(([population, weights]) => ({
    ...{ name: "CES mean, t", population, truth: meanOf(weights) },
    bounds(stream: RandomStream, n: number) {
      const countsByScore = sample(stream, n, weights);
      return boundsOf(cesFromCounts({ version: "2.0", countsByScore }, OPTIONS));
    },
  })),
  ...[0.02, 0.05, 0.2].map((rate) => ({
    ...{ name: "churn as a rate, Poisson", population: `${100 * rate}% lost`, truth: rate },
    bounds(stream: RandomStream, n: number) {
      let lost = 0;
      for (let one = 0; one < n; one += 1) if (uniform(stream) < rate) lost += 1;
      return poissonInterval(lost, n, CONFIDENCE);
    },
  })),
  ...[20, 60].map((days) => ({
    ...{ name: "time to second order, Brookmeyer-Crowley", population: `median ${days} days` },
    truth: days,
    bounds: (stream: RandomStream, n: number) => secondOrders(stream, n, days),
  })),
];

const OPTIONS = { confidence: CONFIDENCE } as const;

/** Customers who joined evenly over 120 days and come back after a time of that median. */
function secondOrders(stream: RandomStream, n: number, median: number): Bounds | null {
  const [back, open] = [new Map<number, number>(), new Map<number, number>()];
  for (let one = 0; one < n; one += 1) {
    const known = 1 + Math.floor(uniform(stream) * 120);
    // Whole days whose chance of being above the median is just below a half.
    const after = Math.ceil((Math.log(1 - uniform(stream)) / Math.log(0.4999)) * median);
    const [table, day] = after <= known ? [back, after] : [open, known];
    table.set(day, (table.get(day) ?? 0) + 1);
  }
  const sorted = (table: Map<number, number>) => [...table].sort(([a], [b]) => a - b);
  const steps = productLimit(sorted(back), sorted(open));
  const [lower, upper] = timeReachedInterval(steps, 0.5, CONFIDENCE);
  return lower === null || upper === null ? null : [lower, upper];
}

function sample(stream: RandomStream, n: number, weights: readonly number[]): readonly number[] {
  const counts = weights.map(() => 0);
  for (let one = 0; one < n; one += 1) {
    const at = categoricalDraw(stream, weights);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function boundsOf({
  interval,
}: {
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}): Bounds | null {
  return interval && [interval.lower, interval.upper];
}

function meanOf(weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, at) => sum + (at + 1) * weight, 0) / all;
}

function cell({ truth, bounds }: Case, n: number, seed: number): string {
  const stream = randomStream(seed);
  let [below, above, without] = [0, 0, 0];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const found = bounds(stream, n);
    if (found === null) without += 1;
    else if (truth < found[0]) below += 1;
    else if (truth > found[1]) above += 1;
  }
  const percent = (count: number): string => ((100 * count) / (DRAWS - without)).toFixed(1);
  const covered = percent(DRAWS - without - below - above);
  return `${covered} (${percent(below)}, ${percent(above)})${without > 0 ? ` / ${without}` : ""}`;
}

console.log(`${DRAWS} draws a cell, confidence ${CONFIDENCE}, seed ${SEED}.\n`);
console.log(`| interval | population | ${SIZES.map((n) => `n = ${n}`).join(" | ")} |`);
console.log(`|---|---|${"---|".repeat(SIZES.length)}`);
for (const [index, one] of CASES.entries()) {
  const cells = SIZES.map((n, size) => cell(one, n, SEED + 10 * index + size));
  console.log(`| ${[one.name, one.population, ...cells].join(" | ")} |`);
}
