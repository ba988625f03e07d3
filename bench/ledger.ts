/**
 * Building a ledger of orders against the loops one would write by hand.
 *
 *   npx tsx bench/ledger.ts            # a million rows
 *   npx tsx bench/ledger.ts 100000     # fewer
 *
 * Process CPU time, both ways taking turns, medians of seven after three warm rounds, a process a case. The ratio is the figure that counts.
 */
import { execFileSync } from "node:child_process";
import { ordersLedger } from "../src/ledger/orders-ledger.ts";
import { ordersLedgerFromColumns } from "../src/ledger/orders-ledger-from-columns.ts";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const CUSTOMERS = Math.ceil(ROWS / 10);
const REPETITIONS = 7;
const WARM_ROUNDS = 3;

/** Numbers that look random and are the same every time. */
function* scramble(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 4;
  }
}

const chance = scramble(42);
const draw = (below: number): number => (chance.next().value ?? 0) % below;

const customers = Array.from({ length: ROWS }, () => draw(CUSTOMERS));
const days = Array.from({ length: ROWS }, (_, row) => 19_000 + Math.floor((row * 1000) / ROWS));
const cents = Array.from({ length: ROWS }, () => 100 + draw(20_000));
const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

interface Row {
  readonly customerId: string;
  readonly date: string;
  readonly amount: string | number;
}

const rowsOfText = (): readonly Row[] =>
  customers.map((customer, row) => ({
    customerId: `c${customer}`,
    date: text(days[row] ?? 0),
    amount: ((cents[row] ?? 0) / 100).toFixed(2),
  }));
const rowsOfNumbers = (): readonly Row[] =>
  rowsOfText().map((row) => ({ ...row, amount: Number(row.amount) }));
const rowsWithIds = () =>
  rowsOfText().map(({ customerId, date, amount }, at) => {
    const orderId = `order-${at}`;
    return { customerId, date, amount, orderId };
  });
/** Node 20 gives each object that is spread and extended a layout of its own, slow to read for anyone. */
const rowsSpread = () => rowsOfText().map((row, at) => ({ ...row, orderId: `order-${at}` }));

function dayByHand(date: string): number {
  const digits = (at: number, count: number): number => {
    let number = 0;
    for (let place = at; place < at + count; place += 1) {
      const digit = date.charCodeAt(place) - 48;
      if (digit < 0 || digit > 9) throw new Error(date);
      number = number * 10 + digit;
    }
    return number;
  };
  if (date.length !== 10) throw new Error(date);
  const month = digits(5, 2);
  const year = digits(0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(8, 2) - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}

function centsByHand(amount: string): number {
  let units = 0;
  let point = -1;
  for (let at = 0; at < amount.length; at += 1) {
    const digit = amount.charCodeAt(at) - 48;
    if (digit === -2 && point < 0) point = at;
    else if (digit < 0 || digit > 9) throw new Error(amount);
    else units = units * 10 + digit;
  }
  const decimals = point < 0 ? 0 : amount.length - point - 1;
  if (decimals > 2) throw new Error(amount);
  return decimals === 2 ? units : units * 10 ** (2 - decimals);
}

function rowsByHand(list: readonly Row[]): number {
  const codeOf = new Map<string, number>();
  const customer = new Int32Array(list.length);
  const day = new Int32Array(list.length);
  const amount = new Float64Array(list.length);
  for (let row = 0; row < list.length; row += 1) {
    const cells = list[row];
    if (cells === undefined) continue;
    let code = codeOf.get(cells.customerId);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(cells.customerId, code);
    }
    customer[row] = code;
    day[row] = dayByHand(cells.date);
    if (typeof cells.amount === "string") {
      amount[row] = centsByHand(cells.amount);
    } else {
      const units = Math.round(cells.amount * 100);
      if (units / 100 !== cells.amount) throw new Error(String(cells.amount));
      amount[row] = units;
    }
  }
  return customer.length + day.length + amount.length + codeOf.size;
}

