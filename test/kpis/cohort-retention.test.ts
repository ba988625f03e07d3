import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modifiedWilsonInterval } from "../../src/counts.ts";
import {
  type CohortQuestion,
  type CohortRetention,
  cohortCell,
  cohortRetention,
  cohortRetentionFromCounts,
  KpiError,
  ordersLedger,
  type Transaction,
  toHtml,
  toText,
} from "../../src/index.ts";
import { ordersOf } from "../support/orders-of.ts";

const rates = (table: CohortRetention) =>
  table.cohorts.map(({ cells }) => cells.map(({ rate }) => rate));
const totals = (table: CohortRetention) =>
  table.cohorts.map(({ cells }) => cells.map(({ total }) => total));
const averages = (table: CohortRetention) => table.average.map(({ rate }) => rate);

/** A comes on days 0, 3 and 4; B on days 0 and 1. */
const fiveDays = ordersOf(
  ...["a 2025-01-01", "a 2025-01-04", "a 2025-01-05", "b 2025-01-01", "b 2025-01-02"],
);

describe("the axes by hand", () => {
  const firstRow = (question: Partial<CohortQuestion>) =>
    rates(cohortRetention(fiveDays, { every: "day", ...question }))[0];

  test("bounded: back on that very day", () => {
    expect(firstRow({})).toEqual([1, 0.5, 0, 0.5, 0.5]);
  });

  test("unbounded: back on that day or later", () => {
    expect(firstRow({ return: "on-or-after" })).toEqual([1, 1, 0.5, 0.5, 0.5]);
  });

  test("back by that day", () => {
    expect(firstRow({ return: "on-or-before" })).toEqual([1, 0.5, 0.5, 1, 1]);
  });

  test("a streak ends on the first day without an order", () => {
    expect(firstRow({ return: "streak" })).toEqual([1, 0.5, 0, 0, 0]);
  });

  test("brackets count whoever was back at any of their ages", () => {
    const brackets = [
      [1, 2],
      [3, 4],
    ] as const;
    expect(firstRow({ return: "bracket", brackets })).toEqual([0.5, 0.5]);
  });

  test("a bracket is empty until its last age is over", () => {
    expect(firstRow({ return: "bracket", brackets: [[1, 5]] })).toEqual([null]);
  });

  test("against the age before, a rate can exceed 1 and has no interval", () => {
    const table = cohortRetention(
      ordersOf(...["a 2025-01-01", "b 2025-01-01", "a 2025-01-02", "a 2025-01-03", "b 2025-01-03"]),
      { every: "day", base: "previous" },
    );
    expect(rates(table)[0]).toEqual([1, 0.5, 2]);
    expect(table.cohorts[0]?.cells.map(({ interval }) => interval)).toEqual([null, null, null]);
  });

  test("in every period with an order, a customer joins its cohort", () => {
    const table = cohortRetention(fiveDays, { every: "day", cohortBy: "every-active-period" });
    expect(totals(table)).toEqual([[2, 1, 0, 1, 1], [1, 0, 0, 0], [0, 0, 0], [1, 1], [1]]);
  });

  test("3 December to 1 January is month 0 by elapsed time, and month 1 by the calendar", () => {
    const rows = ordersOf("a 2024-12-03", "a 2025-01-01");
    const question = { every: "month", asOf: "2025-03-01" } as const;
    expect(totals(cohortRetention(rows, question))[0]).toEqual([1, 1, 0]);
    expect(totals(cohortRetention(rows, { ...question, clock: "elapsed" }))[0]).toEqual([
      1,
      0,
      null,
    ]);
  });

  test("elapsed days are 24 hours where the rows have instants", () => {
    const rows = ordersOf("a 2025-01-01T18:00:00Z", "a 2025-01-02T06:00:00Z");
    const question = { every: "day", asOf: "2025-01-04" } as const;
    expect(totals(cohortRetention(rows, question))[0]?.slice(0, 2)).toEqual([1, 1]);
    const elapsed = cohortRetention(rows, { ...question, clock: "elapsed" });
    expect(totals(elapsed)[0]?.slice(0, 2)).toEqual([1, 0]);
  });

  test("orders and revenue are set against those of age 0; a refund counts when it was given", () => {
    const rows: readonly Transaction[] = [
      { orderId: 1, customerId: "a", date: "2025-01-05", amount: "10.10" },
      { orderId: 2, customerId: "a", date: "2025-01-06", amount: "9.90" },
      { orderId: 3, customerId: "a", date: "2025-02-06", amount: 8 },
      { refundOf: 3, customerId: "a", date: "2025-03-31", amount: 5, type: "refund" },
    ];
    const question = { every: "month", currency: "EUR" } as const;
    const orders = cohortRetention(rows, { ...question, measure: "orders" });
    expect(totals(orders)[0]).toEqual([2, 1, 0]);
    const revenue = cohortRetention(rows, { ...question, measure: "revenue" });
    expect(revenue.counts.cohorts[0]?.values).toEqual(["20", "8", "-5"]);
    expect(rates(revenue)[0]).toEqual([1, 0.4, -0.25]);
    expect(revenue.average.map(({ interval }) => interval)).toEqual([null, null, null]);
  });

  test("an attribute is that of the first order, and ages count those alone who were seen so long", () => {
    const rows = [
      { customerId: "a", date: "2025-01-05", amount: 1, channel: "web" },
      { customerId: "a", date: "2025-02-05", amount: 1, channel: "shop" },
      { customerId: "b", date: "2025-02-05", amount: 1, channel: "web" },
      { customerId: "c", date: "2025-02-07", amount: 1 },
    ];
    const question = { every: "month", cohortBy: "attribute", attribute: "channel" } as const;
    const table = cohortRetention(rows, { ...question, asOf: "2025-03-01" });
    expect(table.cohorts.map(({ cohort, size }) => [cohort, size])).toEqual([
      ...[
        ["(none)", 1],
        ["shop", 0],
        ["web", 2],
      ],
    ]);
    expect(table.cohorts[2]?.cells.map(({ total, base }) => [total, base])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test("a customer whose first order was before the period is in no cohort", () => {
    const rows = ordersOf("a 2024-12-05", "a 2025-01-05", "b 2025-01-06");
    const table = cohortRetention(rows, { every: "month", period: "2025-01", asOf: "2025-02-01" });
    expect(totals(table)).toEqual([[1]]);
  });

  test("guests are in no cohort", () => {
    const rows = [...ordersOf("a 2025-01-05"), { date: "2025-01-06", amount: 5 }];
    const table = cohortRetention(rows, { every: "day", guests: "keep" });
    expect(table.cohorts.map(({ size }) => size)).toEqual([1, 0]);
  });
});

describe("what was not observed", () => {
  const rows = ordersOf("a 2025-01-05", "b 2025-02-05", "a 2025-03-10", "b 2025-03-11");

  test("is empty, not 0, and in no average", () => {
    const table = cohortRetention(rows, { every: "month" });
    expect(rates(table)).toEqual([[1, 0, null], [1, null], [null]]);
    expect(table.cohorts[0]?.cells[2]?.state).toBe("censored");
    expect(averages(table)).toEqual([1, 0, null]);
  });

  test("counts as it stands with `includeIncomplete`, and is marked", () => {
    const table = cohortRetention(rows, { every: "month", includeIncomplete: true });
    expect(rates(table)).toEqual([[1, 0, 1], [1, 1], [null]]);
    expect(table.cohorts[0]?.cells[2]?.state).toBe("partial");
    expect(averages(table)).toEqual([1, 0.5, 1]);
  });

  test("periods without an order up to `asOf` were observed: they are 0", () => {
    const table = cohortRetention(ordersOf("a 2025-01-05"), { every: "month", asOf: "2025-04-01" });
    expect(rates(table)[0]).toEqual([1, 0, 0]);
  });

  test("the last age of an unbounded row is marked, and in no average", () => {
    const table = cohortRetention(rows, {
      ...{ every: "month", return: "on-or-after", asOf: "2025-04-01" },
    });
    expect(rates(table)).toEqual([[1, 1, 1], [1, 1], [null]]);
    expect(table.cohorts.map(({ cells }) => cells.at(-1)?.state)).toEqual([
      ...["partial", "partial", "partial"],
    ]);
    expect(averages(table)).toEqual([1, 1, null]);
  });

  test("an unbounded row leaves out what lies in a period that is not over", () => {
    const table = cohortRetention(rows, { every: "month", return: "on-or-after" });
    expect(rates(table)[0]).toEqual([1, 0, null]);
  });
});

describe("averages", () => {
  const cohorts = [
    { cohort: "2025-01", size: 1000, active: [1000, 500] },
    { cohort: "2025-02", size: 500, active: [500, 400] },
    { cohort: "2025-03", size: 700, active: [700, null] },
  ];
  test.each([
    ["pooled", 0.6],
    ["mean", 0.65],
    ["median", 0.65],
    ["size-squared", 0.56],
  ] as const)("%s of 500 of 1000 and 400 of 500: %d", (average, expected) => {
    const table = cohortRetention(cohorts, { every: "month", average });
    expect(table.average[1]).toMatchObject({ rate: expected, cohorts: 2, total: 900, base: 1500 });
    expect(table.average[1]?.interval === null).toBe(average !== "pooled");
  });

  test("a cohort at 0 % counts", () => {
    const some = [
      { cohort: "2025-01", size: 10, active: [10, 2] },
      { cohort: "2025-02", size: 100, active: [100, 0] },
    ];
    expect(averages(cohortRetention(some, { every: "month", average: "mean" }))[1]).toBe(0.1);
  });

  test("revenue of rows of cohorts, a month of 0 among them", () => {
    const some = [
      { cohort: "2025-01", size: 4, active: [4, 1], revenue: ["10.50", 0], currency: "EUR" },
    ];
    const table = cohortRetention(some, { every: "month", measure: "revenue" });
    expect(table.counts.cohorts[0]?.values).toEqual(["10.5", "0"]);
    expect(averages(table)).toEqual([1, 0]);
  });
});

describe("refuses", () => {
  const orders = ordersOf("a 2025-01-05");
  const cohorts = [{ cohort: "2025-01", size: 4, active: [4, 1] }];
  test.each<readonly [string, unknown, object, string]>([
    ["a question without a step", orders, {}, "every"],
    ["an unknown option", orders, { every: "month", bracket: [] }, "bracket"],
    ["brackets without the rule", orders, { every: "month", brackets: [[1, 2]] }, "brackets"],
    ["the rule without brackets", orders, { every: "month", return: "bracket" }, "brackets"],
    [
      "brackets that overlap",
      orders,
      {
        ...{ every: "month", return: "bracket" },
        brackets: [
          [1, 3],
          [3, 4],
        ],
      },
      "brackets",
    ],
    ["an attribute without the rule", orders, { every: "month", attribute: "x" }, "attribute"],
    [
      "an attribute that the ledger has not",
      ordersLedger(orders),
      { every: "month", cohortBy: "attribute", attribute: "__proto__" },
      "attribute",
    ],
    [
      "orders of several cohorts",
      orders,
      { every: "month", cohortBy: "every-active-period", measure: "orders" },
      "measure",
    ],
    [
      "revenue on or after",
      orders,
      { every: "month", measure: "revenue", return: "on-or-after", currency: "EUR" },
      "measure",
    ],
    [
      "elapsed time from several starts",
      orders,
      { every: "month", cohortBy: "every-active-period", clock: "elapsed" },
      "clock",
    ],
    [
      "the age before of a bracket",
      orders,
      { every: "month", return: "bracket", brackets: [[1, 2]], base: "previous" },
      "base",
    ],
    ["revenue without a currency", orders, { every: "month", measure: "revenue" }, "currency"],
    [
      "more cohorts than a table can hold",
      ordersOf("a 2020-01-01", "a 2025-01-01"),
      { every: "day" },
      "every",
    ],
    ["another rule for rows of cohorts", cohorts, { every: "month", return: "streak" }, "return"],
    ["orders of rows of cohorts", cohorts, { every: "month", measure: "orders" }, "measure"],
    ["revenue that is not there", cohorts, { every: "month", measure: "revenue" }, "measure"],
  ])("%s", (_, source, question, option) => {
    const call = () => cohortRetention(source as never, question as never);
    expect(call).toThrow(KpiError);
    try {
      call();
    } catch (fault) {
      expect((fault as KpiError).issues[0]?.option).toBe(option);
    }
  });

  test("what does not compile: a question without a step", () => {
    // @ts-expect-error TS2345: `every` is missing
    expect(() => cohortRetention(orders, {})).toThrow(KpiError);
  });
});

describe("an independent count, customer by customer", () => {
  const FIRST = Date.UTC(2025, 0, 1);
  const anyRows = fc.array(
    fc.record({ customerId: fc.constantFrom("a", "b", "c", "d"), after: fc.nat(150) }),
    { minLength: 1, maxLength: 18 },
  );
  const monthOf = (after: number) => new Date(FIRST + after * 86_400_000).getUTCMonth();

  /** Active months by customer, and cells from the definition, with sets and loops. */
  function naive(
    rows: readonly { readonly customerId: string; readonly after: number }[],
    rule: "on" | "on-or-after" | "on-or-before" | "streak",
    isFirst: boolean,
  ): readonly (readonly number[])[] {
    const months = 6;
    const first = Math.min(...rows.map(({ after }) => monthOf(after)));
    const active = ["a", "b", "c", "d"].map(
      (who) =>
        new Set(rows.filter((row) => row.customerId === who).map((row) => monthOf(row.after))),
    );
    const isBack = (has: Set<number>, start: number, age: number): boolean => {
      const ages = Array.from({ length: months - start }, (_, at) => has.has(start + at));
      if (rule === "on") return ages[age] === true;
      if (rule === "on-or-after") return ages.slice(age).includes(true);
      if (rule === "streak") return !ages.slice(0, age + 1).includes(false);
      return age === 0 || ages.slice(1, age + 1).includes(true);
    };
    return Array.from({ length: months - first }, (_, row) => {
      const start = first + row;
      const members = active.filter(
        (has) => has.has(start) && (!isFirst || Math.min(...has) === start),
      );
      return Array.from(
        { length: months - start },
        (_cell, age) => members.filter((has) => isBack(has, start, age)).length,
      );
    });
  }

  test.each(["on", "on-or-after", "on-or-before", "streak"] as const)("%s", (rule) => {
    const property = fc.property(anyRows, fc.boolean(), (rows, isFirst) => {
      const orders = rows.map(({ customerId, after }) => ({
        ...{ customerId, amount: 1 },
        date: new Date(FIRST + after * 86_400_000).toISOString().slice(0, 10),
      }));
      const table = cohortRetention(orders, {
        ...{ every: "month", return: rule, asOf: "2025-07-01" },
        cohortBy: isFirst ? "first" : "every-active-period",
      });
      expect(totals(table)).toEqual(naive(rows, rule, isFirst));
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe("laws", () => {
  const day = fc
    .integer({ min: 0, max: 250 })
    .map((after) => new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10));
  const anyOrders = fc.array(
    fc.record({
      ...{ customerId: fc.constantFrom("a", "b", "c", "__proto__", "constructor") },
      ...{ date: day, amount: fc.nat(99) },
    }),
    { maxLength: 20 },
  );
  const runs = { numRuns: 1000 };

  test("age 0 is the cohort; unbounded is never below bounded, and never rises with age", () => {
    const property = fc.property(anyOrders, (rows) => {
      const question = { every: "month", asOf: "2025-10-01" } as const;
      const bounded = cohortRetention(rows, question);
      const unbounded = cohortRetention(rows, { ...question, return: "on-or-after" });
      for (const [at, { size, cells }] of bounded.cohorts.entries()) {
        expect(cells[0]?.total).toBe(size);
        const open = unbounded.cohorts[at]?.cells ?? [];
        for (const [age, cell] of cells.entries()) {
          expect(open[age]?.total).toBeGreaterThanOrEqual(cell.total ?? 0);
          expect(open[age]?.total).toBeLessThanOrEqual(open[age - 1]?.total ?? size);
          expect(cell.rate ?? 0).toBeLessThanOrEqual(1);
        }
      }
    });
    fc.assert(property, runs);
  });

  test("all customers are in one cohort; orders of all cells are all orders", () => {
    const property = fc.property(anyOrders, (rows) => {
      const table = cohortRetention(rows, {
        every: "month",
        asOf: "2025-10-01",
        measure: "orders",
      });
      const customers = new Set(rows.map(({ customerId }) => customerId)).size;
      expect(table.cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(customers);
      const orders = totals(table).flat();
      expect(orders.reduce((sum: number, total) => sum + (total ?? 0), 0)).toBe(rows.length);
    });
    fc.assert(property, runs);
  });

  test("the order of the rows changes nothing", () => {
    const property = fc.property(anyOrders, (rows) => {
      const question = { every: "month", asOf: "2025-10-01" } as const;
      const turned = cohortRetention([...rows].reverse(), question);
      expect(turned.counts).toEqual(cohortRetention(rows, question).counts);
    });
    fc.assert(property, runs);
  });

  test("every cell is the value of its formula, and its interval is that of a share", () => {
    const property = fc.property(anyOrders, (rows) => {
      const table = cohortRetention(rows, { every: "quarter", asOf: "2025-10-01" });
      for (const { cohort, cells } of table.cohorts) {
        for (const [age, cell] of cells.entries()) {
          const explained = cohortCell(table, cohort, age);
          expect([explained.value, explained.exact]).toEqual([cell.rate, cell.exact]);
          expect(explained.interval).toEqual(cell.interval);
          if (cell.rate === null || cell.total === null || cell.base === null) continue;
          const [lower] = modifiedWilsonInterval(cell.total, cell.base, 0.95);
          expect(cell.interval?.lower).toBeCloseTo(lower, 11);
        }
      }
    });
    fc.assert(property, { numRuns: 200 });
  });

  test("measured again from its counts, as JSON, the table is the same", () => {
    const property = fc.property(anyOrders, (rows) => {
      const table = cohortRetention(rows, { every: "month", asOf: "2025-10-01" });
      const again = cohortRetentionFromCounts(JSON.parse(JSON.stringify(table.counts)));
      expect(again.cohorts).toEqual(table.cohorts);
      expect(again.average).toEqual(table.average);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe("cohortRetentionFromCounts refuses", () => {
  const { counts } = cohortRetention(ordersOf("a 2025-01-05"), {
    ...{ every: "month", asOf: "2025-03-01" },
  });
  const [row] = counts.cohorts;
  test.each<readonly [string, unknown]>([
    ["more customers back than there were", { ...counts, cohorts: [{ ...row, values: [1, 2] }] }],
    ["lists of different length", { ...counts, cohorts: [{ ...row, bases: [1] }] }],
    ["a question without its axes", { ...counts, question: { every: "month" } }],
    ["counts of another kind", { ...counts, kind: "nps" }],
    ["no counts", null],
  ])("%s", (_, input) => {
    expect(() => cohortRetentionFromCounts(input as never)).toThrow(KpiError);
  });
});

describe("the table shows itself", () => {
  const table = cohortRetention(fiveDays, { every: "day" });

  test("in text of at most 100 columns, however many ages there are", () => {
    const rows = ordersOf("a 2025-01-01", "a 2025-02-09");
    const text = toText(cohortRetention(rows, { every: "day" }));
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("says what it is, and what it takes for granted", () => {
    expect(toText(table)).toMatch(/1 cohort of 2 customers: at age 1 \(day\), 50\.0% of the/);
    expect(table.explanation.formula).toBe(
      "cohort retention = customers back ÷ customers of the cohort",
    );
    expect(table.variant).toBe("first,on,calendar,cohort,customers");
  });

  test("escapes the names of attributes", () => {
    const rows = [{ customerId: "a", date: "2025-01-05", amount: 1, plan: "<script>|\n\u001b[2J" }];
    const question = { every: "day", cohortBy: "attribute", attribute: "plan" } as const;
    const hostile = cohortRetention(rows, question);
    expect(toHtml(hostile)).not.toContain("<script>");
    expect(toText(hostile)).not.toContain("\u001b");
  });

  test("and is plain frozen data", () => {
    expect(Object.isFrozen(table.cohorts[0]?.cells[0])).toBe(true);
    expect(structuredClone(table)).toEqual(JSON.parse(JSON.stringify(table)));
  });

  test("explains a cell that was not observed by its reason", () => {
    const short = cohortRetention(ordersOf("a 2025-01-05", "a 2025-02-03"), { every: "month" });
    expect(cohortCell(short, "2025-01", 1)).toMatchObject({ value: null, reason: "not-reached" });
    expect(() => cohortCell(short, "2024-12", 1)).toThrow(KpiError);
    expect(() => cohortCell(short, "2025-01", 9)).toThrow(KpiError);
  });
});
