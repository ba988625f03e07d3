import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayToText, FIRST_DAY, LAST_DAY, MS_PER_DAY } from "../../src/base/day.ts";
import {
  firstDayOfWeek,
  readWeekDay,
  startOfWeek,
  WEEK_DAYS,
  weekStartingOn,
  weeksInYear,
} from "../../src/base/week.ts";
import { refusal } from "../support/refusal.ts";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const anyWeekDay = fc.constantFrom(...WEEK_DAYS);

describe("startOfWeek", () => {
  test.each([
    ["monday", "2025-02-10"],
    ["tuesday", "2025-02-11"],
    ["wednesday", "2025-02-12"],
    ["thursday", "2025-02-06"],
    ["friday", "2025-02-07"],
    ["saturday", "2025-02-08"],
    ["sunday", "2025-02-09"],
  ] as const)("with weeks from %s, Wednesday 2025-02-12 is in the week of %s", (weekDay, start) => {
    expect(dayToText(startOfWeek(dayOf(2025, 2, 12), weekDay))).toBe(start);
  });

  test("is that weekday, at most six days back, before and after 1970", () => {
    fc.assert(
      fc.property(anyDay, anyWeekDay, (day, weekDay) => {
        const start = startOfWeek(day, weekDay);
        expect(day - start).toBeGreaterThanOrEqual(0);
        expect(day - start).toBeLessThan(7);
        const sundayFirst = new Date(start * MS_PER_DAY).getUTCDay();
        expect(WEEK_DAYS[(sundayFirst + 6) % 7]).toBe(weekDay);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the number of a week", () => {
  // Known from printed calendars and from ISO 8601 itself.
  test.each([
    [2015, 53, "2015-12-28"],
    [2018, 1, "2018-01-01"],
    [2020, 53, "2020-12-28"],
    [2021, 1, "2021-01-04"],
    [2025, 1, "2024-12-30"],
    [2025, 7, "2025-02-10"],
    [2026, 53, "2026-12-28"],
  ])("ISO week %i-W%i starts on %s", (year, week, start) => {
    expect(dayToText(firstDayOfWeek(year, week, "monday"))).toBe(start);
    expect(weekStartingOn(firstDayOfWeek(year, week, "monday"))).toEqual({ year, week });
  });

  // From the calendar of weeks of the US Centers for Disease Control, which start on Sunday.
  test.each([
    [2014, 53, "2014-12-28"],
    [2015, 1, "2015-01-04"],
    [2020, 1, "2019-12-29"],
    [2020, 53, "2020-12-27"],
    [2021, 1, "2021-01-03"],
    [2025, 1, "2024-12-29"],
    [2025, 53, "2025-12-28"],
  ])("from Sunday, week %i-W%i starts on %s", (year, week, start) => {
    expect(dayToText(firstDayOfWeek(year, week, "sunday"))).toBe(start);
  });

  test("years have 52 or 53 ISO weeks: 53 where 1 January or 31 December is a Thursday", () => {
    for (let year = 1900; year < 2200; year += 1) {
      const thursday = 4;
      const edges = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
      const long = edges.some((edge) => new Date(edge).getUTCDay() === thursday);
      expect(weeksInYear(year, "monday")).toBe(long ? 53 : 52);
    }
  });

  test("names every week once, in order, with most of its days in its year", () => {
    fc.assert(
      fc.property(anyDay, anyWeekDay, (day, weekDay) => {
        const start = startOfWeek(day, weekDay);
        const { year, week } = weekStartingOn(start);
        expect(firstDayOfWeek(year, week, weekDay)).toBe(start);
        expect(week).toBeGreaterThanOrEqual(1);
        expect(week).toBeLessThanOrEqual(weeksInYear(year, weekDay));
        const years = [0, 1, 2, 3, 4, 5, 6].map((step) =>
          new Date((start + step) * MS_PER_DAY).getUTCFullYear(),
        );
        expect(years.filter((one) => one === year).length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("readWeekDay", () => {
  test("is Monday when left out", () => expect(readWeekDay(undefined)).toBe("monday"));
  test("takes the seven days", () => expect(WEEK_DAYS.map(readWeekDay)).toEqual(WEEK_DAYS));
  test.each([
    ["Sunday", "option-out-of-range"],
    ["sun", "option-out-of-range"],
    ["", "option-out-of-range"],
    [0, "option-wrong-type"],
    [null, "option-wrong-type"],
  ])("refuses %j with %s", (value, code) => {
    expect(() => readWeekDay(value)).toThrow(refusal(code, "weekStartsOn"));
  });
});
