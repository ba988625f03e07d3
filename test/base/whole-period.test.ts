import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate, toDay } from "../../src/base/day.ts";
import { period } from "../../src/base/period.ts";
import { wholePeriod, wholeSteps } from "../../src/base/whole-period.ts";

const of = (text: string) => toDay(calendarDate(text));

describe("the whole step that a day is in", () => {
  test.each([
    ["day", "2024-02-29", "2024-02-29", "2024-03-01"],
    ["week", "2025-03-02", "2025-02-24", "2025-03-03"],
    ["month", "2024-02-29", "2024-02-01", "2024-03-01"],
    ["quarter", "2025-12-31", "2025-10-01", "2026-01-01"],
    ["year", "2025-06-01", "2025-01-01", "2026-01-01"],
  ] as const)("%s of %s", (every, day, start, end) => {
    expect(wholePeriod(of(day), every, "monday")).toEqual(period(start, end));
  });

  test("a week starts on the day that is asked for", () => {
    expect(wholePeriod(of("2025-03-02"), "week", "sunday").start).toBe("2025-03-02");
  });

  test("holds its day, and the day after its end is in the next one", () => {
    const every = fc.constantFrom("day", "week", "month", "quarter", "year" as const);
    const property = fc.property(fc.integer({ min: -20_000, max: 60_000 }), every, (day, step) => {
      const { start, end } = wholePeriod(day, step, "monday");
      expect(toDay(start) <= day && day < toDay(end)).toBe(true);
      expect(wholePeriod(toDay(end), step, "monday").start).toBe(end);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

test("a span is widened to the whole steps at its ends", () => {
  expect(wholeSteps(period("2025-01-31", "2025-03-01"), "month", "monday")).toEqual(
    period("2025-01-01", "2025-03-01"),
  );
});
