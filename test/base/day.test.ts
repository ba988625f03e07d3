import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type CalendarDate,
  calendarDate,
  dayFromText,
  dayOf,
  daysInMonth,
  dayToText,
  FIRST_DAY,
  isSupportedDay,
  LAST_DAY,
  MS_PER_DAY,
  toDay,
} from "../../src/base/day.ts";

describe("dayOf", () => {
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [1970, 2, 1, 31],
    [1970, 3, 1, 59],
    [1972, 2, 29, 789],
    [2000, 2, 29, 11_016],
    [1900, 3, 1, FIRST_DAY + 59],
    [0, 1, 1, -719_528],
  ])("puts %i-%i-%i on day %i", (year, month, day, expected) => {
    expect(dayOf(year, month, day)).toBe(expected);
  });

  test("agrees with Date.UTC on every day of 1900 to 2199, and so do writing and reading", () => {
    let day = FIRST_DAY;
    for (let year = 1900; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        if (daysInMonth(year, month) !== last) expect([year, month]).toBe("of another length");
        for (let dayOfMonth = 1; dayOfMonth <= last; dayOfMonth += 1, day += 1) {
          const text = new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
          const same =
            dayOf(year, month, dayOfMonth) === day &&
            day * MS_PER_DAY === Date.UTC(year, month - 1, dayOfMonth) &&
            dayToText(day) === text &&
            dayFromText(text) === day;
          if (!same) expect(text).toBe("another day");
        }
      }
    }
    expect(day).toBe(LAST_DAY + 1);
  });
});

describe("dayFromText", () => {
  test.each([
    ["1970-01-01", 0],
    ["1900-01-01", FIRST_DAY],
    ["2199-12-31", LAST_DAY],
    ["2024-02-29", 19_782],
    ["2000-02-29", 11_016],
  ])("reads %s as %i", (text, day) => {
    expect(dayFromText(text)).toBe(day);
  });

  test.each([
    ["2023-02-29", "date-invalid"],
    ["1900-02-29", "date-invalid"],
    ["2023-02-30", "date-invalid"],
    ["2023-04-31", "date-invalid"],
    ["2023-06-31", "date-invalid"],
    ["2023-09-31", "date-invalid"],
    ["2023-11-31", "date-invalid"],
    ["2023-01-32", "date-invalid"],
    ["2023-01-00", "date-invalid"],
    ["2023-00-10", "date-invalid"],
    ["2023-13-01", "date-invalid"],
    ["0000-00-00", "date-invalid"],
    ["1899-12-31", "date-out-of-range"],
    ["2200-01-01", "date-out-of-range"],
    ["0001-01-01", "date-out-of-range"],
    ["9999-12-31", "date-out-of-range"],
    ["+275760-09-13", "date-out-of-range"],
    ["+010000-01-01", "date-out-of-range"],
    ["-000001-01-01", "date-out-of-range"],
    ["-000000-01-01", "date-format"],
    ["+002024-01-01", "date-format"],
    ["+00202a-01-01", "date-format"],
    ["", "date-format"],
    ["2023-1-1", "date-format"],
    ["2023-01-1", "date-format"],
    ["2023-01-011", "date-format"],
    ["20230101", "date-format"],
    ["2023/01/01", "date-format"],
    ["2023-01/01", "date-format"],
    ["2023/01-01", "date-format"],
    ["01/02/2023", "date-format"],
    ["2023-W01-1", "date-format"],
    [" 2023-01-0", "date-format"],
    ["2023-01-0 ", "date-format"],
    ["2o23-01-01", "date-format"],
    ["20 3-01-01", "date-format"],
    ["202:-01-01", "date-format"],
    ["2023-0/-01", "date-format"],
    ["2023-01-:1", "date-format"],
    ["２０２３-01-01", "date-format"],
    ["2023–01–01", "date-format"],
    ["2023-01-01T00:00:00Z", "date-format"],
  ])("refuses %j with %s", (text, code) => {
    expect(dayFromText(text)).toBe(code);
  });

  test("accepts no text of ten characters that is not the one way to write a day", () => {
    const nearly = fc.stringMatching(/^[12][0-9]{3}[-/][01][0-9]-[0-3][0-9a]$/);
    fc.assert(
      fc.property(nearly, (text) => {
        const day = dayFromText(text);
        const milliseconds = Date.parse(`${text}T00:00:00Z`);
        // V8 lets a day that does not exist roll over; writing it again gives it away.
        const exists =
          Number.isFinite(milliseconds) &&
          new Date(milliseconds).toISOString() === `${text}T00:00:00.000Z`;
        const known = exists && text >= "1900" && text < "2200";
        expect(typeof day === "number").toBe(known);
        if (typeof day === "number") expect(dayToText(day)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("calendarDate", () => {
  test("brands a day and changes nothing", () => {
    expect(calendarDate("2025-03-01")).toBe("2025-03-01");
    expectTypeOf(calendarDate("2025-03-01")).toEqualTypeOf<CalendarDate>();
    // @ts-expect-error [ts2345] -- a text is not a day before it was checked.
    expect(toDay("2025-03-01")).toBe(20_148);
  });

  test.each([
    ["2025-02-30", "date-invalid"],
    ["1 March", "date-format"],
    ["1776-07-04", "date-out-of-range"],
  ])("refuses %j with %s, naming the option and the value", (text, code) => {
    expect(() => calendarDate(text, "asOf")).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        message: expect.stringContaining(`received "${text}"`),
        issues: [expect.objectContaining({ code, option: "asOf", received: `"${text}"` })],
      }),
    );
  });

  test("refuses a Date, whose day depends on the zone", () => {
    const date = new Date(0) as unknown as string; // as JavaScript callers hand it in
    expect(() => calendarDate(date)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "option-wrong-type" })] }),
    );
  });
});

test("the supported days are those of the years 1900 to 2199", () => {
  expect([FIRST_DAY, LAST_DAY].map(dayToText)).toEqual(["1900-01-01", "2199-12-31"]);
  expect([FIRST_DAY - 1, FIRST_DAY, LAST_DAY, LAST_DAY + 1].map(isSupportedDay)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isSupportedDay(Number.NaN)).toBe(false);
});
