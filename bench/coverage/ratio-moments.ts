/**
 * How often do intervals for order value, frequency, revenue per customer, gaps and revenue
 * retention cover the truth?
 *
 *   npx tsx bench/coverage/ratio-moments.ts [draws a cell = 5000] [confidence = 0.95]
 *
 * Seeded: the same arguments print the same table. The library's default is the last column.
 */

import { randomStream } from "../../src/stats/random.ts";
import type { PairSums } from "../../src/stats/skewed-ratio-interval.ts";
import { skewedRatioInterval } from "../../src/stats/skewed-ratio-interval.ts";
import { studentTQuantile } from "../../src/stats/student-t.ts";
import { type Customer, POPULATIONS, type Population } from "./populations.ts";

type Bounds = readonly [lower: number, upper: number];

/** A ratio of sums over customers; a customer who does not belong gives null. */
interface Question {
  readonly name: string;
  readonly pairOf: (customer: Customer) => readonly [x: number, y: number] | null;
}

const QUESTIONS: Readonly<Record<string, Question>> = {
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

/** Customers until n of them belong, as sums. */
function draw(question: Question, customer: () => Customer, n: number): PairSums {
  const sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, xxx: 0, xxy: 0, xyy: 0, yyy: 0 };
  while (sums.n < n) {
    const pair = question.pairOf(customer());
    if (pair === null) continue;
    const [x, y] = pair;
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
  return sums;
}

/** The ratio of the expectations, from three million customers of another stream. */
function truthOf(question: Question, population: Population): number {
  const stream = randomStream(SEED + 1);
  const { x, y } = draw(question, () => population.customer(stream), 3_000_000);
  return Number(y) / Number(x);
}

let cells = 0;

function cell(question: Question, population: Population, truth: number, n: number): string {
  cells += 1;
  const stream = randomStream(SEED + 1000 * cells);
  const customer = () => population.customer(stream);
  const t = studentTQuantile((1 + CONFIDENCE) / 2, n - 1);
  const methods = Object.values(METHODS).map((method) => ({
    method,
    above: 0,
    below: 0,
    width: 0,
  }));
  for (let round = 0; round < DRAWS; round += 1) {
    const sums = draw(question, customer, n);
    for (const tally of methods) {
      const [lower, upper] = tally.method(sums, t);
      if (truth > upper) tally.above += 1;
      if (truth < lower) tally.below += 1;
      tally.width += (upper - lower) / truth;
    }
  }
  const share = (count: number) => ((100 * count) / DRAWS).toFixed(1);
  const columns = methods.map(
    ({ above, below, width }) =>
      `${share(DRAWS - above - below)} (${share(below)}, ${share(above)}) ${(width / DRAWS).toFixed(2)}`,
  );
  return `| ${[question.name, population.name, n, ...columns].join(" | ")} |`;
}

console.log(`${DRAWS} draws a cell, confidence ${CONFIDENCE}, seed ${SEED}.`);
console.log("Per method: % covered (% truth below, % truth above) mean width over truth.\n");
console.log(`| ${["question", "population", "n", ...Object.keys(METHODS)].join(" | ")} |`);
console.log(`|---|---|---|${"---|".repeat(Object.keys(METHODS).length)}`);
for (const population of POPULATIONS) {
  for (const key of population.questions) {
    const question = QUESTIONS[key];
    if (!question) throw new Error(`no question ${key}`);
    const truth = population.truth?.[key] ?? truthOf(question, population);
    for (const n of SIZES) console.log(cell(question, population, truth, n));
  }
}
