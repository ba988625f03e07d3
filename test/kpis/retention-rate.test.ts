import { describe, expect, test } from "vitest";
import {
  type Cohort,
  type RetentionCountsInput,
  type RetentionQuestion,
  retentionRate,
  retentionRateFromCounts,
  retentionRateVariants,
  retentionRateVariantsFromCounts,
} from "../../src/index.ts";
import { ordersOf, subscriptionsOf } from "../support/orders-of.ts";
import { publishedExamples } from "../support/published.ts";
import { refusal } from "../support/refusal.ts";

/** 1000 customers; 500 join; 50 of the old and 12 of the new ones leave. */
const MONTH: RetentionCountsInput = {
  ...{ customersAtStart: 1000, newCustomers: 500, customersAtEnd: 1438 },
  ...{ lostStarters: 50, lostCustomers: 62 },
};

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

describe("retentionRateFromCounts", () => {
  test.each([
    ["cohort", "0.95"],
    ["counts", "0.938"],
    ["end-over-start", "1.438"],
    ["repeat-active", "0.95"],
  ] as const)("one month by %s is %s", (method, exact) => {
    const result = retentionRateFromCounts(MONTH, { method });
    expect([result.variant, result.exact]).toEqual([method, exact]);
  });

  test("without knowing who was kept, totals stand in, and Wilson's interval is theirs", () => {
    const { variant, value, interval } = retentionRateFromCounts({
      ...{ customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 250 },
    });
    expect([variant, value, interval?.method]).toEqual(["counts", 0.85, "wilson"]);
  });

  test("nobody at the start is no value, and not 0", () => {
    const result = retentionRateFromCounts({ customersAtStart: 0, retainedCustomers: 0 });
    expect(result).toMatchObject({ status: "no-value", reason: "no-customers-at-start" });
  });

  test("E − N above S says that customers came back, and has no interval", () => {
    const result = retentionRateFromCounts({
      ...{ customersAtStart: 100, customersAtEnd: 130, newCustomers: 10 },
    });
    expect(result.value).toBe(1.2);
    expect(result.interval).toBeNull();
    expect(codes(result)).toEqual(["reactivations-inflate", "no-interval"]);
  });

  test("those who came back are taken off unless they are to be included", () => {
    const counts = {
      ...{ customersAtStart: 100, customersAtEnd: 130, newCustomers: 10, returnedCustomers: 30 },
    };
    expect(retentionRateFromCounts(counts).exact).toBe("0.9");
    const inclusive = retentionRateFromCounts(counts, { reactivated: "include" });
    expect([inclusive.variant, inclusive.exact]).toEqual(["counts-with-returned", "1.2"]);
  });

  test("end over start is always warned of", () => {
    const result = retentionRateFromCounts(MONTH, { method: "end-over-start" });
    expect(codes(result)).toEqual(["new-customers-included", "no-interval"]);
    expect(result.explanation.formula).toBe(
      "end over start = customers at end ÷ customers at start",
    );
  });

  test("a form that needs a number which is not given has no value and says which", () => {
    const result = retentionRateFromCounts(
      { customersAtStart: 10, retainedCustomers: 8 },
      { method: "end-over-start" },
    );
    expect(result).toMatchObject({ status: "no-value", reason: "missing-count" });
    expect(result.explanation.sentence).toMatch(/how many customers at end/);
  });

  test.each([
    ["newCustomers", { customersAtStart: 10, customersAtEnd: 3, newCustomers: 5 }],
    [
      "returnedCustomers",
      { customersAtStart: 10, customersAtEnd: 8, newCustomers: 5, returnedCustomers: 4 },
    ],
    ["retainedCustomers", { customersAtStart: 10, retainedCustomers: 11 }],
    ["lostStarters", { customersAtStart: 10, lostStarters: 11 }],
    ["lostStarters", { customersAtStart: 10, retainedCustomers: 5, lostStarters: 4 }],
    ["lostCustomers", { customersAtStart: 10, retainedCustomers: 5, lostCustomers: 4 }],
    [
      "voluntaryLostStarters",
      { customersAtStart: 10, retainedCustomers: 8, voluntaryLostStarters: 3 },
    ],
  ])("counts that contradict each other are refused by name: %s", (member, counts) => {
    expect(() => retentionRateFromCounts(counts)).toThrow(refusal("counts-inconsistent", member));
  });

  for (const { id, inputs, expected } of publishedExamples("retentionRate")) {
    test(`${id} as published`, () => {
      const counts = inputs as unknown as RetentionCountsInput; // of the members it names
      expect(retentionRateFromCounts(counts).value).toBeCloseTo(expected, 9);
    });
  }
});

