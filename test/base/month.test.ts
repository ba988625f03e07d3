import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayFromText,
  dayOf,
  dayToText,
  FIRST_DAY,
  LAST_DAY,
  MS_PER_DAY,
} from "../../src/base/day.ts";
import { addMonths, firstDayOf, monthOf } from "../../src/base/month.ts";

describe("addMonths", () => {
  test.each([
    ["2025-03-15", 1, "2025-04-15"],
    ["2025-03-15", -3, "2024-12-15"],
    ["2025-05-31", -1, "2025-04-30"],
    ["2025-05-31", -3, "2025-02-28"],
    ["2024-05-31", -3, "2024-02-29"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2025-01-31", 0, "2025-01-31"],
  ])("%s and %i months is %s", (day, months, expected) => {
    expect(dayToText(addMonths(Number(dayFromText(day)), months))).toBe(expected);
  });

  test("lands in the month meant, on the same day of it or on its last", () => {
    const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, months) => {
        const moved = addMonths(day, months);
        expect(monthOf(moved)).toBe(monthOf(day) + months);
        const [from, to] = [day, moved].map((one) => new Date(one * MS_PER_DAY).getUTCDate());
        const isLast = monthOf(moved + 1) > monthOf(moved);
        expect(to === from || (isLast && Number(to) < Number(from))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("months are counted from January of the year 0, and start on their first day", () => {
  expect(monthOf(dayOf(2025, 1, 31))).toBe(2025 * 12);
  expect(monthOf(dayOf(1969, 12, 31))).toBe(1970 * 12 - 1);
  for (let month = 1900 * 12; month < 2200 * 12; month += 1) {
    const first = firstDayOf(month);
    expect([monthOf(first), monthOf(first - 1)]).toEqual([month, month - 1]);
  }
});
