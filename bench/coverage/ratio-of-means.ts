/**
 * How often does the interval of promoters' mean value over detractors' cover the truth?
 *
 *   npx tsx bench/coverage/ratio-of-means.ts [draws a cell = 5000] [confidence = 0.95]
 *
 * Two independent groups of one population, so that the true ratio is 1; in half of the cells a part
 * of the customers ordered nothing. Seeded: the same arguments print the same table. The library's interval is
 * the last column.
 */

import { criticalT } from "../../src/stats/critical-values.ts";
import { meanRatioInterval } from "../../src/stats/mean-ratio-interval.ts";
import { type Moments, momentsOfSums } from "../../src/stats/moments-of-sums.ts";
import { type RandomStream, randomStream, uniform } from "../../src/stats/random.ts";
import { POPULATIONS, type Population } from "./populations.ts";

type Bounds = readonly [lower: number, upper: number];

const METHODS: Readonly<Record<string, (first: Moments, second: Moments) => Bounds>> = {
  "delta on logarithms": (first, second) => {
    const [a, b] = [first, second].map(({ n, mean, variance }) => variance / mean ** 2 / n);
    const spread = delta(a ?? 0, b ?? 0, first.n, second.n);
    return [first.mean / second.mean / spread, (first.mean / second.mean) * spread];
  },
  "freed of its bias": (first, second) => meanRatioInterval(first, second, CONFIDENCE),
};

function delta(a: number, b: number, n: number, m: number): number {
  const degrees = (a + b) ** 2 / (a ** 2 / (n - 1) + b ** 2 / (m - 1));
  return Math.exp(criticalT(CONFIDENCE, degrees) * Math.sqrt(a + b));
}

const SIZES: readonly (readonly [first: number, second: number])[] = [
  ...([
    [30, 30],
    [100, 40],
    [100, 100],
    [300, 300],
  ] as const),
];
const ASKED = /^CDNOW|^geometric 5, (gamma-gamma|lognormal 1.5)/;
const WITHOUT_ORDER: readonly number[] = [0, 0.4];
const DRAWS = Number(process.argv[2] ?? 5000);
const CONFIDENCE = Number(process.argv[3] ?? 0.95);
const SEED = 20261121;

function sample(stream: RandomStream, population: Population, n: number, zero: number): Moments {
  let [sum, squares, cubes] = [0, 0, 0];
  for (let who = 0; who < n; who += 1) {
    const isZero = uniform(stream) < zero;
    const value = isZero ? 0 : population.customer(stream).revenue;
    sum += value;
    squares += value * value;
    cubes += value * value * value;
  }
  return momentsOfSums({ n, sum, squares, cubes });
}

function row(population: Population, sizes: readonly [number, number], zero: number, seed: number) {
  const stream = randomStream(seed);
  const tallies = Object.values(METHODS).map((method) => ({
    method,
    above: 0,
    below: 0,
    width: 0,
  }));
  for (let round = 0; round < DRAWS; round += 1) {
    const [first, second] = sizes.map((n) => sample(stream, population, n, zero));
    if (!first || !second || first.mean === 0 || second.mean === 0) continue;
    for (const tally of tallies) {
      const [lower, upper] = tally.method(first, second);
      if (upper < 1) tally.above += 1;
      if (lower > 1) tally.below += 1;
      tally.width += Math.log(upper / lower);
    }
  }
  const share = (count: number) => ((100 * count) / DRAWS).toFixed(1);
  const columns = tallies.map(
    ({ above, below, width }) =>
      `${share(DRAWS - above - below)} (${share(below)}, ${share(above)}) ${(width / DRAWS).toFixed(2)}`,
  );
  return `| ${[population.name, `${100 * zero} %`, sizes.join(", "), ...columns].join(" | ")} |`;
}

console.log(`${DRAWS} draws a cell, confidence ${CONFIDENCE}, seed ${SEED}.`);
console.log(
  "Per method: % covered (% truth below, % truth above) mean width on the logarithmic scale.\n",
);
console.log(`| ${["population", "without order", "n", ...Object.keys(METHODS)].join(" | ")} |`);
console.log(`|---|---|---|${"---|".repeat(Object.keys(METHODS).length)}`);
const asked = POPULATIONS.filter(({ name }) => ASKED.test(name));
for (const [index, population] of asked.entries()) {
  for (const [at, zero] of WITHOUT_ORDER.entries()) {
    for (const [size, sizes] of SIZES.entries()) {
      console.log(row(population, sizes, zero, SEED + 100 * index + 10 * at + size));
    }
  }
}