describe("retentionRate of orders", () => {
  const orders = ordersOf(
    ...["ann 2025-01-10", "bob 2025-01-20", "cleo 2024-12-01"],
    ...["ann 2025-04-02", "cleo 2025-05-01", "dan 2025-05-05"],
  );
  const q2 = (question: Partial<RetentionQuestion> = {}) =>
    retentionRate(orders, { period: "2025-Q2", ...question });

  test("asks who of the buyers of the period before bought in this one", () => {
    const { counts, exact, variant } = q2();
    expect([variant, exact]).toEqual(["cohort", "0.5"]);
    expect(counts).toMatchObject({
      ...{ customersAtStart: 2, retainedCustomers: 1, customersAtEnd: 3 },
      ...{ newCustomers: 1, returnedCustomers: 1, lostCustomers: 1 },
    });
  });

  test("by counts, those won back are taken off, or kept where asked", () => {
    expect(q2({ method: "counts" }).exact).toBe("0.5");
    expect(q2({ reactivated: "include" }).exact).toBe("1");
    expect(q2({ method: "end-over-start" }).exact).toBe("1.5");
  });

  test("repeat-active is the same question, as long as no age of the last order is given", () => {
    expect(q2({ method: "repeat-active" }).exact).toBe(q2().exact);
  });

  test("with inactiveAfterDays, a customer is whose last order is younger", () => {
    const rows = ordersOf("ann 2025-03-02", "bob 2025-03-01", "ann 2025-04-30");
    const at = (inactiveAfterDays: number) =>
      retentionRate(rows, { period: "2025-04", inactiveAfterDays }).counts;
    // On 1 April the order of 2 March is 30 days old, that of 1 March 31.
    expect(at(29)).toMatchObject({ customersAtStart: 0, customersAtEnd: 1 });
    expect(at(30)).toMatchObject({ customersAtStart: 1, retainedCustomers: 1 });
    expect(at(31)).toMatchObject({ customersAtStart: 2, retainedCustomers: 1, lostCustomers: 1 });
    // Ann on the 1st and on the 30th, Bob on no day: 1 April is out of his 31.
    expect(at(31)).toMatchObject({ customerDays: 2, periodDays: 30 });
  });

  test.each([
    ["recognise", { recognise: "cancelled" }],
    ["baseline", { inactiveAfterDays: 30, baseline: "2025-Q1" }],
    ["method", { inactiveAfterDays: 30, method: "repeat-active" }],
    ["reactivated", { method: "cohort", reactivated: "include" }],
    ["inactiveAfterDays", { inactiveAfterDays: 0 }],
    ["inactiveAfterDays", { inactiveAfterDays: 1.5 }],
  ] as const)("options that do not go together are refused by name: %s", (option, question) => {
    expect(() => q2(question)).toThrow(refusal("option-out-of-range", option));
  });

  test("a misspelt option is refused with the right one", () => {
    // @ts-expect-error TS2353: there is no such option.
    expect(() => q2({ inactiveAfter: 30 })).toThrow(/Did you mean `inactiveAfterDays`/);
  });
});

describe("retentionRate of subscriptions", () => {
  const april = (lines: readonly string[], question: Partial<RetentionQuestion> = {}) =>
    retentionRate(subscriptionsOf(...lines), { period: "2025-04", ...question });

  test("one that ends as the period starts was active at its start and is lost within", () => {
    const { counts } = april(["ann 2025-01-01 2025-04-01"]);
    expect(counts).toMatchObject({ customersAtStart: 1, retainedCustomers: 0, lostCustomers: 1 });
  });

  test("one that ends as the period ends is kept in it, and lost in the next", () => {
    expect(april(["ann 2025-01-01 2025-05-01"]).value).toBe(1);
  });

  test("one that starts as the period starts is new in it", () => {
    const { counts } = april(["ann 2025-04-01"]);
    expect(counts).toMatchObject({ customersAtStart: 0, newCustomers: 1, customersAtEnd: 1 });
  });

  test("one renewed without a gap is one customer all along", () => {
    const { counts } = april(["ann 2025-01-01 2025-04-15", "ann 2025-04-15"]);
    expect(counts).toMatchObject({ customersAtStart: 1, retainedCustomers: 1, lostCustomers: 0 });
    expect(counts.customerDays).toBe(30);
  });

  test("one of two cancelled is no loss, and overlapping days count once", () => {
    const { counts } = april(["ann 2025-01-01 2025-04-15", "ann 2025-04-10"]);
    expect(counts).toMatchObject({ retainedCustomers: 1, lostCustomers: 0, customerDays: 30 });
  });

  test("left and back within the period is kept; back from before it is returned", () => {
    const { counts } = april([
      ...["ann 2025-01-01 2025-04-05", "ann 2025-04-20"],
      ...["bob 2024-01-01 2024-06-01", "bob 2025-04-03"],
    ]);
    expect(counts).toMatchObject({
      ...{ customersAtStart: 1, retainedCustomers: 1, customersAtEnd: 2 },
      ...{ newCustomers: 0, returnedCustomers: 1, lostCustomers: 0 },
    });
  });

  test("trials are no customers", () => {
    const trial = [{ customerId: "ann", start: "2025-01-01", mrr: 0, trial: true }];
    const { counts } = retentionRate(trial, { period: "2025-04" });
    expect(counts).toMatchObject({ customersAtStart: 0, customersAtEnd: 0, customerDays: 0 });
  });

  describe("cancelled on 20 March, paid until 20 April", () => {
    const ended = { customerId: "ann", start: "2025-01-01", mrr: 10, cancelledAt: "2025-03-20" };
    const lostIn = (end: string | null, recognise: RetentionQuestion["recognise"]) =>
      ["2025-03", "2025-04", "2025-05"].filter((period) => {
        const rows = [{ ...ended, end }];
        const question = recognise === undefined ? { period } : { period, recognise };
        return retentionRate(rows, question).counts.lostCustomers === 1;
      });

    test.each([
      [undefined, ["2025-04"]],
      ["period-end", ["2025-04"]],
      ["cancelled", ["2025-03"]],
      ["scheduled", ["2025-03"]],
    ] as const)("by %s is lost in %s", (recognise, months) => {
      expect(lostIn("2025-04-20", recognise)).toEqual(months);
    });

    test.each([
      ["period-end", []],
      ["cancelled", []],
      ["scheduled", ["2025-03"]],
    ] as const)("with no end yet, by %s is lost in %j", (recognise, months) => {
      expect(lostIn(null, recognise)).toEqual(months);
    });
  });

  test("a rule that needs `cancelledAt` has no value where no row has it", () => {
    const result = april(["ann 2025-01-01"], { recognise: "cancelled" });
    expect(result).toMatchObject({ status: "no-value", reason: "missing-column" });
    expect(result.explanation.sentence).toMatch(/No row says when it was cancelled/);
  });

  test.each([
    ["baseline", { baseline: "2025-Q1" }],
    ["inactiveAfterDays", { inactiveAfterDays: 30 }],
    ["method", { method: "repeat-active" }],
  ] as const)("an option of orders is refused by name: %s", (option, question) => {
    expect(() => april(["ann 2025-01-01"], question)).toThrow(
      refusal("option-out-of-range", option),
    );
  });
});

