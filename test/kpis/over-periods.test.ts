import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  averageOrderValue,
  ces,
  churnRate,
  KpiError,
  nps,
  ordersLedger,
  overPeriods,
  type RetentionRate,
  repeatCustomerRate,
  retentionRate,
  type Series,
  subscriptionsLedger,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.ts";
import { ordersOf, subscriptionsOf } from "../support/orders-of.ts";

const orders = ordersOf(
  ...["ann 2025-01-09", "bob 2025-02-11", "ann 2025-04-02", "cem 2025-05-01", "cem 2025-08-20"],
);

describe("overPeriods by hand", () => {
  const series = overPeriods(retentionRate, orders, { every: "quarter" });

  test("has a result for every whole step from the first row to the last", () => {
    expect(series.points.map(({ period }) => period.start)).toEqual([
      ...["2025-01-01", "2025-04-01", "2025-07-01"],
    ]);
    expect(series.points.map(({ result }) => result.value)).toEqual([null, 0.5, 0.5]);
  });

  test("shows the first period of a retention with the reason why it has no value", () => {
    expect(series.points[0]?.result.reason).toBe("no-customers-at-start");
  });

  test("marks the last period where the data end before it does", () => {
    expect(series.points.map(({ incomplete }) => incomplete)).toEqual([false, false, true]);
  });

  test("marks none where `asOf` says that the last period is over", () => {
    const over = overPeriods(retentionRate, orders, { every: "quarter", asOf: "2025-10-01" });
    expect(over.points.map(({ incomplete }) => incomplete)).toEqual([false, false, false]);
  });

  test("cuts the period that is asked about, at its own edges", () => {
    const { points } = overPeriods(repeatCustomerRate, orders, {
      ...{ every: "month", period: "2025-01-15/2025-03-01" },
    });
    expect(points.map(({ period }) => [period.start, period.end])).toEqual([
      ["2025-01-15", "2025-02-01"],
      ["2025-02-01", "2025-03-01"],
    ]);
  });

  test("starts weeks on the day that is asked for", () => {
    const { points } = overPeriods(repeatCustomerRate, ordersOf("ann 2025-01-08"), {
      ...{ every: "week", weekStartsOn: "sunday" },
    });
    expect(points.map(({ period }) => period.start)).toEqual(["2025-01-05"]);
  });

  test("has no point where there is no row", () => {
    expect(overPeriods(nps, [], { every: "month" })).toEqual({
      ...{ kind: "series", kpi: "nps", every: "month", points: [] },
    });
  });

  test("takes subscriptions, and answers with their dates", () => {
    const subscriptions = subscriptionsOf("ann 2025-01-01 2025-02-10", "bob 2025-01-01");
    const churn = overPeriods(churnRate, subscriptions, { every: "month", period: "2025-Q1" });
    expect(churn.points.map(({ result }) => result.value)).toEqual([null, 0.5, 0]);
    const answers = [
      { score: 7, date: "2025-01-05" },
      { score: 1, date: "2025-02-05" },
    ];
    const effort = overPeriods(ces, answers, { every: "month", version: "2.0" });
    expect(effort.points.map(({ result }) => result.value)).toEqual([7, 1]);
  });

  test("reads the rows once", () => {
    let reads = 0;
    const counted = orders.map((row) => ({
      ...row,
      get amount() {
        reads += 1;
        return row.amount;
      },
    }));
    overPeriods(averageOrderValue, counted, { every: "month", currency: "EUR" });
    expect(reads).toBe(orders.length);
  });
});

describe("overPeriods refuses", () => {
  const refusal = (call: () => unknown): string | undefined => {
    try {
      call();
    } catch (fault) {
      if (fault instanceof KpiError) return fault.issues[0]?.option;
    }
    return "nothing";
  };

  test("an unknown step, and none", () => {
    // @ts-expect-error TS2820: there is no step "months"
    expect(refusal(() => overPeriods(nps, [], { every: "months" }))).toBe("every");
    // @ts-expect-error TS2345: `every` is missing
    expect(refusal(() => overPeriods(nps, [], {}))).toBe("every");
    expect(refusal(() => overPeriods(nps, [], undefined as never))).toBe("every");
  });

  test("an option that the KPI does not have, also where there are no rows", () => {
    const call = () =>
      // @ts-expect-error TS2353: NPS has no baseline
      overPeriods(nps, [], { every: "month", baseline: "2024" });
    expect(refusal(call)).toBe("baseline");
  });

  test("rows that the KPI does not take", () => {
    // @ts-expect-error TS2345: NPS takes answers
    expect(() => overPeriods(nps, orders, { every: "month" })).toThrow(KpiError);
  });
});

test("the type of the results is that of the KPI", () => {
  const series = overPeriods(retentionRate, orders, { every: "quarter" });
  expectTypeOf(series).toEqualTypeOf<Series<RetentionRate>>();
});

test("every point is what the KPI answers for that period alone", () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((after) => new Date(Date.UTC(2024, 1, 1 + after)).toISOString().slice(0, 10));
  const rows = fc.array(
    fc.record({ customerId: fc.constantFrom("a", "b", "c"), date: day, amount: fc.nat(99) }),
    { minLength: 1, maxLength: 12 },
  );
  const every = fc.constantFrom("month" as const, "quarter" as const, "year" as const);
  const property = fc.property(rows, every, (some, step) => {
    const ledger = ordersLedger(some);
    const { points } = overPeriods(retentionRate, some, { every: step });
    for (const { period, result } of points) {
      expect(result).toEqual(retentionRate(ledger, { period }));
    }
    const edges = points.slice(1).map(({ period }, at) => [points[at]?.period.end, period.start]);
    for (const [end, start] of edges) expect(end).toBe(start);
  });
  fc.assert(property, { numRuns: 300 });
});

describe("a series shows itself", () => {
  const series = overPeriods(retentionRate, orders, { every: "quarter" });

  test("as text of a line a period, with interval, number of units and remark", () => {
    expect(toText(series)).toMatch(/^Retention rate by quarter\n/);
    expect(toText(series)).toMatch(/2025-Q1 +no value +0 +no customers at start/);
    expect(toText(series)).toMatch(/2025-Q3 +50\.0% +2\.6% to 97\.4% +2 +incomplete, small sample/);
  });

  test("as Markdown and HTML, and to a notebook", () => {
    expect(toMarkdown(series)).toContain("| 2025\\-Q1 |".replace("\\", ""));
    expect(toHtml(series)).toContain("<td>2025-Q1</td>");
    const display = Reflect.get(series, Symbol.for("Jupyter.display")) as () => object;
    expect(Object.keys(display())).toEqual(["text/plain", "text/markdown", "text/html"]);
  });

  test("and is plain frozen data", () => {
    expect(Object.isFrozen(series) && Object.isFrozen(series.points[0]?.period)).toBe(true);
    expect(structuredClone(series)).toEqual(JSON.parse(JSON.stringify(series)));
  });
});

test("a ledger is taken as it is", () => {
  const ledger = subscriptionsLedger(
    subscriptionsOf("ann 2025-01-01", "bob 2025-01-01 2025-03-05"),
  );
  const { points } = overPeriods(retentionRate, ledger, { every: "month", period: "2025-Q1" });
  expect(points.map(({ result }) => result.value)).toEqual([null, 1, 0.5]);
});
