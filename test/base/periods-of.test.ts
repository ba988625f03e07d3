import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayToText, LAST_DAY, MS_PER_DAY, toDay } from "../../src/base/day.ts";
import { describePeriod } from "../../src/base/describe-period.ts";
import { contains, periodDays, periodOfDays, readPeriod } from "../../src/base/period.ts";
import { type Every, MOST_PERIODS, periodsOf } from "../../src/base/periods-of.ts";
import { WEEK_DAYS } from "../../src/base/week.ts";
import { zoneOf } from "../../src/base/zone.ts";
import { refusal } from "../support/refusal.ts";
import { transitionsOf } from "../support/wall-clock.ts";

const names = (text: string, every: Every, weekStartsOn?: "sunday"): readonly string[] =>
  periodsOf(readPeriod(text), every, weekStartsOn ? { weekStartsOn } : {}).map(describePeriod);

describe("periodsOf", () => {
  test.each([
    ["2025", "quarter", ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]],
    ["2025-Q1", "month", ["2025-01", "2025-02", "2025-03"]],
    ["2025-03", "month", ["2025-03"]],
    ["2024-02-28/2024-03-02", "day", ["2024-02-28", "2024-02-29", "2024-03-01"]],
    ["2025-02-03/2025-02-17", "week", ["2025-W06", "2025-W07"]],
    ["2025-01-15/2025-03-02", "month", ["2025-01-15 to 2025-01-31", "2025-02", "2025-03-01"]],
    ["2025-02-12/2025-02-18", "week", ["2025-02-12 to 2025-02-16", "2025-02-17"]],
    ["2024-11-05/2025-02-01", "quarter", ["2024-11-05 to 2024-12-31", "2025-01"]],
    ["2024-12-31/2026-01-02", "year", ["2024-12-31", "2025", "2026-01-01"]],
    ["2025-02-12/2025-02-14", "year", ["2025-02-12 to 2025-02-13"]],
  ] as const)("cuts %s by %s into %j", (text, every, expected) => {
    expect(names(text, every)).toEqual(expected);
  });

  test("weeks start on the day that was asked for", () => {
    expect(names("2025-02-08/2025-02-17", "week", "sunday")).toEqual([
      "2025-02-08",
      "2025-02-09 to 2025-02-15",
      "2025-02-16",
    ]);
  });

  test("the pieces are the whole: no gap, no overlap, each within one step of the calendar", () => {
    const anyPeriod = fc
      .tuple(
        fc.integer({ min: dayOf(1960, 1, 1), max: LAST_DAY - 2000 }),
        fc.integer({ min: 1, max: 2000 }),
      )
      .map(([start, days]) => periodOfDays(start, start + days));
    const anyStep = fc.constantFrom<Every>("day", "week", "month", "quarter", "year");
    const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };
    fc.assert(
      fc.property(
        anyPeriod,
        anyStep,
        fc.constantFrom(...WEEK_DAYS),
        (span, every, weekStartsOn) => {
          const pieces = periodsOf(span, every, { weekStartsOn });
          expect(pieces[0]?.start).toBe(span.start);
          expect(pieces.at(-1)?.end).toBe(span.end);
          const inOrder = pieces.every(
            ({ start }, index) => index === 0 || start === pieces[index - 1]?.end,
          );
          expect(inOrder).toBe(true);
          expect(pieces.every((piece) => periodDays(piece) <= longest[every])).toBe(true);
          expect(pieces.reduce((sum, piece) => sum + periodDays(piece), 0)).toBe(periodDays(span));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(["America/Sao_Paulo", "Pacific/Apia", "Africa/Cairo", "Australia/Lord_Howe"])(
    "in %s, every hour about a change of the clock is in exactly one day, week and month",
    (name) => {
      const zone = zoneOf(name);
      for (const transition of transitionsOf(name, dayOf(2008, 1, 1), dayOf(2025, 1, 1))) {
        const about = zone.dayOf(transition);
        const span = periodOfDays(about - 40, about + 40);
        for (const every of ["day", "week", "month"] as const) {
          const pieces = periodsOf(span, every);
          for (let hour = -72; hour <= 72; hour += 1) {
            const day = dayToText(zone.dayOf(transition + (hour * MS_PER_DAY) / 24));
            const holding = pieces.filter((piece) => contains(piece, day)).length;
            if (holding !== 1) expect(`${day} is in ${holding}`).toBe(`one ${every}`);
          }
        }
      }
    },
  );

  test("a series has at most 100,000 pieces", () => {
    const start = dayOf(1900, 1, 1);
    const longest = periodOfDays(start, start + MOST_PERIODS);
    expect(periodsOf(longest, "day")).toHaveLength(100_000);
    const longer = periodOfDays(start, start + MOST_PERIODS + 1);
    expect(() => periodsOf(longer, "day")).toThrow(refusal("too-many-buckets", "every"));
    expect(periodsOf(longer, "month").length).toBe(
      periodsOf(longer, "year").length * 12 -
        (12 - new Date((toDay(longer.end) - 1) * MS_PER_DAY).getUTCMonth() - 1),
    );
  });

  test.each([
    ["monthly", "option-out-of-range"],
    ["Month", "option-out-of-range"],
    ["constructor", "option-out-of-range"],
    [undefined, "option-wrong-type"],
    [1, "option-wrong-type"],
  ])("refuses to cut by %j with %s", (every, code) => {
    const cut = () => periodsOf(readPeriod("2025"), every as Every); // as JavaScript callers may
    expect(cut).toThrow(refusal(code, "every"));
    expect(cut).toThrow('"day" or "week" or "month" or "quarter" or "year"');
  });
});
