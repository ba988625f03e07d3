/**
 * What bad rows and hostile values cost: 100,000 bad rows against 100,000 good ones, and the guards
 * around reading a row against a loop that has none. Process CPU time, taking turns, medians of seven
 * after two warm rounds.
 *
 *     npx tsx bench/bad-rows.ts
 *
 * Ends with 1 when bad rows take more than 5 times as long as good ones, or the guards more than 1.5.
 */
import { newFaults } from "../src/base/errors.ts";
import { answersLedger, KpiError, ordersLedger, subscriptionsLedger } from "../src/index.ts";
import { eachRow, rowList } from "../src/ledger/each-row.ts";

const ROWS = 100_000;
const ROUNDS = 7;
const WARM_ROUNDS = 2;

const rowsOf = <Row>(row: (at: number) => Row): readonly Row[] =>
  Array.from({ length: ROWS }, (_, at) => row(at));
const order = (at: number) => ({
  ...{ orderId: at, customerId: `c${at % 9973}`, date: "2025-01-09", amount: "12.50" },
});
const subscription = (at: number) => ({
  ...{ customerId: at, start: "2025-01-09", end: null as string | null, mrr: "12.50" },
});
const answer = (at: number) => ({ survey: "nps" as const, score: at % 11, respondentId: at });

const orders = rowsOf(order);
const subscriptions = rowsOf(subscription);
const answers = rowsOf(answer);

/** Counts the faults of rows that are all bad: exactly, and a thousand listed. */
function refused(read: () => unknown, faults = ROWS): void {
  try {
    read();
  } catch (fault) {
    if (!(fault instanceof KpiError)) throw fault;
    const count = fault.totals.reduce((sum, total) => sum + total.count, 0);
    if (count === faults && fault.issues.length === 1000) return;
    throw new Error(`${count} faults, ${fault.issues.length} listed`);
  }
  throw new Error("bad rows were taken");
}

const EUR = { currency: "EUR" };
const badAmounts = rowsOf((at) => ({ ...order(at), amount: "x" }));
const badDates = rowsOf((at) => ({ ...order(at), date: "2025-02-30" }));
const allBad = rowsOf((at) => ({ orderId: at, customerId: "", date: "x", amount: "x" }));
const reversed = rowsOf((at) => ({ ...subscription(at), end: "2024-01-01" }));
const offScale = rowsOf((at) => ({ ...answer(at), score: 11 }));
const throwing = rowsOf((at) =>
  Object.defineProperty({ ...order(at) }, "amount", {
    enumerable: true,
    get(): never {
      throw new Error("hostile");
    },
  }),
);

function caughtByHand(): number {
  let caught = 0;
  for (const row of throwing) {
    try {
      if (row.amount === "") caught -= 1;
    } catch {
      caught += 1;
    }
  }
  return caught;
}

/** Reads four members of every row behind the guards, or without any. */
function guarded(): number {
  let [total, read] = [0, 0];
  const faults = newFaults();
  const visit = {
    kind: "orders" as const,
    names: ["customerId", "date", "amount", "orderId"],
    read({ customerId, date, amount, orderId }: Readonly<Record<string, unknown>>): void {
      read = sizeOf(customerId, date, amount, orderId);
    },
    keep(): void {
      total += read;
    },
  };
  eachRow(rowList(orders), visit, faults);
  return total;
}

function unguarded(): number {
  let total = 0;
  for (const { customerId, date, amount, orderId } of orders) {
    total += sizeOf(customerId, date, amount, orderId);
  }
  return total;
}

/** About as little as a loop over rows ever does with them: the numbers in their text. */
function sizeOf(customerId: unknown, date: unknown, amount: unknown, orderId: unknown): number {
  const texts = String(customerId) + String(date);
  let size = Number(amount) + Number(orderId);
  for (let at = 0; at < texts.length; at += 1) size += texts.charCodeAt(at);
  return size;
}

interface Case {
  readonly name: string;
  readonly run: () => unknown;
  readonly against: () => unknown;
  readonly limit: number;
}

const goodOrders = () => ordersLedger(orders, EUR);
const CASES: readonly Case[] = [
  {
    name: "orders: amounts",
    run: () => refused(() => ordersLedger(badAmounts, EUR)),
    ...{ against: goodOrders, limit: 5 },
  },
  {
    name: "orders: dates",
    run: () => refused(() => ordersLedger(badDates, EUR)),
    ...{ against: goodOrders, limit: 5 },
  },
  {
    name: "orders: three faults a row",
    run: () => refused(() => ordersLedger(allBad, EUR), 3 * ROWS),
    ...{ against: goodOrders, limit: 5 },
  },
  {
    // What an error costs is the getter's; against catching as many by hand.
    name: "orders: getters that throw",
    run: () => refused(() => ordersLedger(throwing as never, EUR)),
    ...{ against: caughtByHand, limit: 2 },
  },
  {
    name: "subscriptions: ends before starts",
    run: () => refused(() => subscriptionsLedger(reversed, EUR)),
    ...{ against: () => subscriptionsLedger(subscriptions, EUR), limit: 5 },
  },
  {
    name: "answers: off the scale",
    run: () => refused(() => answersLedger(offScale)),
    ...{ against: () => answersLedger(answers), limit: 5 },
  },
  { name: "guards around reading a row", run: guarded, against: unguarded, limit: 1.5 },
];

if (guarded() !== unguarded()) throw new Error("the two loops read different rows");

function nanosecondsPerRow(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / ROWS;
}

const median = (times: readonly number[]): number =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

const times = CASES.map(() => ({ run: [] as number[], against: [] as number[] }));
for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1) {
  for (const [at, { run, against }] of CASES.entries()) {
    const taken = [nanosecondsPerRow(against), nanosecondsPerRow(run)] as const;
    if (round < WARM_ROUNDS) continue;
    times[at]?.against.push(taken[0]);
    times[at]?.run.push(taken[1]);
  }
}

const table = CASES.map(({ name, limit }, at) => {
  const [good, bad] = [median(times[at]?.against ?? []), median(times[at]?.run ?? [])];
  return {
    case: name,
    "good or plain, ns a row": Math.round(good),
    "bad or guarded, ns a row": Math.round(bad),
    ratio: Number((bad / good).toFixed(2)),
    "at most": limit,
  };
});
console.table(table);
console.log(JSON.stringify(table));
if (table.some((one) => one.ratio > one["at most"])) process.exitCode = 1;
