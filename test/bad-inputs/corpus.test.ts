import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Decimal } from "../../src/index.ts";
import { type BadInput, type Corpus, decode, inputOf } from "../support/bad-inputs.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { report as log } from "../support/report.ts";
import { sharedJson } from "../support/shared.ts";
import { type Answer, answerOf, type Notice } from "./answer.ts";
import { type Door, doorsOf, doorsOfMetric, fileDoor } from "./doors.ts";
import { expectMore } from "./expect-more.ts";
import { neutralCodes, ourOption } from "./neutral-codes.ts";

const corpus = sharedJson("bad-inputs/corpus.json") as Corpus | null;

/** Cases of what this library does not do yet; `null`: it does. */
function waitsFor({ family }: BadInput): string | null {
  return family === "rule" ? "check" : null;
}

const tally = new Map<string, { answered: number; waiting: number; slow: number }>();

describe.skipIf(corpus === null)(
  "every case of the corpus of bad inputs is answered rightly",
  () => {
    if (corpus === null) return;
    const usual = new Map<string, ReadonlySet<string>>();
    beforeAll(() => {
      for (const base of ["transactions", "subscriptions", "answers", "options", "export"]) {
        usual.set(base, codesOf(asked(corpus, goodCase(base)).answers));
      }
    });
    for (const badInput of corpus.cases) {
      const counts = tally.get(badInput.family) ?? { answered: 0, waiting: 0, slow: 0 };
      tally.set(badInput.family, counts);
      const waiting = waitsFor(badInput) !== null;
      const slow = badInput.slow === true && !NIGHTLY;
      test.skipIf(waiting || slow)(
        `${badInput.family}: ${badInput.id}`,
        { timeout: 300_000 },
        () => {
          expectRight(corpus, badInput, usual.get(badInput.base) ?? new Set());
          counts.answered += 1;
        },
      );
      if (waiting) counts.waiting += 1;
      else if (slow) counts.slow += 1;
    }
    afterAll(() => {
      for (const [family, { answered, waiting, slow }] of tally) {
        log(
          `bad inputs, ${family}: ${answered} answered, ${waiting} wait, ${slow} are of the night`,
        );
      }
    });
  },
);

const goodCase = (base: string): BadInput => ({
  ...{ id: "good", family: "good", base, edit: { op: "append", rows: [] } },
  expect: { outcome: ["accept"], codes: [] },
});

interface Asked {
  readonly answers: readonly Answer[];
  readonly milliseconds: number;
}

/** Puts a case to every function that it fits, or to the first few of them. */
function asked(all: Corpus, badInput: BadInput, most = Number.POSITIVE_INFINITY): Asked {
  const kind = all.bases[badInput.base]?.kind ?? "";
  const { rows, options, doors } = argumentsOf(all, badInput, kind);
  const before = inspect([rows, options], INSPECTED);
  const prototypes = inspect(PROTOTYPES, { showHidden: true });
  const answers: Answer[] = [];
  const restore = pollute(badInput);
  const start = performance.now();
  let milliseconds = 0;
  try {
    for (const [at, door] of doors.slice(0, most).entries()) {
      // What a generator gave is gone, and a getter may answer otherwise the next time.
      const fresh = at === 0 ? { rows, options } : argumentsOf(all, badInput, kind);
      answers.push(answerOf(door, fresh.rows, fresh.options));
      if (at === 0) milliseconds = performance.now() - start;
    }
  } finally {
    restore();
  }
  expect(inspect([rows, options], INSPECTED)).toBe(before);
  expect(inspect(PROTOTYPES, { showHidden: true })).toBe(prototypes);
  return { answers, milliseconds };
}

const INSPECTED = { depth: 4, maxArrayLength: 20, maxStringLength: 200, showProxy: true } as const;
const PROTOTYPES = [Object.prototype, Array.prototype, Map.prototype, Date.prototype];

interface Arguments {
  readonly rows: unknown;
  readonly options: unknown;
  readonly doors: readonly Door[];
}

function argumentsOf(all: Corpus, badInput: BadInput, kind: string): Arguments {
  const input = inputOf(all, badInput);
  if (kind === "export") {
    const { format } = (badInput.edit.value ?? {}) as { readonly format?: string };
    return { rows: input, options: format === undefined ? {} : { format }, doors: [fileDoor] };
  }
  const usual = { timeZone: "UTC", currency: "EUR", asOf: "2024-03-01T00:00:00Z" };
  if (kind !== "options") {
    const options = named({
      ...usual,
      ...withoutPeriod(badInput, kind),
      ...editedOption(badInput),
    });
    return { rows: input, options, doors: doorsOf(kind, input, options) };
  }
  if (badInput.edit.op === "call") {
    const { metric = "", rows } = badInput.edit;
    const options = { timeZone: "UTC", currency: "EUR" };
    return { rows: decode(rows), options, doors: doorsOfMetric(metric) };
  }
  const rows = decode(all.bases["transactions"]?.rows);
  const options = badInput.edit.op === "replace" ? input : optionsOf(all, badInput);
  return { rows, options, doors: doorsOf(kind, rows, options) };
}

