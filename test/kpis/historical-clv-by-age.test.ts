import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Cohort,
  churnRate,
  cohortRetention,
  formulaClv,
  historicalClv,
  historicalClvByAge,
  KpiError,
  ordersLedger,
  retentionRate,
  toText,
} from "../../src/index.ts";
import { publishedExamples } from "../support/published.ts";
import { anyOrders } from "../support/random-sources.ts";
import "../support/seed.ts";

const EUR = { currency: "EUR" };
const sale = (customerId: string, date: string, amount: number) => ({ customerId, date, amount });

const rows = [
  ...[sale("ann", "2025-01-09", 30), sale("bob", "2025-01-20", 10), sale("ann", "2025-02-03", 20)],
  ...[sale("cem", "2025-02-11", 50), sale("cem", "2025-03-01", 5), sale("dan", "2025-03-30", 8)],
];

describe("historicalClvByAge of orders", () => {
  const { points } = historicalClvByAge(rows, { ...EUR, every: "month", asOf: "2025-04-01" });

  test("adds up what customers brought by age, of those followed so long", () => {
    // January: 40 of two customers, then 20; February: 50 of one, then 5; March: 8 of one.
    expect(points.map(({ exact }) => exact?.slice(0, 6))).toEqual(["24.5", "38.333", "30"]);
    expect(points.map(({ customers, cohorts }) => [customers, cohorts])).toEqual([
      ...[[4, 3]],
      ...[[3, 2]],
      ...[[2, 1]],
    ]);
  });

  test("says who counts at each age", () => {
    const { explanation, counts } = points[1]?.result ?? historicalClv(rows, EUR);
    expect(counts.question?.throughAge).toEqual({ every: "month", age: 1 });
    expect(explanation.assumptions[0]).toMatch(/follow through month 1 after their first one/);
    expect(explanation.sentence).toMatch(
      /^3 customers acquired .* brought 115\.00 EUR .* through month 1\.$/,
    );
  });

  test("a refund is taken off at the age at which it was given", () => {
    const refund = { ...sale("ann", "2025-02-20", 30), type: "refund" as const };
    const table = historicalClvByAge([...rows, refund], {
      ...EUR,
      every: "month",
      asOf: "2025-04-01",
    });
    expect(table.points.map(({ result }) => result.counts.revenue)).toEqual(["98", "85", "30"]);
  });

  test("margin and acquisition cost are those of the mean", () => {
    const asked = { ...EUR, every: "month", asOf: "2025-04-01", margin: 0.5, cac: 2 } as const;
    expect(historicalClvByAge(rows, asked).points[0]?.exact).toBe("10.25");
  });

  test("no rows, no ages", () => {
    const table = historicalClvByAge([], { every: "month" });
    expect(table.points).toEqual([]);
    expect(toText(table)).toMatch(/No month of any customer is over yet/);
  });

  test("shows itself as a table, frozen", () => {
    const table = historicalClvByAge(rows, { ...EUR, every: "month", asOf: "2025-04-01" });
    expect(Object.isFrozen(table.points)).toBe(true);
    expect(toText(table)).toMatch(/value per customer.*customers\s+cohorts/);
    expect(toText(table)).toMatch(/24\.50 EUR/);
  });

  test("`costToServe` is no option: it differs from age to age", () => {
    const asked = { every: "month", costToServe: 1 } as never;
    expect(() => historicalClvByAge(rows, asked)).toThrow(KpiError);
  });
});