function rowsWithIdsByHand(list: ReturnType<typeof rowsWithIds>): number {
  const seen = new Map<string, number>();
  for (const [row, { orderId }] of list.entries()) {
    if (seen.has(orderId)) throw new Error(orderId);
    seen.set(orderId, row);
  }
  return rowsByHand(list) + seen.size;
}

interface Columns {
  readonly codes: Int32Array;
  readonly dayColumn: Int32Array;
  readonly amounts: Float64Array;
}

const columns = (): Columns => ({
  codes: Int32Array.from(customers),
  dayColumn: Int32Array.from(days),
  amounts: Float64Array.from(cents, (value) => value / 100),
});

function columnsByHand({ codes, dayColumn, amounts }: Columns): number {
  const codeOf = new Int32Array(CUSTOMERS).fill(-1);
  const customer = new Int32Array(ROWS);
  const amount = new Float64Array(ROWS);
  let known = 0;
  for (let row = 0; row < ROWS; row += 1) {
    const id = codes[row] ?? 0;
    let code = codeOf[id] ?? -1;
    if (code < 0) {
      code = known;
      codeOf[id] = code;
      known += 1;
    }
    customer[row] = code;
    const value = amounts[row] ?? 0;
    const units = Math.round(value * 100);
    if (units / 100 !== value) throw new Error(String(value));
    amount[row] = units;
  }
  const day = dayColumn.slice();
  return known + day.length + customer.length + amount.length;
}

const euro = { currency: "EUR" };

/** Two ways to do one thing. */
interface Case {
  readonly byHand: () => unknown;
  readonly ours: () => unknown;
}

const CASES: Readonly<Record<string, () => Case>> = {
  "rows, amounts as text": () => {
    const rows = rowsOfText();
    return { byHand: () => rowsByHand(rows), ours: () => ordersLedger(rows, euro) };
  },
  "rows, amounts as numbers": () => {
    const rows = rowsOfNumbers();
    return { byHand: () => rowsByHand(rows), ours: () => ordersLedger(rows, euro) };
  },
  "rows with order ids": () => {
    const rows = rowsWithIds();
    return { byHand: () => rowsWithIdsByHand(rows), ours: () => ordersLedger(rows, euro) };
  },
  "rows with order ids, made by spreading": () => {
    const rows = rowsSpread();
    return { byHand: () => rowsWithIdsByHand(rows), ours: () => ordersLedger(rows, euro) };
  },
  columns: () => {
    const made = columns();
    const { codes: customerId, dayColumn: date, amounts: amount } = made;
    return {
      byHand: () => columnsByHand(made),
      ours: () => ordersLedgerFromColumns({ customerId, date, amount }, euro),
    };
  },
};

function nanosecondsARow(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / ROWS;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

function measure({ byHand, ours }: Case): { readonly hand: number; readonly ours: number } {
  const times = { hand: [] as number[], ours: [] as number[] };
  for (let round = 0; round < WARM_ROUNDS + REPETITIONS; round += 1) {
    const [hand, own] = [nanosecondsARow(byHand), nanosecondsARow(ours)];
    if (round < WARM_ROUNDS) continue;
    times.hand.push(hand);
    times.ours.push(own);
  }
  return { hand: median(times.hand), ours: median(times.ours) };
}

const [, program = "", , only] = process.argv;
const chosen = only === undefined ? undefined : CASES[only];
if (chosen !== undefined) {
  process.stdout.write(JSON.stringify(measure(chosen())));
} else {
  // A process for each case, so that one layout of rows is alive at a time.
  const table = Object.keys(CASES).map((name) => {
    const args = [...process.execArgv, program, String(ROWS), name];
    const { hand, ours } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    return {
      case: name,
      "by hand, ns a row": Math.round(hand),
      "ledger, ns a row": Math.round(ours),
      ratio: Number((ours / hand).toFixed(2)),
    };
  });
  console.table(table);
  console.log(JSON.stringify(table));
}
