import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, LAST_DAY, toDay } from "../../src/base/day.ts";
import { describePeriod } from "../../src/base/describe-period.ts";
import { periodDays, periodOfDays, readPeriod } from "../../src/base/period.ts";
import { previousPeriod, samePeriodLastYear } from "../../src/base/previous-period.ts";
import { refusal } from "../support/refusal.ts";

const anyPeriod = fc
  .tuple(
    fc.integer({ min: dayOf(1950, 1, 1), max: LAST_DAY - 800 }),
    fc.integer({ min: 1, max: 800 }),
  )
  .map(([start, days]) => periodOfDays(start, start + days));

describe("previousPeriod", () => {
  test.each([
    ["2025", "2024"],
    ["2025-Q2", "2025-Q1"],
    ["2025-Q1", "2024-Q4"],
    ["2025-03", "2025-02"],
    ["2025-01", "2024-12"],
    ["2025-W07", "2025-W06"],
    ["2025-W01", "2024-W52"],
    ["2025-03-01", "2025-02-28"],
    ["2025-01-01/2026-07-01", "2023-07-01 to 2024-12-31"], // eighteen months
    ["2025-02-01/2025-05-01", "2024-11-01 to 2025-01-31"], // three months, but no quarter
    ["2025-03-10/2025-04-10", "2025-02-07 to 2025-03-09"], // 31 days
  ])("before %s came %s", (text, before) => {
    expect(describePeriod(previousPeriod(readPeriod(text)))).toBe(before);
  });

  test("ends where the period starts, and lasts as many months or days", () => {
    fc.assert(
      fc.property(anyPeriod, (span) => {
        const before = previousPeriod(span);
        expect(before.end).toBe(span.start);
        expect(Math.abs(periodDays(before) - periodDays(span))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  });

  test("there is none before 1900", () => {
    expect(() => previousPeriod(readPeriod("1900"))).toThrow(
      refusal("date-out-of-range", "period"),
    );
  });
});

describe("samePeriodLastYear", () => {
  test.each([
    ["2025", "2024"],
    ["2025-Q2", "2024-Q2"],
    ["2025-02", "2024-02"],
    ["2024-02", "2023-02"],
    ["2025-03-01", "2024-03-01"],
    ["2025-02-28", "2024-02-28 to 2024-02-29"],
    ["2023-02-28", "2022-02-28"],
    ["2024-02-29", "2023-02-28"],
    ["2024-02-28", "2023-02-28"],
    ["2024-03-01", "2023-03-01"],
    ["2024-02-01/2024-02-29", "2023-02"],
    ["2024-02-29/2024-03-10", "2023-03-01 to 2023-03-09"],
    ["2025-02-20/2025-03-10", "2024-02-20 to 2024-03-09"],
    ["2025-W07", "2024-W07"],
    ["2025-W01", "2024-W01"],
    ["2020-W53", "2019-W52"],
    ["2021-W52", "2020-W52"],
    ["2025-02-10/2025-02-24", "2024-02-10 to 2024-02-23"], // two weeks go by the calendar
    ["2025-02-09/2025-02-16", "2024-02-09 to 2024-02-15"], // no week, if weeks start on Monday
  ])("a year before %s was %s", (text, before) => {
    expect(describePeriod(samePeriodLastYear(readPeriod(text)))).toBe(before);
  });

  test("with weeks from Sunday, such a week is compared with the week of its number", () => {
    const options = { weekStartsOn: "sunday" } as const;
    const week = readPeriod("2025-W07", options);
    expect(samePeriodLastYear(week, options)).toEqual(readPeriod("2024-W07", options));
    const iso = readPeriod("2025-W07");
    expect(describePeriod(samePeriodLastYear(iso, options))).toBe("2024-02-10 to 2024-02-16");
  });

  test("starts at most two days from a year before, weeks by number apart", () => {
    fc.assert(
      fc.property(anyPeriod, (span) => {
        const before = samePeriodLastYear(span);
        const distance = toDay(span.start) - toDay(before.start);
        const slack = periodDays(span) === 7 ? 6 : 2;
        expect(Math.abs(distance - 365)).toBeLessThanOrEqual(slack);
        expect(Math.abs(periodDays(before) - periodDays(span))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  test("neighbours stay neighbours", () => {
    for (let day = dayOf(2023, 1, 1); day < dayOf(2026, 1, 1); day += 1) {
      const left = samePeriodLastYear(periodOfDays(day - 20, day));
      const right = samePeriodLastYear(periodOfDays(day, day + 20));
      expect(left.end).toBe(right.start);
    }
  });

  test("refuses a weekday it does not know", () => {
    // @ts-expect-error [ts2322] -- weekdays are written in small letters.
    expect(() => samePeriodLastYear(readPeriod("2025"), { weekStartsOn: "Sunday" })).toThrow(
      refusal("option-out-of-range", "weekStartsOn"),
    );
  });
});
