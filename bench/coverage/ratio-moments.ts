/**
 * How often do intervals for order value, frequency, revenue per customer, gaps and revenue
 * retention cover the truth?
 *
 *   npx tsx bench/coverage/ratio-moments.ts [draws a cell = 5000] [confidence = 0.95]
 *
 * Seeded: the same arguments print the same table. The library's default is the last column.
 */

import { criticalT } from "../../src/stats/critical-values.ts";
import { randomStream } from "../../src/stats/random.ts";
import type { PairSums } from "../../src/stats/skewed-ratio-interval.ts";
import { skewedRatioInterval } from "../../src/stats/skewed-ratio-interval.ts";
import { type Customer, POPULATIONS, type Population, type QuestionName } from "./populations.ts";

type Bounds = readonly [lower: number, upper: number];

/** A ratio of sums over customers; a customer who does not belong gives null. */
interface Question {
  readonly name: string;
  readonly pairOf: (customer: Customer) => readonly [x: number, y: number] | null;
}

const QUESTIONS: Readonly<Record<QuestionName, Question>> = {
  value: { name: "order value", pairOf: ({ orders, revenue }) => [orders, revenue] },
  frequency: { name: "orders per customer", pairOf: ({ orders }) => [1, orders] },
  revenue: { name: "revenue per customer", pairOf: ({ revenue }) => [1, revenue] },
  gap: {
    name: "days between orders",
    pairOf: ({ orders, span }) => (orders > 1 ? [orders - 1, span] : null),
  },
  retention: { name: "net revenue retention", pairOf: ({ before, revenue }) => [before, revenue] },
};

const METHODS: Readonly<Record<string, (sums: PairSums, t: number) => Bounds>> = {
  "delta, t": (sums, t) => {
    const { ratio, error } = plain(sums);
    return [ratio - t * error, ratio + t * error];
  },
  "delta on logarithms": (sums, t) => {
    const { ratio, error } = plain(sums);
    return [ratio * Math.exp((-t * error) / ratio), ratio * Math.exp((t * error) / ratio)];
  },
  "skewness-corrected": (sums) => skewedRatioInterval(sums, CONFIDENCE),
};

const SIZES: readonly number[] = [30, 100, 300, 1000];
const DRAWS = Number(process.argv[2] ?? 5000);
const CONFIDENCE = Number(process.argv[3] ?? 0.95);
const SEED = 20261121;

function plain(sums: PairSums): { readonly ratio: number; readonly error: number } {
  const { n } = sums;
  const ratio = Number(sums.y) / Number(sums.x);
  const squares = Number(sums.yy) - 2 * ratio * Number(sums.xy) + ratio * ratio * Number(sums.xx);
  return { ratio, error: Math.sqrt((squares * n) / (n - 1)) / Number(sums.x) };
}

type Sums = { -readonly [Name in keyof PairSums]: number };

/** The sums of a question over n customers who belong; those drawn for all questions are shared. */
function add(sums: Sums, [x, y]: readonly [x: number, y: number]): void {
  sums.n += 1;
  sums.x += x;
  sums.y += y;
  sums.xx += x * x;
  sums.xy += x * y;
  sums.yy += y * y;
  sums.xxx += x * x * x;
  sums.xxy += x * x * y;
  sums.xyy += x * y * y;
  sums.yyy += y * y * y;
}

/** Draws customers until every question has n who belong to it. */
function draw(questions: readonly Question[], customer: () => Customer, n: number): Sums[] {
  const all = questions.map(() => ({
    n: 0,
    x: 0,
    y: 0,
    xx: 0,
    xy: 0,
    yy: 0,
    xxx: 0,
    xxy: 0,
    xyy: 0,
    yyy: 0,
  }));
  while (all.some((sums) => sums.n < n)) {
    const drawn = customer();
    for (const [index, sums] of all.entries()) {
      const pair = sums.n < n ? questions[index]?.pairOf(drawn) : null;
      if (pair) add(sums, pair);
    }
  }
  return all;
}

/** The ratio of the expectations, from four million customers of another stream. */
function longRun(question: Question, population: Population): number {
  const stream = randomStream(SEED - 1);
  const [sums] = draw([question], () => population.customer(stream), 4_000_000);
  return sums ? sums.y / sums.x : Number.NaN;
}

/** One row of the table for every question. */
function rows(
  population: Population,
  n: number,
  questions: readonly Question[],
  truths: readonly number[],
  seed: number,
): readonly string[] {
  const stream = randomStream(seed);
  const t = criticalT(CONFIDENCE, n - 1);
  const tallies = questions.map(() =>
    Object.values(METHODS).map((method) => ({ method, above: 0, below: 0, width: 0 })),
  );
  for (let round = 0; round < DRAWS; round += 1) {
    const all = draw(questions, () => population.customer(stream), n);
    for (const [index, sums] of all.entries()) {
      const truth = truths[index] ?? Number.NaN;
      for (const tally of tallies[index] ?? []) {
        const [lower, upper] = tally.method(sums, t);
        if (truth > upper) tally.above += 1;
        if (truth < lower) tally.below += 1;
        tally.width += (upper - lower) / truth;
      }
    }
  }
  const share = (count: number) => ((100 * count) / DRAWS).toFixed(1);
  return questions.map((question, index) => {
    const columns = (tallies[index] ?? []).map(
      ({ above, below, width }) =>
        `${share(DRAWS - above - below)} (${share(below)}, ${share(above)}) ${(width / DRAWS).toFixed(2)}`,
    );
    return `| ${[question.name, population.name, n, ...columns].join(" | ")} |`;
  });
}

console.log(`${DRAWS} draws a cell, confidence ${CONFIDENCE}, seed ${SEED}.`);
console.log("Per method: % covered (% truth below, % truth above) mean width over truth.\n");
console.log(`| ${["question", "population", "n", ...Object.keys(METHODS)].join(" | ")} |`);
console.log(`|---|---|---|${"---|".repeat(Object.keys(METHODS).length)}`);
for (const [index, population] of POPULATIONS.entries()) {
  const questions = population.questions.map((name) => QUESTIONS[name]);
  const truths = questions.map(
    (question, at) => population.truths[at] ?? longRun(question, population),
  );
  const table = SIZES.flatMap((n, size) =>
    rows(population, n, questions, truths, SEED + 10 * index + size),
  );
  for (const [at] of questions.entries()) {
    for (const [row, line] of table.entries()) if (row % questions.length === at) console.log(line);
  }
}
