import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayToText, FIRST_DAY, LAST_DAY, MS_PER_DAY } from "../../src/base/day.ts";
import { startOfDay, UTC, zoneOf } from "../../src/base/zone.ts";
import { transitionsOf, wallClock } from "../support/wall-clock.ts";

/** Zones whose clocks do something uncommon, and two that everybody knows. */
const ZONES = [
  "America/Sao_Paulo", // summer time began at midnight
  "Pacific/Apia", // 30 December 2011 was skipped
  "Africa/Cairo", // summer time suspended for Ramadan
  "Asia/Kolkata", // half an hour
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe", // summer time of half an hour
  "Asia/Tehran", // a half hour, transitions at midnight
  "Antarctica/Troll", // two hours
  "Europe/Dublin", // winter time is the exception
  "Asia/Kathmandu", // a quarter of an hour
  "Pacific/Kiritimati", // a day was skipped; 14 hours ahead
] as const;

const HOUR = 3_600_000;

const TRANSITIONS = new Map(
  ZONES.map((name) => [name, transitionsOf(name, dayOf(1970, 1, 1), dayOf(2038, 1, 1))]),
);

describe("dayOf", () => {
  test.each([
    ["UTC", "2025-03-01T00:00:00Z", "2025-03-01"],
    ["UTC", "2025-02-28T23:59:59.999Z", "2025-02-28"],
    ["UTC", "1969-12-31T23:59:59.999Z", "1969-12-31"],
    ["Asia/Kolkata", "2025-01-31T18:29:59Z", "2025-01-31"],
    ["Asia/Kolkata", "2025-01-31T18:30:00Z", "2025-02-01"],
    ["Asia/Kathmandu", "2025-01-31T18:14:59Z", "2025-01-31"],
    ["Asia/Kathmandu", "2025-01-31T18:15:00Z", "2025-02-01"],
    ["America/New_York", "2024-03-10T04:59:59Z", "2024-03-09"],
    ["America/New_York", "2024-03-11T03:59:59Z", "2024-03-10"],
    ["America/New_York", "2024-03-11T04:00:00Z", "2024-03-11"],
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"],
    ["Africa/Monrovia", "1971-06-01T00:44:29Z", "1971-05-31"],
    ["Africa/Monrovia", "1971-06-01T00:44:30Z", "1971-06-01"],
  ])("in %s, %s is on %s", (name, instant, day) => {
    expect(dayToText(zoneOf(name).dayOf(Date.parse(instant)))).toBe(day);
  });

  test.each(ZONES)("in %s, agrees with Intl around every transition from 1970 to 2037", (name) => {
    const zone = zoneOf(name);
    const clock = wallClock(name);
    for (const transition of TRANSITIONS.get(name) ?? []) {
      const near = [-1, 0, 1, -1000, 1000].map((step) => transition + step);
      for (let hours = -30; hours <= 30; hours += 1) near.push(transition + hours * HOUR);
      // The midnights about it, on the wall before and after.
      for (const offset of [-1000, 1000].map(
        (step) => clock.wallAt(transition + step) - transition,
      )) {
        const midnight =
          Math.floor(transition / MS_PER_DAY) * MS_PER_DAY - Math.round(offset / 60_000) * 60_000;
        for (const days of [-1, 0, 1, 2]) {
          near.push(midnight + days * MS_PER_DAY - 1, midnight + days * MS_PER_DAY);
        }
      }
      for (const instant of near) {
        if (zone.dayOf(instant) !== clock.dayOf(instant)) {
          expect(new Date(instant).toISOString()).toBe(`another day in ${name}`);
        }
      }
    }
  });

  test("knows as many transitions as the zones had", () => {
    // The tzdata of the runtime decides; of these two the past is settled.
    expect(transitionsOf("America/Sao_Paulo", dayOf(1970, 1, 1), dayOf(2020, 1, 1))).toHaveLength(
      68,
    );
    expect(transitionsOf("Pacific/Apia", dayOf(2011, 12, 1), dayOf(2012, 1, 31))).toEqual([
      Date.UTC(2011, 11, 30, 10),
    ]);
  });

  test("agrees with Intl in any zone, at any instant of 1900 to 2199", () => {
    const names = Intl.supportedValuesOf("timeZone").filter((name) => name.includes("/"));
    const anyInstant = fc.integer({ min: FIRST_DAY * MS_PER_DAY, max: LAST_DAY * MS_PER_DAY });
    fc.assert(
      fc.property(fc.constantFrom(...names), anyInstant, (name, instant) => {
        expect(zoneOf(name).dayOf(instant)).toBe(wallClock(name).dayOf(instant));
      }),
      { numRuns: 300 },
    );
  });

  test("has no answer to what is no instant", () => {
    expect(zoneOf("Europe/Paris").dayOf(Number.NaN)).toBeNaN();
    expect(UTC.dayOf(Number.NaN)).toBeNaN();
  });
});

