import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type GapMethod,
  suggestInactiveAfterDays,
  timeBetweenPurchases,
  timeBetweenPurchasesFromCounts,
  timeBetweenPurchasesVariants,
  timeBetweenPurchasesVariantsFromCounts,
} from "../../src/index.ts";
import { dayText } from "../support/day-text.ts";
import { ordersOf } from "../support/orders-of.ts";
import { publishedExamples } from "../support/published.ts";
import { refusal } from "../support/refusal.ts";

/** Ann after 10 and 20 days, Bob after 60; Cleo bought once. */
const ORDERS = ordersOf(
  ...["ann 2025-01-01", "ann 2025-01-11", "ann 2025-01-31"],
  ...["bob 2025-01-05", "bob 2025-03-06", "cleo 2025-02-01"],
);

const quarter = (method: GapMethod) =>
  timeBetweenPurchases(ORDERS, { period: "2025-Q1", asOf: "2025-04-01", method });

describe("timeBetweenPurchases", () => {
  test.each([
    ["mean-of-gaps", (10 + 20 + 60) / 3],
    ["mean-of-customers", (15 + 60) / 2],
    ["median", 20],
    ["period-over-frequency", 90 / (6 / 3)],
    ["kaplan-meier", 60],
  ] as const)("by %s is %d days", (method, days) => {
    const result = quarter(method);
    expect(result.variant).toBe(method);
    expect(result.value).toBeCloseTo(days, 12);
  });

  test("the last purchase of everybody is a gap still open", () => {
    // To 31 March, the last day known: Ann since 31 January, Bob since 6 March, Cleo since 1 February.
    expect(quarter("kaplan-meier").counts.openGaps).toEqual([
      [25, 1],
      [58, 1],
      [59, 1],
    ]);
  });

  test("while half of all purchases are not followed, the median is not reached", () => {
    const rows = ordersOf("ann 2025-01-01", "ann 2025-01-02", "bob 2025-01-01", "cleo 2025-01-01");
    const question = { asOf: "2025-06-01", method: "kaplan-meier" } as const;
    expect(timeBetweenPurchases(rows, question)).toMatchObject({ reason: "not-reached" });
  });

  test("orders of one day are one purchase, or a gap of 0 days where asked", () => {
    const rows = ordersOf("ann 2025-01-01", "ann 2025-01-01", "ann 2025-01-11");
    expect(timeBetweenPurchases(rows).value).toBe(10);
    expect(timeBetweenPurchases(rows, { mergeSameDay: false }).value).toBe(5);
  });

  test("gaps of those who came back are warned of where others did not", () => {
    const codes = (method: GapMethod) => quarter(method).warnings.map(({ code }) => code);
    expect(codes("mean-of-gaps")).toContain("right-censored");
    expect(codes("kaplan-meier")).not.toContain("right-censored");
  });

  test.each([
    ["mean-of-gaps", "no-repeat-purchases"],
    ["mean-of-customers", "no-repeat-purchases"],
    ["median", "no-repeat-purchases"],
    ["period-over-frequency", "no-customers"],
    ["kaplan-meier", "no-customers"],
  ] as const)("no rows at all are no value by %s: %s", (method, reason) => {
    expect(timeBetweenPurchases([], { method })).toMatchObject({ status: "no-value", reason });
  });

  test.each(["mean-of-customers", "median", "period-over-frequency", "kaplan-meier"] as const)(
    "two typed numbers are not enough for %s",
    (method) => {
      expect(timeBetweenPurchasesFromCounts({ gaps: 2, gapDays: 34 }, { method })).toMatchObject({
        reason: "missing-count",
      });
    },
  );

  test.each([
    ["gaps", { gaps: 2, gapDays: 34, gapTable: [[17, 1]] }],
    ["gapDays", { gaps: 2, gapDays: 34, daysByGaps: [[2, 33]] }],
  ] as const)("counts that contradict their tables are refused by name: %s", (member, counts) => {
    expect(() => timeBetweenPurchasesFromCounts(counts)).toThrow(
      refusal("counts-inconsistent", member),
    );
  });

  for (const { id, inputs, expected } of publishedExamples("timeBetweenPurchases")) {
    test(`${id} as published`, () => {
      const { dates } = inputs as { readonly dates: readonly string[] };
      const rows = ordersOf(...dates.map((date) => `ann ${date}`));
      expect(timeBetweenPurchases(rows).value).toBeCloseTo(expected, 9);
    });
  }

  const purchases = fc.array(
    fc.tuple(fc.constantFrom("ann", "bob", "cleo", "dan"), fc.integer({ min: 0, max: 89 })),
    { maxLength: 25 },
  );

  test("every form agrees with gaps listed by hand", () => {
    fc.assert(
      fc.property(purchases, (rows) => {
        const orders = rows.map(([customerId, after], orderId) => ({
          ...{ orderId, customerId, date: dayText(after), amount: 1 },
        }));
        const days = ["ann", "bob", "cleo", "dan"]
          .map((who) => new Set(rows.flatMap(([id, day]) => (id === who ? [day] : []))))
          .map((own) => [...own].sort((a, b) => a - b))
          .filter((own) => own.length > 0);
        const gaps = days.map((own) => own.slice(1).map((day, at) => day - (own[at] ?? 0)));
        const all = gaps.flat().sort((a, b) => a - b);
        const mean = (values: readonly number[]) =>
          values.reduce((sum, value) => sum + value, 0) / values.length;
        const value = (method: GapMethod) =>
          timeBetweenPurchases(orders, { period: "2025-Q1", asOf: "2025-04-01", method }).value;
        if (all.length === 0) {
          expect(value("mean-of-gaps")).toBeNull();
          return;
        }
        const perCustomer = gaps.filter((own) => own.length > 0).map(mean);
        expect(value("mean-of-gaps")).toBeCloseTo(mean(all), 10);
        expect(value("mean-of-customers")).toBeCloseTo(mean(perCustomer), 10);
        const middle = [(all.length - 1) / 2, all.length / 2].map((at) => all[Math.floor(at)] ?? 0);
        expect(value("median")).toBe(mean(middle));
        const frequency = days.flat().length / days.length;
        expect(value("period-over-frequency")).toBeCloseTo(90 / frequency, 10);
        const honest = value("kaplan-meier") ?? Number.POSITIVE_INFINITY;
        expect(honest).toBeGreaterThanOrEqual(all[Math.ceil(all.length / 2) - 1] ?? 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("timeBetweenPurchasesVariants", () => {
  test("sets the forms side by side, each with its reason", () => {
    const { variants } = timeBetweenPurchasesVariants(ORDERS, {
      ...{ period: "2025-Q1", asOf: "2025-04-01" },
    });
    expect(variants.map(({ variant, difference }) => [variant, difference])).toEqual([
      [
        "mean-of-gaps",
        "The default: every gap counts once, so customers who buy often weigh most.",
      ],
      ["mean-of-customers", "Counts each of 2 customers once, not each of 3 gaps."],
      ["median", "Takes the middle one of 3 gaps: a few long gaps pull the mean up."],
      [
        "period-over-frequency",
        "Spreads 6 purchases of 3 customers over 90 days, before the first and after the last one too.",
      ],
      ["kaplan-meier", "Also follows 3 last purchases that are without a next one so far."],
    ]);
  });

  test("names what typed counts cannot answer", () => {
    const { variants, notComputed } = timeBetweenPurchasesVariantsFromCounts({
      ...{ gaps: 2, gapDays: 34 },
    });
    expect(variants.map(({ variant }) => variant)).toEqual(["mean-of-gaps"]);
    expect(notComputed).toHaveLength(4);
  });
});

describe("suggestInactiveAfterDays", () => {
  test("is the 90th percentile of the gaps", () => {
    const rows = Array.from({ length: 10 }, (_, at) => [
      { customerId: at, date: dayText(0), amount: 1 },
      { customerId: at, date: dayText(10 * (at + 1)), amount: 1 },
    ]).flat();
    expect(suggestInactiveAfterDays(rows)).toBe(90);
  });

  test("is null where nobody bought twice", () => {
    expect(suggestInactiveAfterDays(ordersOf("ann 2025-01-01"))).toBeNull();
  });
});