describe("retentionRate of cohorts", () => {
  const cohorts: readonly Cohort[] = [
    { cohort: "2025-01", size: 100, active: [100, 80, 70] },
    { cohort: "2025-02", size: 50, active: [50, 45, null] },
    { cohort: "2025-03", size: 60, active: [60] },
  ];

  test("all who were active in the period before are the start, whatever their age", () => {
    const { counts, exact } = retentionRate(cohorts, { period: "2025-03" });
    expect(counts).toMatchObject({
      ...{ customersAtStart: 130, retainedCustomers: 115 },
      ...{ customersAtEnd: 175, newCustomers: 60 },
    });
    expect(Number(exact)).toBeCloseTo(115 / 130, 15);
  });

  test("a cohort not observed in both periods is left out", () => {
    const { counts } = retentionRate(cohorts, { period: "2025-04" });
    expect(counts.customersAtStart).toBe(0);
  });

  test("where more are active than before, someone came back, and totals stand in", () => {
    const rows = [{ cohort: "2025-01", size: 100, active: [100, 60, 70] }];
    const result = retentionRate(rows, { period: "2025-03" });
    expect(result.variant).toBe("counts");
    expect(codes(result)).toContain("reactivations-inflate");
  });

  test("a period of another length is refused", () => {
    expect(() => retentionRate(cohorts, { period: "2025-Q1" })).toThrow(
      refusal("option-out-of-range", "period"),
    );
  });

  test("options of other rows are refused by name", () => {
    const question = { period: "2025-03", inactiveAfterDays: 30 };
    expect(() => retentionRate(cohorts, question)).toThrow(
      refusal("option-out-of-range", "inactiveAfterDays"),
    );
  });
});

describe("retentionRateVariants", () => {
  test("sets the forms of one month side by side, the default first, each with its reason", () => {
    const { kind, kpi, variants, notComputed } = retentionRateVariantsFromCounts(MONTH);
    expect([kind, kpi]).toEqual(["variants", "retentionRate"]);
    expect(variants.map(({ variant, isDefault, exact }) => [variant, isDefault, exact])).toEqual([
      ["cohort", true, "0.95"],
      ["counts", false, "0.938"],
      ["end-over-start", false, "1.438"],
    ]);
    expect(variants[1]?.difference).toBe(
      "Takes off 12 customers who joined and left within the period.",
    );
    expect(variants[2]?.difference).toMatch(/488 at the end who were not there at the start/);
    expect(notComputed.map(({ variant }) => variant)).toEqual(["repeat-active"]);
  });

  test("of orders with inactiveAfterDays, buying in both periods stands beside the age of the last order", () => {
    const rows = ordersOf("ann 2025-01-09", "bob 2025-03-20", "bob 2025-05-05", "ann 2025-06-30");
    const { variants } = retentionRateVariants(rows, { period: "2025-Q2", inactiveAfterDays: 30 });
    expect(variants.map(({ variant, value }) => [variant, value])).toEqual([
      ["cohort", 0],
      ["counts", 0],
      ["counts-with-returned", 1],
      ["end-over-start", 1],
      ["repeat-active", 1],
    ]);
  });

  test("without customers at the start the default is listed without a value", () => {
    const { variants, notComputed } = retentionRateVariants([], { period: "2025-Q2" });
    expect(variants).toMatchObject([{ variant: "cohort", value: null }]);
    expect(notComputed.every(({ reason }) => /no customers/.test(reason))).toBe(true);
  });
});
