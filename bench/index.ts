/**
 * `npm run bench`: the ledger and the KPIs against loops written by hand, at a million rows. The job is
 * average order value, repeat customers, purchase frequency and a cohort triangle of 36 months.
 * `npm run bench -- --rows 100000` is quicker. Process CPU time, cases taking turns, medians.
 * The target is a ratio of 2. Ends with 1 when a ratio passes the guard of its case, which says where it
 * stands today; guards only ever come down.
 */
import { deepEqual } from "node:assert/strict";
import { parseArgs } from "node:util";
import {
  averageOrderValue,
  cohortRetention,
  type OrdersLedger,
  ordersLedger,
  ordersLedgerFromColumns,
  purchaseFrequency,
  repeatCustomerRate,
} from "../src/index.ts";
import { randomStream, uniform } from "../src/stats/random.ts";
import { type ByHand, columnsByHand, type Months, type Row, rowsByHand } from "./by-hand.ts";

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const ROWS = Number(values.rows);
const CUSTOMERS = Math.ceil(ROWS / 10);
/** Columns are quick: more turns see more of the compiled code, and less of the machine's other work. */
const TURNS = { columns: 25, rows: 9 };
const TARGET = 2;

const FIRST_DAY = 18_993; // 2022-01-01
const MONTHS = 36;
const DAYS = 1096;
const MONTHS_ASKED: Months = {
  from: FIRST_DAY,
  until: FIRST_DAY + DAYS,
  monthOf: Uint8Array.from({ length: DAYS }, (_, at) => {
    const date = new Date((FIRST_DAY + at) * 86_400_000);
    return 12 * (date.getUTCFullYear() - 2022) + date.getUTCMonth();
  }),
  count: MONTHS,
};
const EUR = { currency: "EUR" };

const stream = randomStream(1);
const customer = Int32Array.from({ length: ROWS }, () => Math.floor(uniform(stream) * CUSTOMERS));
const day = Int32Array.from({ length: ROWS }, () => FIRST_DAY + Math.floor(uniform(stream) * DAYS));
const amount = Float64Array.from(
  { length: ROWS },
  () => Math.floor(uniform(stream) * 20_000) / 100,
);
function answers(ledger: OrdersLedger): ByHand {
  const repeat = repeatCustomerRate(ledger).counts;
  const value = averageOrderValue(ledger).counts;
  const { cohorts } = cohortRetention(ledger, { every: "month", period: "2022-01-01/2025-01-01" });
  const frequency = purchaseFrequency(ledger).counts;
  return {
    orders: frequency.orders,
    customers: repeat.customers,
    cents: Math.round(Number(value.revenue) * 100),
    repeatCustomers: repeat.repeatCustomers,
    firstCohort: (cohorts[0]?.cells ?? []).map(({ total }) => total ?? 0),
  };
}

const fromColumns = (): OrdersLedger =>
  ordersLedgerFromColumns({ customerId: customer, date: day, amount }, EUR);
const built = fromColumns();
const handOverColumns = (): ByHand => columnsByHand(customer, day, amount, CUSTOMERS, MONTHS_ASKED);

interface Case {
  readonly name: string;
  readonly guard: number;
  readonly hand: () => ByHand;
  readonly ours: () => ByHand | OrdersLedger;
}

const OF_COLUMNS: readonly Case[] = [
  {
    name: "columns to a ledger",
    guard: 4,
    hand: handOverColumns,
    ours: fromColumns,
  },
  {
    name: "a ledger to the whole job",
    guard: 5,
    hand: handOverColumns,
    ours: () => answers({ ...built }), // a copy, for which nothing was added up before
  },
  {
    name: "columns to the whole job",
    guard: 8,
    hand: handOverColumns,
    ours: () => answers(fromColumns()),
  },
];

/** Made when the columns are done: clearing up around a million objects is no part of their time. */
function ofRows(): readonly Case[] {
  const rows: readonly Row[] = Array.from({ length: ROWS }, (_, at) => ({
    customerId: `customer-${customer[at]}`,
    date: new Date((day[at] ?? 0) * 86_400_000).toISOString().slice(0, 10),
    amount: (amount[at] ?? 0).toFixed(2),
  }));
  return [
    {
      name: "rows to the whole job",
      guard: 2,
      hand: () => rowsByHand(rows, MONTHS_ASKED),
      ours: () => answers(ordersLedger(rows, EUR)),
    },
  ];
}

function nanosecondsPerRow(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / ROWS;
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
}

interface Measured {
  readonly case: string;
  readonly "by hand, ns a row": number;
  readonly "ours, ns a row": number;
  readonly ratio: number;
}

function measure(cases: readonly Case[], turns: number): readonly Measured[] {
  const times = cases.map(() => ({ hand: [] as number[], ours: [] as number[] }));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [at, { hand, ours }] of cases.entries()) {
      const taken = [nanosecondsPerRow(hand), nanosecondsPerRow(ours)] as const;
      if (turn === 0) continue; // the first call compiles
      times[at]?.hand.push(taken[0]);
      times[at]?.ours.push(taken[1]);
    }
  }
  return cases.map(({ name, hand, ours }, at) => {
    const answer = ours();
    const isJob = !("kind" in answer);
    if (isJob) deepEqual(answer, hand(), `${name}: the answers differ from those by hand`);
    const [byHand, byUs] = [median(times[at]?.hand ?? []), median(times[at]?.ours ?? [])];
    return {
      case: name,
      "by hand, ns a row": Math.round(byHand),
      "ours, ns a row": Math.round(byUs),
      ratio: Number((byUs / byHand).toFixed(2)),
    };
  });
}

const columns = measure(OF_COLUMNS, TURNS.columns);
const rowCases = ofRows();
const table = [...columns, ...measure(rowCases, TURNS.rows)];
console.log(`${ROWS} rows, ${CUSTOMERS} customers; process CPU time, medians`);
console.table(table);
console.log(JSON.stringify(table));
for (const { case: name, ratio } of table) {
  if (ratio > TARGET) console.log(`${name}: above the target of ${TARGET}`);
}
const guards = [...OF_COLUMNS, ...rowCases].map(({ guard }) => guard);
if (table.some(({ ratio }, at) => ratio > (guards[at] ?? TARGET))) process.exitCode = 1;
