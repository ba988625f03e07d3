import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type PurchaseFrequencyCountsInput,
  type PurchaseFrequencyQuestion,
  purchaseFrequency,
  purchaseFrequencyFromCounts,
  purchaseFrequencyVariants,
  purchaseFrequencyVariantsFromCounts,
} from "../../src/index.ts";
import { dayText } from "../support/day-text.ts";
import { ordersOf } from "../support/orders-of.ts";
import { publishedExamples } from "../support/published.ts";
import { refusal } from "../support/refusal.ts";

/** In February: Ann, known before, orders twice; Bob comes on the 19th; Cleo, known before, rests. */
const ORDERS = ordersOf(
  ...["ann 2025-01-10", "cleo 2025-01-15"],
  ...["ann 2025-02-01", "ann 2025-02-20", "bob 2025-02-19"],
);

const february = (question: PurchaseFrequencyQuestion = {}) =>
  purchaseFrequency(ORDERS, { period: "2025-02", ...question });

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

describe("purchaseFrequency", () => {
  test("by default is orders per customer who ordered", () => {
    expect(february()).toMatchObject({ variant: "per-buyer", value: 1.5 });
  });

  test("per all customers counts those who did not order, too", () => {
    expect(february({ method: "per-all-customers" })).toMatchObject({ value: 1 });
    expect(february({ perAllCustomers: true })).toMatchObject({ variant: "per-all-customers" });
  });

  test("annualised stretches the period to 365.25 days, and is warned of", () => {
    const result = february({ method: "annualised" });
    expect(result.value).toBeCloseTo((1.5 * 365.25) / 28, 12);
    expect(codes(result)).toContain("annualised-per-buyer");
    const year = purchaseFrequency(ORDERS, { period: "2025", method: "annualised" });
    expect(codes(year)).toContain("annualised-per-buyer");
    const leap = purchaseFrequency(ORDERS, { period: "2024", method: "annualised" });
    expect(codes(leap)).not.toContain("annualised-per-buyer");
  });

  test("per customer-year sets orders after the first against the time since the first", () => {
    const { counts, value, explanation } = february({ method: "per-customer-year" });
    // Ann and Cleo are known for all 28 days, Bob for the 10 from his first order on.
    expect(counts).toMatchObject({ customerDays: 28 + 28 + 10, repeatOrders: 2, allCustomers: 3 });
    expect(value).toBeCloseTo(2 / (66 / 365.25), 12);
    expect(explanation.steps[0]).toBe("2 ÷ (66 ÷ 365.25)");
  });

  test("customers who buy once and never again have a rate of 0 a year", () => {
    const rows = ordersOf("ann 2025-01-10", "bob 2025-06-10", "cleo 2025-12-10");
    const question = { period: "2025", method: "per-customer-year" } as const;
    expect(purchaseFrequency(rows, question).value).toBe(0);
    expect(purchaseFrequency(rows, { period: "2025" }).value).toBe(1);
  });

  test.each(["per-buyer", "per-all-customers", "annualised", "per-customer-year"] as const)(
    "no rows at all are no value by %s",
    (method) => {
      expect(purchaseFrequency([], { method })).toMatchObject({ reason: "no-customers" });
    },
  );

  test("forms that need a number which is not given have no value", () => {
    const counts = { customers: 240, orders: 600 };
    for (const method of ["per-all-customers", "annualised", "per-customer-year"] as const) {
      expect(purchaseFrequencyFromCounts(counts, { method })).toMatchObject({
        reason: "missing-count",
      });
    }
  });

  test.each([
    ["perAllCustomers", { method: "annualised", perAllCustomers: true }],
    ["perAllCustomers", { method: "per-all-customers", perAllCustomers: false }],
    ["method", { method: "yearly" as "annualised" }],
  ] as readonly (readonly [string, PurchaseFrequencyQuestion])[])(
    "options that contradict each other are refused by name: %s",
    (option, question) => {
      expect(() => february(question)).toThrow(refusal("option-out-of-range", option));
    },
  );

  test.each([
    ["orders", { customers: 5, orders: 4 }],
    ["allCustomers", { customers: 5, orders: 6, allCustomers: 4 }],
    ["ordersSquared", { customers: 2, orders: 10, ordersSquared: 49 }],
  ])("counts that contradict each other are refused by name: %s", (member, counts) => {
    const typed = counts as PurchaseFrequencyCountsInput; // a number may be written for a sum
    expect(() => purchaseFrequencyFromCounts(typed)).toThrow(
      refusal("counts-inconsistent", member),
    );
  });

  for (const { id, inputs, expected } of publishedExamples("purchaseFrequency")) {
    test(`${id} as published`, () => {
      const counts = inputs as unknown as PurchaseFrequencyCountsInput; // of the members it names
      expect(purchaseFrequencyFromCounts(counts).value).toBeCloseTo(expected, 9);
    });
  }

  const purchases = fc.array(
    fc.tuple(fc.constantFrom("ann", "bob", "cleo", "dan"), fc.integer({ min: 0, max: 120 })),
    { minLength: 1, maxLength: 20 },
  );

  test("exposure is what a list of days, customer by customer, comes to", () => {
    fc.assert(
      fc.property(purchases, fc.nat(90), (rows, from) => {
        const until = from + 30;
        const orders = rows.map(([customerId, after], orderId) => ({
          ...{ orderId, customerId, date: dayText(after), amount: 1 },
        }));
        const period = { start: dayText(from), end: dayText(until) };
        const own = ["ann", "bob", "cleo", "dan"]
          .map((who) => rows.flatMap(([id, day]) => (id === who && day < until ? [day] : [])))
          .filter((days) => days.length > 0)
          .map((days) => days.sort((a, b) => a - b));
        let [customerDays, repeatOrders] = [0, 0];
        for (const days of own) {
          for (let day = from; day < until; day += 1) if (day >= (days[0] ?? 0)) customerDays += 1;
          repeatOrders += days.slice(1).filter((day) => day >= from).length;
        }
        const { counts } = purchaseFrequency(orders, { period, method: "per-customer-year" });
        expect(counts).toMatchObject({ allCustomers: own.length, customerDays, repeatOrders });
        expect(counts.exposureSums?.xy === "0" || repeatOrders > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("every form's interval contains its value", () => {
    const rows = Array.from({ length: 60 }, (_, who) =>
      Array.from({ length: 1 + (who % 4) }, (__, at) => ({
        ...{ orderId: `${who}-${at}`, customerId: who, amount: 1 },
        date: dayText((who * 7 + at * 31) % 300),
      })),
    ).flat();
    for (const { result } of purchaseFrequencyVariants(rows, { period: "2025" }).variants) {
      expect(result.interval?.lower).toBeLessThan(result.value ?? 0);
      expect(result.interval?.upper).toBeGreaterThan(result.value ?? 0);
    }
  });
});

describe("purchaseFrequencyVariants", () => {
  test("sets the forms side by side, each with its reason", () => {
    const { variants } = purchaseFrequencyVariants(ORDERS, { period: "2025-02" });
    expect(variants.map(({ variant, difference }) => [variant, difference])).toEqual([
      ["per-buyer", "The default: only customers who ordered are counted."],
      ["per-all-customers", "Counts 1 customer more, who did not order in the period."],
      [
        "annualised",
        "Takes 28 days for a year like all others: customers who ordered in them are those who order often.",
      ],
      [
        "per-customer-year",
        "Sets 2 orders after the first against 66 days as customers, also of those who did not order.",
      ],
    ]);
  });

  test("names what typed counts cannot answer", () => {
    const { notComputed } = purchaseFrequencyVariantsFromCounts({ customers: 240, orders: 600 });
    expect(notComputed.map(({ variant }) => variant)).toEqual([
      ...["per-all-customers", "annualised", "per-customer-year"],
    ]);
  });
});
