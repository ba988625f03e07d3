import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type CalendarDate,
  calendarDate,
  dayToText,
  FIRST_DAY,
  LAST_DAY,
} from "../../src/base/day.ts";
import {
  contains,
  type Period,
  period,
  periodDays,
  periodOfDays,
  readPeriod,
  wholeMonths,
} from "../../src/base/period.ts";
import type { PeriodContext } from "../../src/base/period-edges.ts";
import { refusal } from "../support/refusal.ts";
import { sharedJson } from "../support/shared.ts";

const read = (input: unknown, context?: PeriodContext): string => {
  const { start, end } = readPeriod(input, context);
  return `${start}/${end}`;
};

const anyEdges = fc
  .tuple(
    fc.integer({ min: FIRST_DAY, max: LAST_DAY + 1 }),
    fc.integer({ min: FIRST_DAY, max: LAST_DAY + 1 }),
  )
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

describe("readPeriod", () => {
  test.each([
    ["2025", "2025-01-01/2026-01-01"],
    ["2025-Q1", "2025-01-01/2025-04-01"],
    ["2025-Q4", "2025-10-01/2026-01-01"],
    ["2025-01", "2025-01-01/2025-02-01"],
    ["2024-02", "2024-02-01/2024-03-01"],
    ["2025-12", "2025-12-01/2026-01-01"],
    ["2025-W07", "2025-02-10/2025-02-17"],
    ["2025-W01", "2024-12-30/2025-01-06"],
    ["2020-W53", "2020-12-28/2021-01-04"],
    ["2025-03-01", "2025-03-01/2025-03-02"],
    ["2025-01-01/2025-04-01", "2025-01-01/2025-04-01"],
    ["1900", "1900-01-01/1901-01-01"],
    ["2199", "2199-01-01/2200-01-01"],
    ["2199-12-31", "2199-12-31/2200-01-01"],
    ["1900-01-01/2200-01-01", "1900-01-01/2200-01-01"],
  ])("reads %s as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["sunday", "2025-W07", "2025-02-09/2025-02-16"],
    ["sunday", "2025-W01", "2024-12-29/2025-01-05"],
    ["sunday", "2025-W53", "2025-12-28/2026-01-04"],
    ["saturday", "2025-W07", "2025-02-15/2025-02-22"],
    ["monday", "2025-W07", "2025-02-10/2025-02-17"],
  ] as const)("with weeks from %s, reads %s as %s", (weekStartsOn, text, expected) => {
    expect(read(text, { weekStartsOn })).toBe(expected);
  });

  test.each([
    ["last 90 days", "2025-05-31", "2025-03-02/2025-05-31"],
    ["last 1 day", "2025-05-31", "2025-05-30/2025-05-31"],
    ["last 2 weeks", "2025-05-31", "2025-05-17/2025-05-31"],
    ["last 1 month", "2025-05-31", "2025-04-30/2025-05-31"],
    ["last 3 months", "2025-05-31", "2025-02-28/2025-05-31"],
    ["last 3 months", "2025-04-01", "2025-01-01/2025-04-01"],
    ["last 4 quarters", "2025-04-01", "2024-04-01/2025-04-01"],
    ["last 1 year", "2024-02-29", "2023-02-28/2024-02-29"],
    ["last 2 years", "2025-01-01", "2023-01-01/2025-01-01"],
  ])("reads %s, as of %s, as %s", (text, asOf, expected) => {
    expect(read(text, { asOf: calendarDate(asOf) })).toBe(expected);
  });

  test.each([
    ["", "period-format"],
    ["next month", "period-format"],
    ["last month", "period-format"],
    ["last 90 Days", "period-format"],
    ["last -1 days", "period-format"],
    ["last 1.5 days", "period-format"],
    ["last 100000 days", "period-format"],
    ["last  90 days", "period-format"],
    [" 2025", "period-format"],
    ["2025 ", "period-format"],
    ["25", "period-format"],
    ["2025-1", "period-format"],
    ["2025-q1", "period-format"],
    ["2025Q1", "period-format"],
    ["2025-Q01", "period-format"],
    ["2025-W7", "period-format"],
    ["2025-W07-1", "period-format"],
    ["2025/2026", "period-format"],
    ["2025-01/2025-03", "period-format"],
    ["2025-01-01 2025-04-01", "period-format"],
    ["2025-01-01/2025-04-1 ", "period-format"],
    ["2025.01.01/2025-04-01", "period-format"],
    ["01/02/2025", "period-format"],
    ["2025-01-01/2025-04-01/", "period-format"],
    ["2025-13", "date-invalid"],
    ["2025-00", "date-invalid"],
    ["2025-Q0", "date-invalid"],
    ["2025-Q5", "date-invalid"],
    ["2025-W00", "date-invalid"],
    ["2025-W53", "date-invalid"],
    ["2020-W54", "date-invalid"],
    ["2025-02-30", "date-invalid"],
    ["2025-02-30/2025-04-01", "date-invalid"],
    ["2025-02-01/2025-04-31", "date-invalid"],
    ["1899", "date-out-of-range"],
    ["2200", "date-out-of-range"],
    ["0000", "date-out-of-range"],
    ["9999-12-31", "date-out-of-range"],
    ["2200-01-01", "date-out-of-range"],
    ["2020-01-01/2200-01-02", "date-out-of-range"],
    ["0001-01-01/9999-12-31", "date-out-of-range"],
    ["2025-04-01/2025-01-01", "period-reversed"],
    ["2025-04-01/2025-04-01", "period-empty"],
    ["last 0 days", "period-empty"],
    ["last 99999 years", "date-out-of-range"],
    ["last 99999 days", "date-out-of-range"],
    [undefined, "option-wrong-type"],
    [null, "option-wrong-type"],
    [2025, "option-wrong-type"],
    [Symbol("2025"), "option-wrong-type"],
    [new Date(0), "option-wrong-type"],
    [["2025-01-01", "2025-04-01"], "option-wrong-type"],
    [{}, "option-wrong-type"],
    [{ from: "2025-01-01", to: "2025-04-01" }, "option-wrong-type"],
    [{ start: "2025-01-01" }, "option-missing"],
    [{ end: "2025-01-01" }, "option-missing"],
    [{ start: "2025-01-01", end: undefined }, "option-missing"],
    [{ start: "2025-01-01", end: null }, "option-wrong-type"],
    [{ start: new Date(0), end: new Date(1e12) }, "option-wrong-type"],
    [{ start: 20_000, end: 20_100 }, "option-wrong-type"],
    [{ start: "2025-01-01T00:00:00Z", end: "2025-04-01T00:00:00Z" }, "period-format"],
    [{ start: "2025", end: "2026" }, "period-format"],
    [{ start: "2025-01-01/2025-04-0", end: "" }, "period-format"],
    [{ start: "2025-01", end: "01/2025-04-01" }, "period-format"],
    [{ start: "2025-01-01", end: "2025-02-30" }, "date-invalid"],
    [{ start: "2025-04-01", end: "2025-01-01" }, "period-reversed"],
    [{ start: "2025-01-01", end: "2025-01-01" }, "period-empty"],
    [{ start: "0001-01-01", end: "9999-12-31" }, "date-out-of-range"],
    [Object.create({ start: "2025-01-01", end: "2025-04-01" }), "option-wrong-type"],
  ])("refuses %o with %s", (input, code) => {
    const asOf = calendarDate("2025-05-31");
    expect(() => readPeriod(input, { asOf })).toThrow(refusal(code, "period"));
    expect(() => readPeriod(input, { asOf, option: "baseline" })).toThrow(
      refusal(code, "baseline"),
    );
  });

  test("names the value it refuses", () => {
    expect(() => readPeriod({ start: "2025-04-01", end: "2025-01-01" })).toThrow(
      'received "2025-04-01/2025-01-01"',
    );
    expect(() => readPeriod({ start: new Date(0), end: 1 })).toThrow("received a Date.");
    expect(() => readPeriod({ start: "2025-01-01", end: 1 })).toThrow("received 1.");
    expect(() => readPeriod("2025-13")).toThrow(
      '`period` must be one of the 12 months of 2025; received "2025-13".',
    );
    expect(() => readPeriod(`last ${"9".repeat(100_000)} days`)).toThrow(/^.{1,500}$/);
  });

  test("cannot count back from a day that nobody gave", () => {
    expect(() => readPeriod("last 90 days")).toThrow(refusal("option-missing", "asOf"));
    expect(() => readPeriod("last 90 days", { asOf: null })).toThrow(
      '`asOf` must be given where `period` is "last 90 days"',
    );
  });

  test("reads each edge once, and refuses an object that throws", () => {
    let reads = 0;
    const once = {
      get start() {
        reads += 1;
        return reads === 1 ? "2025-01-01" : "1999-01-01";
      },
      end: "2025-04-01",
    };
    expect(read(once)).toBe("2025-01-01/2025-04-01");
    expect(reads).toBe(1);
    const throwing = {
      start: "2025-01-01",
      get end(): string {
        throw new TypeError("mine");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const hostile of [throwing, proxy]) {
      expect(() => readPeriod(hostile)).toThrow(refusal("option-unreadable", "period"));
    }
  });

  test("reads frozen objects, and objects without a prototype", () => {
    const bare = Object.assign(Object.create(null), { start: "2025-01-01", end: "2025-04-01" });
    expect(read(Object.freeze(bare))).toBe("2025-01-01/2025-04-01");
  });

  test("does not pick up an edge that was put on Object.prototype", () => {
    const pollution = { value: "2025-04-01", configurable: true };
    Object.defineProperty(Object.prototype, "end", pollution);
    try {
      expect(() => readPeriod({ start: "2025-01-01" })).toThrow(
        refusal("option-missing", "period"),
      );
    } finally {
      Reflect.deleteProperty(Object.prototype, "end");
    }
  });

  test("reads back every period that it can write", () => {
    fc.assert(
      fc.property(anyEdges, ([start, end]) => {
        const span = periodOfDays(start, end);
        expect(readPeriod(span)).toEqual(span);
        expect(readPeriod(`${span.start}/${span.end}`)).toEqual(span);
      }),
      { numRuns: 1000 },
    );
  });

  test("gives a period or a typed refusal for anything", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (input) => {
        expect(() => readPeriod(input)).toThrow(expect.objectContaining({ name: "KpiError" }));
      }),
      { numRuns: 1000 },
    );
  });

  test("takes hostile text in no time", () => {
    const hostile = ["2025-", "last ", "0".repeat(10), "2025-01-01/"].map((text) =>
      text.repeat(20_000),
    );
    const start = performance.now();
    for (const text of hostile) expect(() => readPeriod(text)).toThrow();
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe("the corpus of bad periods", () => {
  const corpus = sharedJson("bad-inputs/corpus.json") as Corpus | null;
  const cases = (corpus?.cases ?? []).filter(
    ({ edit, expect: right }) =>
      edit.op === "option" && edit.path === "period" && right.outcome[0] === "error",
  );
  test.runIf(corpus)("is here", () => expect(cases.length).toBeGreaterThanOrEqual(5));

  test.each(cases.map((one) => [one.id, one] as const))("%s", (_id, { edit, expect: right }) => {
    let code = "";
    try {
      readPeriod(edit.value);
    } catch (error) {
      code = (error as { issues: { code: string }[] }).issues[0]?.code ?? "untyped";
    }
    expect(right.codes.map((one) => one.toLowerCase().replaceAll("_", "-"))).toContain(code);
  });
});

interface Corpus {
  readonly cases: readonly {
    readonly id: string;
    readonly edit: { readonly op: string; readonly path?: string; readonly value?: unknown };
    readonly expect: { readonly outcome: readonly string[]; readonly codes: readonly string[] };
  }[];
}

describe("period", () => {
  test("is frozen plain data", () => {
    const quarter = period("2025-01-01", "2025-04-01");
    expect(quarter).toEqual({ start: "2025-01-01", end: "2025-04-01" });
    expect(Object.isFrozen(quarter)).toBe(true);
    expect(structuredClone(quarter)).toEqual(quarter);
    expectTypeOf(quarter).toEqualTypeOf<Period>();
    expectTypeOf(quarter.start).toEqualTypeOf<CalendarDate>();
  });

  test("refuses days the wrong way round, and a period without a day", () => {
    expect(() => period("2025-04-01", "2025-01-01")).toThrow(refusal("period-reversed", "period"));
    expect(() => period("2025-04-01", "2025-04-01")).toThrow(refusal("period-empty", "period"));
    // @ts-expect-error [ts2345] -- a Date has a day only in a zone.
    expect(() => period(new Date(0), "2025-04-01")).toThrow(refusal("option-wrong-type", "period"));
  });
});

describe("contains", () => {
  const quarter = period("2025-01-01", "2025-04-01");
  test.each([
    ["2024-12-31", false],
    ["2025-01-01", true],
    ["2025-02-15", true],
    ["2025-03-31", true],
    ["2025-04-01", false],
  ])("the first day of a period is in and its end is out: %s is %s", (day, expected) => {
    expect(contains(quarter, calendarDate(day))).toBe(expected);
  });

  test("holds for as many days as the period has", () => {
    const span = period("2024-02-10", "2024-03-20");
    let held = 0;
    for (let day = 19_600; day < 20_000; day += 1) held += Number(contains(span, dayToText(day)));
    expect(held).toBe(periodDays(span));
    expect(held).toBe(39);
  });
});

describe("wholeMonths", () => {
  test.each([
    ["2025", 12],
    ["2025-Q2", 3],
    ["2025-02", 1],
    ["2024-11-01/2025-02-01", 3],
    ["2025-02-01/2025-02-28", 0],
    ["2025-01-15/2025-02-15", 0],
    ["2025-01-01/2025-02-15", 0],
    ["2025-01-15/2025-03-01", 0],
    ["2025-02-02/2025-02-09", 0],
  ])("%s is made of %i", (text, months) => {
    expect(wholeMonths(readPeriod(text))).toBe(months);
  });
});
