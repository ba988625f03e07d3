import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_DAY, LAST_DAY } from "../../src/base/day.ts";
import { describePeriod } from "../../src/base/describe-period.ts";
import { periodOfDays, readPeriod } from "../../src/base/period.ts";

describe("describePeriod", () => {
  test.each([
    ["2025-01-01/2026-01-01", "2025"],
    ["2199-01-01/2200-01-01", "2199"],
    ["2025-01-01/2025-04-01", "2025-Q1"],
    ["2025-10-01/2026-01-01", "2025-Q4"],
    ["2025-03-01/2025-04-01", "2025-03"],
    ["2027-02-01/2027-03-01", "2027-02"], // also four weeks
    ["2025-02-10/2025-02-17", "2025-W07"],
    ["2024-12-30/2025-01-06", "2025-W01"],
    ["2020-12-28/2021-01-04", "2020-W53"],
    ["2025-03-01/2025-03-02", "2025-03-01"],
    ["2199-12-31/2200-01-01", "2199-12-31"],
    ["2025-02-09/2025-02-16", "2025-02-09 to 2025-02-15"], // a week, but not an ISO week
    ["2025-02-01/2025-05-01", "2025-02-01 to 2025-04-30"], // three months, but no quarter
    ["2024-04-01/2025-04-01", "2024-04-01 to 2025-03-31"], // twelve months, but no year
    ["2025-01-01/2025-03-31", "2025-01-01 to 2025-03-30"],
    ["2025-01-01/2025-03-01", "2025-01-01 to 2025-02-28"],
  ])("calls %s %s", (text, name) => {
    expect(describePeriod(readPeriod(text))).toBe(name);
  });

  test("gives names that are read back as the same period", () => {
    for (const name of ["2024", "2025-Q3", "2024-02", "2026-W53", "2025-W01", "2024-02-29"]) {
      expect(describePeriod(readPeriod(name))).toBe(name);
    }
    for (let year = 1900; year < 2200; year += 1) {
      expect(describePeriod(readPeriod(`${year}`))).toBe(`${year}`);
    }
    const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(1, 7, 28, 30, 31, 90, 91, 92, 365), (start, days) => {
        fc.pre(start + days <= LAST_DAY + 1);
        const span = periodOfDays(start, start + days);
        const name = describePeriod(span);
        if (!name.includes(" to ")) expect(readPeriod(name)).toEqual(span);
        else expect(name.startsWith(`${span.start} to `)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
