/**
 * Reading a CSV of a million rows (customer_id, date, amount) against the CSV library alone and
 * against a loop that splits lines: CPU time of the process, cases interleaved, medians of 5 rounds
 * after a warm one. Prints a table, then JSON.
 *
 *     npx tsx bench/csv.ts
 */
import Papa from "papaparse";
import { readTransactions } from "../src/io/read-transactions.ts";

const ROWS = Number(process.env["ROWS"] ?? 1_000_000);
const ROUNDS = 5;

/** @param badEvery Every so many rows an amount that is none. */
function textOf(isQuoted: boolean, badEvery: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const lines = ["customer_id,date,amount"];
  for (let row = 0; row < ROWS; row += 1) {
    const amount = (((row * 37) % 10_000) / 100).toFixed(2);
    const cells = [
      `c${(row * 7919) % 100_000}`,
      `2024-${two(1 + (row % 12))}-${two(1 + (row % 28))}`,
      row % badEvery === badEvery - 1 ? `€${amount}` : amount,
    ];
    lines.push((isQuoted ? cells.map((cell) => `"${cell}"`) : cells).join(","));
  }
  return `${lines.join("\n")}\n`;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const NEVER = ROWS + 1;
const plain = encode(textOf(false, NEVER));
const quoted = encode(textOf(true, NEVER));
const bad = encode(textOf(false, 100));

/** Decodes the bytes anew, so that no case profits from a text that was read before. */
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
}

function splitLines(text: string): number {
  const rows: object[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || rows.length > ROWS) continue;
    const [customerId, date, amount] = line.split(",");
    rows.push({ customerId, date, amount });
  }
  return rows.length - 1;
}

function parseAlone(text: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  return data.length - 2; // the header, and what follows the last newline
}

interface Case {
  readonly name: string;
  readonly run: () => number | Promise<number>;
  /** The case it is compared with, and the ratio it must not pass. */
  readonly against?: readonly [name: string, limit: number | null];
}

const cases: readonly Case[] = [
  { name: "split lines, nothing checked", run: () => splitLines(decode(plain)) },
  { name: "papaparse alone", run: () => parseAlone(decode(plain)) },
  { name: "papaparse alone, quoted", run: () => parseAlone(decode(quoted)) },
  {
    name: "readTransactions, strict",
    run: () => readTransactions(plain, { strict: true }).rows.length,
    against: ["papaparse alone", 3],
  },
  {
    name: "readTransactions, tolerant",
    run: () => readTransactions(plain).rows.length,
    against: ["readTransactions, strict", 2],
  },
  {
    name: "readTransactions, tolerant, 1 % bad",
    run: () => readTransactions(bad).summary.rows,
    against: ["readTransactions, strict", 2],
  },
  {
    name: "readTransactions, quoted",
    run: () => readTransactions(quoted).rows.length,
    against: ["papaparse alone, quoted", 3],
  },
  {
    name: "readTransactions, stream",
    run: async () => (await readTransactions(pieces(plain))).rows.length,
    against: ["papaparse alone", 3],
  },
];

async function nanosecondsOf({ name, run }: Case): Promise<number> {
  const before = process.cpuUsage();
  const rows = await run();
  const { user, system } = process.cpuUsage(before);
  if (rows !== ROWS) throw new Error(`${name} read ${rows} rows`);
  return ((user + system) * 1000) / ROWS;
}

const measured = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const one of cases) {
    const time = await nanosecondsOf(one);
    if (round > 0) measured.get(one.name)?.push(time);
  }
}

const median = (name: string): number =>
  [...(measured.get(name) ?? [])].sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ??
  Number.NaN;

const table = cases.map(({ name, against }) => ({
  case: name,
  "ns a row": Number(median(name).toFixed(0)),
  against: against?.[0] ?? "",
  ratio: against ? Number((median(name) / median(against[0])).toFixed(2)) : null,
  "at most": against ? against[1] : null,
}));
console.table(table);
console.log(
  `Largest memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
);
console.log(JSON.stringify(table));