describe("laws of value by age", () => {
  test("one age later adds the revenue that cohort retention shows at that age", () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.constantFrom("month" as const, "quarter" as const),
        (orders, every) => {
          const { points } = historicalClvByAge(orders, { ...EUR, every });
          const { counts } = cohortRetention(orders, { ...EUR, every, measure: "revenue" });
          for (const { age, result, customers } of points) {
            const followed = counts.cohorts.filter(({ values }) => (values[age] ?? null) !== null);
            const cents = followed.flatMap(({ values }) =>
              values.slice(0, age + 1).map((value) => Math.round(100 * Number(value))),
            );
            expect(customers).toBe(followed.reduce((sum, { size }) => sum + size, 0));
            expect(Math.round(100 * Number(result.counts.revenue))).toBe(
              cents.reduce((sum, value) => sum + value, 0),
            );
          }
        },
      ),
    );
  });

  test("rows, a ledger, and rows of cohorts made of them agree", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const table = historicalClvByAge(orders, { ...EUR, every: "month" });
        const ledger = ordersLedger(orders, EUR);
        expect(historicalClvByAge(ledger, { every: "month" })).toEqual(table);
        const { counts } = cohortRetention(orders, { ...EUR, every: "month", measure: "revenue" });
        const cohorts = counts.cohorts.map(
          ({ cohort, size, values }): Cohort => ({
            ...{ cohort, size, active: [size] },
            revenue: values.map((value) => (value === null ? null : String(value))),
          }),
        );
        const again = historicalClvByAge(cohorts, { ...EUR, every: "month" });
        expect(again.points.map(({ exact }) => exact)).toEqual(
          table.points.map(({ exact }) => exact),
        );
      }),
    );
  });

  test("of customers all followed to the end, the last age is historicalClv", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        fc.pre(orders.length > 0);
        const { points } = historicalClvByAge(orders, {
          ...EUR,
          every: "year",
          asOf: "2027-01-01",
        });
        const all = points.filter(({ customers }) => customers === points[0]?.customers).at(-1);
        expect(all?.exact).toBe(historicalClv(orders, EUR).exact);
      }),
    );
  });

  test("an amount no double can hold stays exact", () => {
    const big = [
      { customerId: "a", date: "2025-01-01", amount: "90000000000000.01" },
      { customerId: "b", date: "2025-01-01", amount: "90000000000000.02" },
    ];
    const { points } = historicalClvByAge(big, { ...EUR, every: "month", asOf: "2025-02-01" });
    expect(points[0]?.exact).toBe("90000000000000.015");
  });
});

describe("rows of cohorts", () => {
  const cohorts: readonly Cohort[] = [
    { cohort: "2025-01", size: 100, active: [100, 40], revenue: [1500, 800] },
    { cohort: "2025-02", size: 50, active: [50, null], revenue: [1000, null] },
  ];

  test("historicalClv takes them: all revenue so far per customer acquired", () => {
    const { exact, explanation } = historicalClv(cohorts, { ...EUR, margin: 0.5 });
    expect(exact).toBe("11");
    expect(explanation.sentence).toMatch(/150 customers acquired brought 3300\.00 EUR/);
    expect(explanation.assumptions.join(" ")).toMatch(/rows of cohorts/);
  });

  test("are taken by every KPI that speaks of cohorts, all of the same customers", () => {
    const period = "2025-02";
    expect(retentionRate(cohorts, { period }).value).toBe(0.4);
    expect(churnRate(cohorts, { period }).value).toBe(0.6);
    expect(cohortRetention(cohorts, { every: "month" }).average[1]?.rate).toBe(0.4);
    expect(historicalClv(cohorts, EUR).exact).toBe("22");
    const curve = { ...EUR, formula: "cohort-curve", discount: 0 } as const;
    expect(formulaClv(cohorts, curve).value).toBeCloseTo(2500 / 150 + 8, 12);
  });

  test("a published table of gross profit by period", () => {
    for (const { inputs, expected, tolerance } of publishedExamples("clvHistorical")) {
      const { cohortSize, profitByPeriod } = inputs as unknown as Published;
      if (profitByPeriod === undefined) continue;
      const cohort = { cohort: "2025-01", size: cohortSize, active: [cohortSize] };
      const table = historicalClvByAge([{ ...cohort, revenue: profitByPeriod }], {
        ...{ every: "month", currency: "USD", margin: 1 },
      });
      const wanted = expected as unknown as readonly number[];
      expect(table.points).toHaveLength(wanted.length);
      for (const [age, { value }] of table.points.entries()) {
        expect(Math.abs((value ?? Number.NaN) - (wanted[age] ?? 0))).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  test("a row without revenue is refused by name, and what only orders answer too", () => {
    const bare = [{ cohort: "2025-01", size: 4, active: [4] }];
    expect(() => historicalClv(bare, EUR)).toThrow(/Row 0 has no `revenue`/);
    expect(() => historicalClv(cohorts, { ...EUR, period: "2025" })).toThrow(
      /`period` must be absent/,
    );
    const elapsed = { ...EUR, every: "month", clock: "elapsed" } as const;
    expect(() => historicalClvByAge(cohorts, elapsed)).toThrow(/`clock` must be absent/);
  });
});

interface Published {
  readonly cohortSize: number;
  readonly profitByPeriod?: readonly number[];
}
