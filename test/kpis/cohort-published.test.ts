import { describe, expect, test } from "vitest";
import { type CohortRetention, cohortRetention, period } from "../../src/index.ts";
import { publishedExamples } from "../support/published.ts";

interface Events {
  readonly events: readonly { readonly customerId: string; readonly date: string }[];
  readonly from: string;
  readonly periods: number;
  readonly granularity: "day" | "week" | "month";
  readonly weekStartsOn?: "sunday";
}

/** Published tables state so many periods from a start, all of them over. */
function tableOf(inputs: Events, rule: "on" | "on-or-after"): CohortRetention {
  const { events, from, periods, granularity, weekStartsOn } = inputs;
  const start = from.length === 7 ? `${from}-01` : from;
  const end = new Date(`${start}T00:00:00Z`);
  if (granularity === "month") end.setUTCMonth(end.getUTCMonth() + periods);
  else end.setUTCDate(end.getUTCDate() + periods * (granularity === "week" ? 7 : 1));
  const last = end.toISOString().slice(0, 10);
  const orders = events.map((event) => ({ ...event, amount: 1 }));
  return cohortRetention(orders, {
    ...{ every: granularity, return: rule, cohortBy: "every-active-period", asOf: last },
    period: period(start, last),
    ...(weekStartsOn === undefined ? {} : { weekStartsOn }),
  });
}

const totals = (table: CohortRetention) =>
  table.cohorts.map(({ cells }) => cells.map(({ total }) => total));

interface Cohorts {
  readonly cohorts: readonly { size: number; retained: number; incomplete?: boolean }[];
}

const AVERAGE = {
  "unweighted-average": "mean",
  "size-squared-weighted-average": "size-squared",
} as const;

/** The average of cohorts at age 1; what is incomplete there is not observed. */
function averageOf({ cohorts }: Cohorts, variant: keyof typeof AVERAGE): number | null {
  const rows = cohorts.map(({ size, retained, incomplete }, at) => ({
    ...{ cohort: `2025-0${at + 1}`, size },
    active: [size, incomplete === true ? null : retained],
  }));
  const table = cohortRetention(rows, { every: "month", average: AVERAGE[variant] });
  return table.average[1]?.rate ?? null;
}

describe("published tables and averages of cohorts", () => {
  for (const { id, inputs, expected, tolerance, source_title, ...rest } of publishedExamples(
    "cohortRetention",
  )) {
    test(`${id}: ${source_title}`, () => {
      if ("events" in inputs) {
        expect(totals(tableOf(inputs as unknown as Events, "on"))).toEqual(expected);
      } else {
        const { variant } = rest as unknown as { readonly variant: keyof typeof AVERAGE };
        const average = averageOf(inputs as unknown as Cohorts, variant);
        expect(Math.abs((average ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
      }
    });
  }
});

/** One customer acquired on day 0 of `2023-09-01` and active on days after it. */
function rolling(activeDays: readonly (readonly number[])[], days: number): CohortRetention {
  const dayText = (after: number) =>
    new Date(Date.UTC(2023, 8, 1 + after)).toISOString().slice(0, 10);
  const orders = activeDays.flatMap((active, who) =>
    [0, ...active].map((after) => ({ customerId: who, date: dayText(after), amount: 1 })),
  );
  return cohortRetention(orders, {
    ...{ every: "day", return: "on-or-after", asOf: dayText(days) },
  });
}

describe("published rolling retention", () => {
  for (const { id, inputs, expected, source_title } of publishedExamples("rollingRetention")) {
    test(`${id}: ${source_title}`, () => {
      if ("events" in inputs) {
        expect(totals(tableOf(inputs as unknown as Events, "on-or-after"))).toEqual(expected);
      } else if ("acquired" in inputs) {
        const { acquired, active, days } = inputs as unknown as {
          readonly acquired: string;
          readonly active: readonly string[];
          readonly days: readonly number[];
        };
        const after = active.map((day) => (Date.parse(day) - Date.parse(acquired)) / 86_400_000);
        const [row] = totals(rolling([after], Math.max(...after) + 1));
        expect(days.map((day) => row?.[day] === 1)).toEqual(expected);
      } else {
        const { customers, day } = inputs as unknown as {
          readonly customers: readonly { readonly activeDays: readonly number[] }[];
          readonly day: number;
        };
        const active = customers.map(({ activeDays }) => activeDays);
        expect(totals(rolling(active, 60))[0]?.[day]).toBe(expected);
      }
    });
  }
});
