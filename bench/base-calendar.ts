/**
 * Reading of moments against `Date.parse`, and the day in a zone against `Intl`: CPU time of the
 * process, cases interleaved, medians of 15 rounds after a warm one. Prints a table, then JSON.
 *
 *     npx esbuild bench/base-calendar.ts --bundle --platform=node --format=esm | node --input-type=module -
 */
import { dayOf, dayToText, MS_PER_DAY } from "../src/base/day.ts";
import { type Moment, readMoment } from "../src/base/moment.ts";
import { UTC, zoneOf } from "../src/base/zone.ts";

const ROWS = 300_000;
const ROUNDS = 15;

/** Three years of instants, spread evenly but in no order. */
const FIRST = dayOf(2022, 1, 1) * MS_PER_DAY;
const SPAN = 1096 * MS_PER_DAY;
const instants = Array.from({ length: ROWS }, (_, row) => FIRST + ((row * 7_919_000_003) % SPAN));

// Made by joining characters, so that every text is flat, as a file reader makes them.
const flat = (text: string): string => Buffer.from(text).toString("latin1");
const dayTexts = instants.map((instant) => flat(dayToText(Math.floor(instant / MS_PER_DAY))));
const instantTexts = instants.map((instant) => flat(new Date(instant).toISOString()));
const offsetTexts = instantTexts.map((text) => flat(`${text.slice(0, 19)}+01:00`));
const dates = instants.map((instant) => new Date(instant));

const moment: Moment = { day: 0, instant: 0 };

/** Reads every row, and adds up the days so that no work can be left out. */
function readAll(values: readonly unknown[], zone = UTC): number {
  let sum = 0;
  for (const value of values) if (readMoment(value, zone, moment) === null) sum += moment.day;
  return sum;
}

function parseAll(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) sum += Math.floor(Date.parse(text) / MS_PER_DAY);
  return sum;
}

function dayOfAll(name: string): number {
  const zone = zoneOf(name);
  let sum = 0;
  for (const instant of instants) sum += zone.dayOf(instant);
  return sum;
}

/** The same question to `Intl`, for a fiftieth of the rows. */
const INTL_SHARE = 50;
const intlFormat = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });

function intlAll(): number {
  let sum = 0;
  for (let row = 0; row < ROWS; row += INTL_SHARE) {
    sum += intlFormat.format(instants[row]).length;
  }
  return sum;
}

interface Case {
  readonly name: string;
  readonly run: () => number;
  readonly rows?: number;
  /** The case it is compared with, and the ratio it must not pass. */
  readonly against?: readonly [name: string, limit: number];
}

const cases: readonly Case[] = [
  { name: "Date.parse, day", run: () => parseAll(dayTexts) },
  { name: "Date.parse, instant", run: () => parseAll(instantTexts) },
  { name: "Intl, day in a zone", run: intlAll, rows: ROWS / INTL_SHARE },
  { name: "day text", run: () => readAll(dayTexts), against: ["Date.parse, day", 0.5] },
  { name: "instant text", run: () => readAll(instantTexts), against: ["Date.parse, instant", 0.5] },
  {
    name: "instant text with offset",
    run: () => readAll(offsetTexts),
    against: ["Date.parse, instant", 0.5],
  },
  {
    name: "instant text in New York",
    run: () => readAll(instantTexts, zoneOf("America/New_York")),
  },
  { name: "Date", run: () => readAll(dates), against: ["Date.parse, instant", 0.5] },
  {
    name: "dayOf in New York",
    run: () => dayOfAll("America/New_York"),
    against: ["Intl, day in a zone", 0.1],
  },
];

function nanosecondsOf({ run, rows = ROWS }: Case): number {
  const before = process.cpuUsage();
  const sum = run();
  const { user, system } = process.cpuUsage(before);
  if (Number.isNaN(sum)) throw new Error("a row was not read");
  return ((user + system) * 1000) / rows;
}

const measured = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const one of cases) {
    const time = nanosecondsOf(one);
    if (round > 0) measured.get(one.name)?.push(time);
  }
}

const median = (name: string): number =>
  [...(measured.get(name) ?? [])].sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ??
  Number.NaN;

const table = cases.map(({ name, against }) => ({
  case: name,
  "ns a row": Number(median(name).toFixed(1)),
  ratio: against ? Number((median(name) / median(against[0])).toFixed(3)) : null,
  "at most": against ? against[1] : null,
}));
console.table(table);
console.log(JSON.stringify(table));
