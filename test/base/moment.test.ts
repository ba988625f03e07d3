import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayToText, FIRST_DAY, LAST_DAY, MS_PER_DAY } from "../../src/base/day.ts";
import {
  expectedMoment,
  isPlaceholderDay,
  type Moment,
  readMoment,
} from "../../src/base/moment.ts";
import { UTC, zoneOf } from "../../src/base/zone.ts";
import { sharedJson } from "../support/shared.ts";

/** What was read, in words: "2025-03-01", "2025-03-01 at 2025-03-01T10:00:00.000Z", or the code. */
function read(value: unknown, timeZone = "UTC"): string {
  const into: Moment = { day: Number.NaN, instant: Number.NaN };
  const code = readMoment(value, zoneOf(timeZone), into);
  if (code !== null) {
    expect(into).toEqual({ day: Number.NaN, instant: Number.NaN });
    return code;
  }
  const day = dayToText(into.day);
  return Number.isNaN(into.instant) ? day : `${day} at ${new Date(into.instant).toISOString()}`;
}

describe("readMoment", () => {
  test("a day is that day in every zone, and no instant", () => {
    for (const zone of ["UTC", "Pacific/Apia", "Pacific/Pago_Pago"]) {
      expect(read("2025-03-01", zone)).toBe("2025-03-01");
    }
  });

  test.each([
    ["2025-03-01T10:00:00Z", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01t10:00:00z", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01T10:00Z", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01 10:00:00Z", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01 10:00:00 Z", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01 10:00:00 UTC", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01T10:00:00UTC", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01 10:00:00+00", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01T10:00:00-00:00", "2025-03-01T10:00:00.000Z"],
    ["2025-03-01T10:00:00+01:00", "2025-03-01T09:00:00.000Z"],
    ["2025-03-01T10:00:00+0100", "2025-03-01T09:00:00.000Z"],
    ["2025-03-01 10:00:00 +0100", "2025-03-01T09:00:00.000Z"],
    ["2025-03-01 10:00:00 -0530", "2025-03-01T15:30:00.000Z"],
    ["2025-03-01T10:00+01", "2025-03-01T09:00:00.000Z"],
    ["2025-03-01T10:00:00+14:00", "2025-02-28T20:00:00.000Z"],
    ["2025-03-01T10:00:00-14:00", "2025-03-02T00:00:00.000Z"],
    ["2025-03-01T23:59:59.999Z", "2025-03-01T23:59:59.999Z"],
    ["2025-03-01T10:00:00.5Z", "2025-03-01T10:00:00.500Z"],
    ["2025-03-01T10:00:00.05Z", "2025-03-01T10:00:00.050Z"],
    ["2025-03-01T10:00:00.123456789Z", "2025-03-01T10:00:00.123Z"],
    ["2025-03-01T10:00:00.9999+00:00", "2025-03-01T10:00:00.999Z"],
    ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"],
    ["2025-03-01T10:00:00.123456789012 +01:00", "2025-03-01T09:00:00.123Z"],
  ])("reads %s as the instant %s", (text, instant) => {
    expect(read(text)).toBe(`${instant.slice(0, 10)} at ${instant}`);
  });

  test.each([
    ["2025-03-01T23:30:00Z", "Europe/Paris", "2025-03-02"],
    ["2025-03-01T22:30:00Z", "Europe/Paris", "2025-03-01"],
    ["2025-07-01T22:30:00Z", "Europe/Paris", "2025-07-02"],
    ["2025-03-01T04:59:59Z", "America/New_York", "2025-02-28"],
    ["2025-03-01T05:00:00Z", "America/New_York", "2025-03-01"],
    ["2018-11-04T02:59:59Z", "America/Sao_Paulo", "2018-11-03"],
    ["2018-11-04T03:00:00Z", "America/Sao_Paulo", "2018-11-04"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
  ])("%s in %s is on %s", (text, zone, day) => {
    expect(read(text, zone).slice(0, 10)).toBe(day);
    expect(read(new Date(text), zone).slice(0, 10)).toBe(day);
  });

  test.each([
    ["2025-03-01T10:00:00", "date-ambiguous"],
    ["2025-03-01 10:00:00", "date-ambiguous"],
    ["2025-03-01T10:00", "date-ambiguous"],
    ["2025-03-01T10:00:00.123", "date-ambiguous"],
    ["2025-02-29T10:00:00Z", "date-invalid"],
    ["2025-03-01T24:00:00Z", "date-invalid"],
    ["2025-03-01T10:60:00Z", "date-invalid"],
    ["2016-12-31T23:59:60Z", "date-invalid"],
    ["2025-03-01T10:00:00+14:01", "date-invalid"],
    ["2025-03-01T10:00:00-14:01", "date-invalid"],
    ["2025-03-01T10:00:00+24:00", "date-invalid"],
    ["2025-03-01T10:00:00+01:60", "date-invalid"],
    ["1899-12-31T23:59:59Z", "date-out-of-range"],
    ["2200-01-01T00:00:00Z", "date-out-of-range"],
    ["0001-01-01T00:00:00Z", "date-out-of-range"],
    ["+275760-09-13T00:00:00Z", "date-out-of-range"],
    ["-000001-01-01T00:00:00Z", "date-out-of-range"],
    ["-000000-01-01T00:00:00Z", "date-format"],
    ["+002024-01-01T00:00:00Z", "date-format"],
    ["2025-03-01T", "date-format"],
    ["2025-03-01 ", "date-format"],
    ["2025-03-01Z", "date-format"],
    ["2025-03-01x10:00:00Z", "date-format"],
    ["2025-03-01T10Z", "date-format"],
    ["2025-03-01T1:00:00Z", "date-format"],
    ["2025-03-01T10.00:00Z", "date-format"],
    ["2025-03-01T1x:00:00Z", "date-format"],
    ["2025-03-01T10:x0:00Z", "date-format"],
    ["2025-03-01T10:00:x0Z", "date-format"],
    ["2025-03-01T10:00:00.5:Z", "date-format"],
    ["2025-03-01T10:00:00.5/Z", "date-format"],
    ["2025-03-01T10:00:00+0x:00", "date-format"],
    ["2025-03-01T10:00:00+01:0x", "date-format"],
    ["2025-03-01T10:0:00Z", "date-format"],
    ["2025-03-01T10:00:0Z", "date-format"],
    ["2025-03-01T10:00:00.Z", "date-format"],
    ["2025-03-01T10:00:00,5Z", "date-format"],
    ["2025-03-01T10:00:00  Z", "date-format"],
    ["2025-03-01T10:00:00 ", "date-format"],
    ["2025-03-01T10:00:00Z ", "date-format"],
    ["2025-03-01T10:00:00ZZ", "date-format"],
    ["2025-03-01T10:00:00 utc", "date-format"],
    ["2025-03-01T10:00:00 UTC+1", "date-format"],
    ["2025-03-01T10:00:00 xUTC", "date-format"],
    ["2025-03-01T10:00:00 CST", "date-format"],
    ["2025-03-01T10:00:00+", "date-format"],
    ["2025-03-01T10:00:00+1", "date-format"],
    ["2025-03-01T10:00:00+1:00", "date-format"],
    ["2025-03-01T10:00:00+01:", "date-format"],
    ["2025-03-01T10:00:00+01:0", "date-format"],
    ["2025-03-01T10:00:00+010", "date-format"],
    ["2025-03-01T10:00:00+01:000", "date-format"],
    ["2025-03-01T10:00:00−01:00", "date-format"],
    ["2025-03-01T10:00:00+01:00[Europe/Paris]", "date-format"],
    [" 2025-03-01T10:00:00Z", "date-format"],
    ["Sat, 01 Mar 2025 10:00:00 GMT", "date-format"],
    ["2025-03-01T10:00:00.1234567890123456789Z", "2025-03-01 at 2025-03-01T10:00:00.123Z"],
    ["2025-03-01T10:00:00.12345678901234567890Z", "date-format"],
    ["1705744800", "date-format"],
    ["yesterday", "date-format"],
    ["", "field-missing"],
  ])("answers %j with %s", (text, answer) => {
    expect(read(text)).toBe(answer);
  });

  test.each([
    ["nothing", undefined, "field-missing"],
    ["null", null, "field-missing"],
    ["milliseconds", 1_705_744_800_000, "field-wrong-type"],
    ["a bigint", 1n, "field-wrong-type"],
    ["true", true, "field-wrong-type"],
    ["a symbol", Symbol("2025-03-01"), "field-wrong-type"],
    ["a function", () => "2025-03-01", "field-wrong-type"],
    ["a list", ["2025-03-01"], "field-wrong-type"],
    ["a boxed text", Object("2025-03-01"), "field-wrong-type"],
    ["an object like a Date", { getTime: () => 0, toISOString: () => "" }, "field-wrong-type"],
    ["a child of a Date", Object.create(new Date(0)), "field-wrong-type"],
    ["a proxy of a Date", new Proxy(new Date(0), {}), "field-wrong-type"],
    ["an invalid Date", new Date(Number.NaN), "date-invalid"],
    ["a Date of 1899", new Date(Date.UTC(1899, 11, 31, 23)), "date-out-of-range"],
    ["the last Date there is", new Date(8.64e15), "date-out-of-range"],
  ])("refuses %s", (_name, value, code) => {
    expect(read(value)).toBe(code);
  });

  test("reads a Date by its own time, whatever methods were laid over it", () => {
    const date = new Date("2025-03-01T10:00:00Z");
    let asked = 0;
    date.getTime = date.valueOf = () => {
      asked += 1;
      return Number.NaN;
    };
    expect(read(date)).toBe("2025-03-01 at 2025-03-01T10:00:00.000Z");
    expect(asked).toBe(0);
  });

  test("reads a Date of another realm", () => {
    const date: unknown = runInNewContext('new Date("2025-03-01T10:00:00Z")');
    expect(date instanceof Date).toBe(false);
    expect(read(date)).toBe("2025-03-01 at 2025-03-01T10:00:00.000Z");
  });

  test("refuses a day beyond the years on the wall, also when UTC is still within", () => {
    expect(read("2199-12-31T23:00:00Z", "UTC")).toContain("2199-12-31");
    expect(read("2199-12-31T23:00:00Z", "Asia/Kolkata")).toBe("date-out-of-range");
    expect(read("1900-01-01T01:00:00Z", "America/New_York")).toBe("date-out-of-range");
  });

  test("does not read long texts at all", () => {
    const hostile = `2025-03-01T10:00:00.${"0".repeat(100_000)}`;
    const start = performance.now();
    for (let run = 0; run < 10_000; run += 1) readMoment(hostile, UTC, { day: 0, instant: 0 });
    expect(performance.now() - start).toBeLessThan(1000); // 100 µs each, on the slowest machine
  });

  const anyInstant = fc.integer({
    min: FIRST_DAY * MS_PER_DAY,
    max: (LAST_DAY + 1) * MS_PER_DAY - 1,
  });

  test("an instant is read the same from every way to write it", () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -840, max: 840 }), (instant, offset) => {
        const wall = new Date(instant + offset * 60_000);
        fc.pre(wall.getUTCFullYear() >= 1900 && wall.getUTCFullYear() < 2200);
        const sign = offset < 0 ? "-" : "+";
        const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
        const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
        const local = wall.toISOString().slice(0, 23);
        const expected = read(new Date(instant));
        expect(expected).toContain(` at ${new Date(instant).toISOString()}`);
        expect(read(new Date(instant).toISOString())).toBe(expected);
        expect(read(`${local}${sign}${hours}:${minutes}`)).toBe(expected);
        expect(read(`${local.replace("T", " ")} ${sign}${hours}${minutes}`)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever Date.parse cannot read is refused, and what is accepted it reads alike", () => {
    const nearly = fc.stringMatching(
      /^(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9](\.[0-9]{1,6})?)?(Z|[+-][01][0-9]:?[0-6][0-9])$/,
    );
    fc.assert(
      fc.property(nearly, (text) => {
        const into: Moment = { day: 0, instant: Number.NaN };
        if (readMoment(text, UTC, into) === null) expect(into.instant).toBe(Date.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("answers with a code or a supported day to anything, and throws nothing", () => {
    const into: Moment = { day: 0, instant: Number.NaN };
    fc.assert(
      fc.property(fc.anything({ withDate: true, withNullPrototype: true }), (value) => {
        const code = readMoment(value, UTC, into);
        if (code === null) expect(dayToText(into.day)).toMatch(/^(19|20|21)\d\d-/);
        else expect(expectedMoment(code).length).toBeGreaterThan(10);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the corpus of bad dates", () => {
  const corpus = sharedJson("bad-inputs/corpus.json") as Corpus | null;
  const cases = (corpus?.cases ?? []).filter(
    ({ family, edit }) => family === "date" && edit.op === "set" && edit.field === "date",
  );
  test.runIf(corpus)("is here", () => expect(cases.length).toBeGreaterThan(30));

  test.each(cases.map((one) => [one.id, one] as const))(
    "%s",
    (_id, { edit, expect: right, options }) => {
      const answer = read(decode(edit.value), options?.timeZone);
      const refusal = /^(field|date)-[a-z-]+$/.test(answer) ? answer : null;
      if (refusal === null) {
        // Accepted here: the ledger warns about placeholders and about what is after `asOf`.
        const warns = right.codes.some(
          (code) => code === "DATE_IMPLAUSIBLE" || code === "DATE_IN_FUTURE",
        );
        expect(right.outcome.includes("accept") || warns).toBe(true);
        return;
      }
      expect(right.outcome).toContain("error");
      expect(right.codes.map((code) => code.toLowerCase().replaceAll("_", "-"))).toContain(refusal);
    },
  );
});

interface Corpus {
  readonly cases: readonly {
    readonly id: string;
    readonly family: string;
    readonly edit: { readonly op: string; readonly field?: string; readonly value?: unknown };
    readonly expect: { readonly outcome: readonly string[]; readonly codes: readonly string[] };
    readonly options?: { readonly timeZone?: string };
  }[];
}

interface Tagged {
  readonly $: string;
  readonly value?: string;
  readonly values?: readonly (string | number)[];
  readonly parts?: readonly unknown[];
  readonly repeat?: string;
  readonly count?: number;
}

/** Builds the values that JSON cannot hold, as far as dates need them. */
function decode(stored: unknown): unknown {
  if (typeof stored !== "object" || stored === null) return stored;
  const tagged = stored as Tagged; // every object of this family is tagged
  switch (tagged.$) {
    case "undefined":
      return undefined;
    case "date":
      return new Date(tagged.value === "invalid" ? Number.NaN : (tagged.value ?? ""));
    case "string":
      return (tagged.repeat ?? "").repeat(tagged.count ?? 0);
    case "concat":
      return (tagged.parts ?? []).map(decode).join("");
    case "fakeDate":
      return { getTime: () => Date.parse(tagged.value ?? ""), toISOString: () => tagged.value };
    case "mutatingDate": {
      const [first, ...later] = tagged.values ?? [];
      const date = new Date(Number(first));
      date.getTime = () => Number(later.at(-1));
      return date;
    }
    default:
      throw new Error(`unknown tag ${tagged.$}`);
  }
}

describe("expectedMoment", () => {
  test("tells whoever left out the offset to add it, or to hand in a day", () => {
    expect(expectedMoment("date-ambiguous")).toBe(
      "an instant with its offset, such as 2025-03-01T10:00:00+01:00, or a day",
    );
  });

  test.each([
    ["date-invalid", "that exist"],
    ["date-out-of-range", "1900 to 2199"],
    ["date-format", "2025-03-01T10:00:00Z"],
    ["field-missing", "2025-03-01T10:00:00Z"],
    ["field-wrong-type", "or a Date"],
  ] as const)("for %s speaks of %s", (code, words) => {
    expect(expectedMoment(code)).toContain(words);
  });
});

describe("isPlaceholderDay", () => {
  test.each([
    [1900, 1, 1, true],
    [1901, 12, 13, true],
    [1904, 1, 1, true],
    [1969, 12, 30, false],
    [1969, 12, 31, true],
    [1970, 1, 1, true],
    [1970, 1, 20, true],
    [1970, 1, 31, true],
    [1970, 2, 1, false],
    [1980, 1, 1, true],
    [2038, 1, 19, true],
    [2079, 6, 6, true],
    [2099, 12, 31, true],
    [2000, 1, 1, false],
    [2025, 3, 1, false],
  ])("of %i-%i-%i is %s", (year, month, day, expected) => {
    expect(isPlaceholderDay(dayOf(year, month, day))).toBe(expected);
  });

  test("covers an instant of 0 in every zone, and seconds of our time taken for milliseconds", () => {
    const days = ["Pacific/Pago_Pago", "UTC", "Pacific/Kiritimati"].map((name) =>
      zoneOf(name).dayOf(0),
    );
    expect(days.every(isPlaceholderDay)).toBe(true);
    expect(isPlaceholderDay(UTC.dayOf(Date.UTC(2026, 0, 1) / 1000))).toBe(true);
  });
});