/** Facts about rows are facts about all rows. */
function withoutPeriod(
  { options = {} }: BadInput,
  kind: string,
): Readonly<Record<string, unknown>> {
  const { period: _, ...others } = options;
  return kind === "transactions" ? others : options;
}

function optionsOf(all: Corpus, badInput: BadInput): unknown {
  const base = decode(all.bases["options"]?.value) as object;
  return named({ ...base, ...badInput.options, ...editedOption(badInput) });
}

function editedOption({ edit }: BadInput): Readonly<Record<string, unknown>> {
  return edit.op !== "option" || edit.path === undefined ? {} : { [edit.path]: decode(edit.value) };
}

function named(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [ourOption(name), value]),
  );
}

function expectRight(all: Corpus, badInput: BadInput, usual: ReadonlySet<string>): void {
  const { outcome: allowed, codes, where, facts, budgetMs } = badInput.expect;
  const { answers, milliseconds } = asked(all, badInput);
  if (budgetMs !== undefined) expect(milliseconds).toBeLessThan(budgetMs);

  const refused = answers.filter(({ refusal }) => refusal !== null);
  const notices = answers.flatMap(noticesOf);
  const about = notices.filter((notice) => isAbout(notice, codes));
  // Either all functions refuse it or none does.
  expect(refused.length === 0 || refused.length === answers.length, inspect(answers)).toBe(true);
  const came =
    refused.length > 0
      ? "error"
      : answers.some(({ reasons }) => reasons.some((reason) => isAbout(reason, codes)))
        ? "no-number"
        : about.length > 0
          ? "warning"
          : "accept";
  expect(allowed, inspect(notices)).toContain(came);
  if (came === "error" || came === "warning") {
    if (codes.length > 0) expect(about, inspect(notices)).not.toEqual([]);
    if (where !== undefined) expectPlace(refused.length > 0 ? refused : answers, codes, where);
  }
  if (came === "accept" && codes.length === 0) {
    expect([...codesOf(answers)].filter((code) => !usual.has(code))).toEqual([]);
  }
  if (refused.length === 0) expectFacts(answers, facts ?? {});
  expectMore(all, badInput, answers);
  for (const { text } of answers) expect(text).not.toMatch(/NaN|Infinity|:-0[,}]/);

  const again = asked(all, badInput, 2).answers;
  expect(again.map(plain)).toEqual(answers.slice(0, 2).map(plain));
}

/** The code and place of every issue, or of every warning. */
function noticesOf({ refusal, warnings, reasons }: Answer): readonly Notice[] {
  return refusal === null ? [...warnings, ...reasons] : refusal.issues;
}

function isAbout(notice: Notice, codes: readonly string[]): boolean {
  const field = "field" in notice ? notice.field : undefined;
  return neutralCodes(notice.code, field).some((code) => codes.includes(code));
}

function codesOf(answers: readonly Answer[]): ReadonlySet<string> {
  return new Set(answers.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
}

/** Where a function tells of it at all, it names the place; and one of them does. */
function expectPlace(
  answers: readonly Answer[],
  codes: readonly string[],
  where: Readonly<Record<string, unknown>>,
): void {
  const { option, ...others } = where;
  const place = option === undefined ? others : { ...others, option: ourOption(String(option)) };
  const told = answers.map((answer) => noticesOf(answer).filter((one) => isAbout(one, codes)));
  expect(told.flat()).not.toEqual([]);
  for (const notices of told) {
    // Warnings of an option have no place: the option is theirs by name.
    if (notices.length === 0 || (option !== undefined && !("message" in place))) continue;
    expect(notices).toContainEqual(expect.objectContaining(place));
  }
}

function expectFacts(answers: readonly Answer[], facts: Readonly<Record<string, unknown>>): void {
  // A report answers last, by its own defaults.
  const told = answers.map((answer) => answer.facts).reverse();
  const known: Readonly<Record<string, unknown>> = Object.assign({}, ...told);
  for (const [name, fact] of Object.entries(facts)) {
    expect([name, comparable(known[name])]).toEqual([name, comparable(fact)]);
  }
}

/** A ratio such as `1/2`, or an amount, as decimal text in full digits. */
function comparable(fact: unknown): unknown {
  if (typeof fact !== "string") return fact;
  const [above = "", below = "1"] = fact.split("/");
  return new Decimal(above).div(below).toString();
}

function plain({ refusal, warnings, reasons, facts, text }: Answer): unknown {
  return { issues: refusal?.issues, totals: refusal?.totals, warnings, reasons, facts, text };
}

function pollute({ env }: BadInput): () => void {
  const polluted = [
    [Object.prototype, env?.pollute ?? {}],
    [Array.prototype, env?.polluteArray ?? {}],
  ] as const;
  for (const [prototype, members] of polluted) Object.assign(prototype, members);
  return () => {
    for (const [prototype, members] of polluted) {
      for (const name of Object.keys(members)) Reflect.deleteProperty(prototype, name);
    }
  };
}
