import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type RepeatCustomerCountsInput,
  type RepeatCustomerQuestion,
  repeatCustomerRate,
  repeatCustomerRateFromCounts,
  repeatCustomerRateVariants,
  repeatCustomerRateVariantsFromCounts,
  timeToSecondOrder,
  timeToSecondOrderFromCounts,
} from "../../src/index.ts";
import { dayText } from "../support/day-text.ts";
import { ordersOf } from "../support/orders-of.ts";
import { publishedExamples } from "../support/published.ts";
import { refusal } from "../support/refusal.ts";

/** Ann twice in February, Bob once in January and once in February, Cleo and Dan once. */
const ORDERS = ordersOf(
  ...["bob 2025-01-20", "dan 2025-01-05"],
  ...["ann 2025-02-01", "ann 2025-02-21", "bob 2025-02-10", "cleo 2025-02-28"],
);

const february = (question: RepeatCustomerQuestion) =>
  repeatCustomerRate(ORDERS, { period: "2025-02", asOf: "2025-04-01", ...question });

describe("repeatCustomerRate", () => {
  test.each([
    ["in-period", 1, 3],
    ["returning", 2, 3],
    ["lifetime", 2, 4],
  ] as const)("by %s: %i of %i", (method, repeatCustomers, customers) => {
    const { counts, variant, value } = february({ method });
    expect(variant).toBe(method);
    expect(counts).toMatchObject({ repeatCustomers, customers });
    expect(value).toBe(repeatCustomers / customers);
  });

  test("by cohort everybody acquired in the period has the same time to return", () => {
    const cohort = (windowDays: number) => february({ method: "cohort", windowDays }).counts;
    // Ann came back after 20 days; Cleo has been watched for 31 of them.
    expect(cohort(19)).toMatchObject({ customers: 2, repeatCustomers: 0, youngCustomers: 0 });
    expect(cohort(20)).toMatchObject({ customers: 2, repeatCustomers: 1, youngCustomers: 0 });
    expect(cohort(31)).toMatchObject({ customers: 2, repeatCustomers: 1, youngCustomers: 0 });
    expect(cohort(32)).toMatchObject({ customers: 1, repeatCustomers: 1, youngCustomers: 1 });
  });

  test("a second order after the period counts for its cohort", () => {
    const question = { period: "2025-01", method: "cohort", windowDays: 45 } as const;
    const { counts } = repeatCustomerRate(ORDERS, question);
    expect(counts).toMatchObject({ customers: 1, repeatCustomers: 0, youngCustomers: 1 });
    const later = repeatCustomerRate(ORDERS, { ...question, asOf: "2025-04-01" });
    expect(later.counts).toMatchObject({ customers: 2, repeatCustomers: 1, youngCustomers: 0 });
    expect(later.explanation.sentence).toMatch(
      /^Of the 2 customers whose first order was in 2025-01, 1 ordered again within 45 days/,
    );
  });

  test("two orders of one day are two orders", () => {
    expect(repeatCustomerRate(ordersOf("ann 2025-01-01", "ann 2025-01-01")).value).toBe(1);
  });

  test("an order refunded in full is none, unless it is to count", () => {
    const [first, second] = ordersOf("ann 2025-01-01", "ann 2025-01-05");
    if (!first || !second) throw new Error("two orders were made");
    const rows = [first, second, { ...second, type: "refund" as const, date: "2025-01-06" }];
    expect(repeatCustomerRate(rows).value).toBe(0);
    expect(repeatCustomerRate(rows, { countFullyRefunded: true }).value).toBe(1);
  });

  test.each(["in-period", "returning", "lifetime"] as const)(
    "nobody asked about is no value by %s",
    (method) => {
      expect(repeatCustomerRate([], { method })).toMatchObject({ reason: "no-customers" });
    },
  );

  test("a window has no default and belongs to the cohort", () => {
    expect(() => february({ method: "cohort" })).toThrow(refusal("option-missing", "windowDays"));
    expect(() => february({ windowDays: 30 })).toThrow(
      refusal("option-out-of-range", "windowDays"),
    );
  });

  for (const { id, inputs, expected } of publishedExamples("repeatPurchaseRate")) {
    test(`${id} as published`, () => {
      const counts = inputs as unknown as RepeatCustomerCountsInput; // of the members it names
      expect(repeatCustomerRateFromCounts(counts).value).toBeCloseTo(expected, 9);
    });
  }

  const purchases = fc.array(
    fc.tuple(fc.constantFrom("ann", "bob", "cleo", "dan"), fc.integer({ min: 0, max: 120 })),
    { maxLength: 20 },
  );

  test("every form agrees with a list made by hand", () => {
    fc.assert(
      fc.property(purchases, fc.nat(90), fc.integer({ min: 1, max: 60 }), (rows, from, days) => {
        const until = from + 30;
        const complete = 130;
        const question = {
          period: { start: dayText(from), end: dayText(until) },
          asOf: dayText(complete),
        };
        const orders = rows.map(([customerId, after], orderId) => ({
          ...{ orderId, customerId, date: dayText(after), amount: 1 },
        }));
        const own = ["ann", "bob", "cleo", "dan"].map((who) =>
          rows.flatMap(([id, day]) => (id === who ? [day] : [])).sort((a, b) => a - b),
        );
        const within = (all: readonly number[]) => all.filter((day) => day >= from && day < until);
        const before = (all: readonly number[]) => all.filter((day) => day < until);
        const count = (test: (all: readonly number[]) => boolean) => own.filter(test).length;
        const counted = (method: RepeatCustomerQuestion["method"] & string, windowDays?: number) =>
          repeatCustomerRate(orders, {
            ...question,
            method,
            ...(windowDays === undefined ? {} : { windowDays }),
          }).counts;
        expect(counted("in-period")).toMatchObject({
          customers: count((all) => within(all).length > 0),
          repeatCustomers: count((all) => within(all).length > 1),
        });
        expect(counted("returning")).toMatchObject({
          customers: count((all) => within(all).length > 0),
          repeatCustomers: count((all) => within(all).length > 0 && before(all).length > 1),
        });
        expect(counted("lifetime")).toMatchObject({
          customers: count((all) => before(all).length > 0),
          repeatCustomers: count((all) => before(all).length > 1),
        });
        const acquired = ([first = -1]: readonly number[]) => first >= from && first < until;
        const watched = ([first = 0]: readonly number[]) => first + days < complete;
        expect(counted("cohort", days)).toMatchObject({
          customers: count((all) => acquired(all) && watched(all)),
          repeatCustomers: count(
            (all) => acquired(all) && watched(all) && (all[1] ?? 999) - (all[0] ?? 0) <= days,
          ),
          youngCustomers: count((all) => acquired(all) && !watched(all)),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("a longer window never lowers the share of those watched for the longer one", () => {
    const rows = ordersOf("ann 2025-01-01", "ann 2025-01-31", "bob 2025-01-02", "bob 2025-03-20");
    const shares = [10, 30, 60, 90].map(
      (windowDays) =>
        repeatCustomerRate(rows, { method: "cohort", windowDays, asOf: "2025-12-31" }).value,
    );
    expect(shares).toEqual([0, 0.5, 0.5, 1]);
  });
});

describe("repeatCustomerRateVariants", () => {
  test("sets the forms side by side, each with its reason", () => {
    const { variants, notComputed } = repeatCustomerRateVariants(ORDERS, {
      ...{ period: "2025-02", asOf: "2025-04-01", windowDays: 30 },
    });
    expect(variants.map(({ variant, difference }) => [variant, difference])).toEqual([
      ["in-period", "The default: two orders or more, both in the period."],
      ["returning", "Counts 1 customer more: with one order in the period and another before it."],
      [
        "lifetime",
        "Looks at all 4 customers so far and all their orders: 1 did not order in the period.",
      ],
      [
        "cohort",
        "Looks at 2 customers acquired in the period and gives each the same 30 days to return.",
      ],
    ]);
    expect(notComputed).toEqual([]);
  });

  test("without a window the cohort is named as not computed", () => {
    const { notComputed } = repeatCustomerRateVariants(ORDERS);
    expect(notComputed).toMatchObject([{ variant: "cohort" }]);
  });

  test("counts of one method are not measured as another", () => {
    const { counts } = february({ method: "lifetime" });
    expect(() => repeatCustomerRateVariantsFromCounts({ "in-period": counts })).toThrow(
      refusal("option-out-of-range", "method"),
    );
    expect(repeatCustomerRateFromCounts(counts).variant).toBe("lifetime");
  });
});

describe("timeToSecondOrder", () => {
  test("is the day by which half have come back, those not back yet included", () => {
    // Ann back after 20 days, Bob after 21; Cleo and Dan not so far.
    const result = timeToSecondOrder(ORDERS, { asOf: "2025-04-01" });
    expect(result.counts).toMatchObject({
      secondOrders: [
        [20, 1],
        [21, 1],
      ],
      oneOrder: [
        [31, 1],
        [85, 1],
      ],
    });
    expect(result.value).toBe(21);
    expect(result.explanation.sentence).toMatch(/half come back within 21.0 days/);
  });

  test("has no value while fewer than half have come back", () => {
    const result = timeToSecondOrder(ordersOf("ann 2025-01-01", "bob 2025-01-02"));
    expect(result).toMatchObject({ status: "no-value", reason: "not-reached" });
    expect(timeToSecondOrder([])).toMatchObject({ reason: "no-customers" });
  });

  test("has no interval while its upper limit lies ahead", () => {
    const { interval, warnings } = timeToSecondOrderFromCounts({
      secondOrders: [[5, 2]],
      oneOrder: [[9, 2]],
    });
    expect(interval).toBeNull();
    expect(warnings).toContainEqual(expect.objectContaining({ because: "limit-not-reached" }));
  });

  test("has the interval of Brookmeyer and Crowley otherwise", () => {
    // Forty customers, one back on each day: half by day 20.
    const days = Array.from({ length: 40 }, (_, at) => [at + 1, 1] as const);
    const { value, interval } = timeToSecondOrderFromCounts({ secondOrders: days, oneOrder: [] });
    expect(value).toBe(20);
    expect(interval).toMatchObject({ lower: 14, upper: 26, method: "brookmeyer-crowley" });
  });
});