describe("startOfDay", () => {
  test.each([
    ["UTC", "2025-03-01", "2025-03-01T00:00:00.000Z"],
    ["Europe/Paris", "2025-03-01", "2025-02-28T23:00:00.000Z"],
    ["Europe/Paris", "2025-03-30", "2025-03-29T23:00:00.000Z"],
    ["Europe/Paris", "2025-03-31", "2025-03-30T22:00:00.000Z"],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"], // 01:00 on the wall
    ["America/Sao_Paulo", "2018-11-05", "2018-11-05T02:00:00.000Z"],
    ["America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00.000Z"], // 23:00 came twice
    ["America/St_Johns", "2010-11-07", "2010-11-07T02:30:00.000Z"], // 00:00 came twice: the first
    ["America/Toronto", "1919-03-31", "1919-03-31T04:30:00.000Z"], // 23:30 became 00:30
    ["Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00.000Z"],
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"], // skipped
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z"],
    ["Pacific/Apia", "2012-01-01", "2011-12-31T10:00:00.000Z"],
  ])("in %s, %s starts at %s", (name, day, instant) => {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const start = startOfDay(zoneOf(name), dayOf(year, month, date));
    expect(new Date(start).toISOString()).toBe(instant);
  });

  test.each(ZONES)("in %s, is the first instant of every day about a transition", (name) => {
    const zone = zoneOf(name);
    const clock = wallClock(name);
    for (const transition of TRANSITIONS.get(name) ?? []) {
      const about = Math.floor(transition / MS_PER_DAY);
      for (let day = about - 2; day <= about + 2; day += 1) {
        const start = startOfDay(zone, day);
        if (clock.dayOf(start) < day || clock.dayOf(start - 1) >= day) {
          expect(dayToText(day)).toBe(`a day that starts elsewhere in ${name}`);
        }
      }
    }
  });
});

describe("zoneOf", () => {
  test.each([
    ["UTC", "UTC"],
    ["utc", "UTC"],
    ["Europe/Paris", "Europe/Paris"],
    ["europe/paris", "Europe/Paris"],
    ["AMERICA/NEW_YORK", "America/New_York"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Asia/Calcutta", "Asia/Calcutta"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["US/Eastern", "US/Eastern"],
    ["Etc/GMT+5", "Etc/GMT+5"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ])("takes %s as %s", (given, name) => {
    expect(zoneOf(given).name).toBe(name);
  });

  test.each([
    "",
    " ",
    "CST",
    "EST",
    "IST",
    "PST8PDT",
    "GMT",
    "Japan",
    "+01:00",
    "UTC+1",
    "UTC ",
    "Europe/Paris ",
    "Europe/Pariss",
    "Europe",
    "/",
    "Europe/Paris\u0000",
    "Mars/Olympus",
    "Foo/Bar+01",
    "__proto__",
    "constructor/",
    "a/".repeat(50_000),
  ])("refuses %j as a zone it does not know", (name) => {
    expect(() => zoneOf(name)).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        issues: [expect.objectContaining({ code: "time-zone-unknown", option: "timeZone" })],
      }),
    );
  });

  test.each([[undefined], [null], [0], [["UTC"]], [new Intl.DateTimeFormat()]])(
    "refuses %s, and does not fall back on the zone of the machine",
    (name) => {
      expect(() => zoneOf(name, "zone")).toThrow(
        expect.objectContaining({
          issues: [expect.objectContaining({ code: "option-wrong-type", option: "zone" })],
        }),
      );
    },
  );
});
