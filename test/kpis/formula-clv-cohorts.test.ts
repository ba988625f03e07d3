import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formulaClvCounts } from "../../src/counts.ts";
import {
  averageOrderValue,
  averageOrderValueVariants,
  averageOrderValueVariantsFromCounts,
  type Cohort,
  formulaClv,
  formulaClvFromCounts,
  formulaClvVariants,
  historicalClvByAge,
} from "../../src/index.ts";
import { anyOrders } from "../support/random-sources.ts";
import "../support/seed.ts";

const EUR = { currency: "EUR" };
const CURVE = { ...EUR, formula: "cohort-curve" } as const;

const cohorts: readonly Cohort[] = [
  { cohort: "2025-01", size: 100, active: [100, 60, 40], revenue: [1000, 600, 500] },
  { cohort: "2025-02", size: 50, active: [50, 20, null], revenue: [800, 300, null] },
];

describe("formulaClv of rows of cohorts", () => {
  test("what customers brought by age, over those acquired, discounted", () => {
    const { exact, explanation } = formulaClv(cohorts, { ...CURVE, discount: 0 });
    expect(exact).toBe("23"); // 1800/150 + 900/150 + 500/100
    expect(explanation.sentence).toMatch(/^With what 150 customers of cohorts brought by age/);
    const discounted = formulaClv(cohorts, { ...CURVE, discount: 0.25, margin: 0.5 });
    expect(discounted.exact).toBe("10"); // 6 + 3/1.25 + 2.5/1.5625
  });

  test("or a profit of each customer still there", () => {
    const { value, explanation } = formulaClv(cohorts, { ...CURVE, discount: 0, profit: 10 });
    expect(value).toBeCloseTo(10 * (1 + 80 / 150 + 40 / 100), 12);
    expect(
      explanation.symbols.find(({ name }) => name === "customers left at age 1"),
    ).toMatchObject({
      ...{ kind: "count", value: 80 },
    });
  });

  test("without discount, the value of one cohort is its historical value at the last age", () => {
    const values = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 500 }), (revenue, size) => {
        const rows = [{ cohort: "2025-01", size, active: [size], revenue }];
        const { points } = historicalClvByAge(rows, { ...EUR, every: "month" });
        const { value } = formulaClv(rows, { ...CURVE, discount: 0 });
        expect(value).toBeCloseTo(points.at(-1)?.value ?? Number.NaN, 9);
      }),
    );
  });

  test("says that it is revenue, of how few, and that it has no interval", () => {
    const few = [{ cohort: "2025-01", size: 4, active: [4, 2], revenue: [40, 10] }];
    const codes = (options: object) =>
      formulaClv(few, { ...CURVE, discount: 0, ...options }).warnings.map(({ code }) => code);
    expect(codes({})).toEqual(["small-sample", "revenue-not-margin", "no-interval"]);
    expect(codes({ margin: 0.2 })).toEqual(["small-sample", "no-interval"]);
  });

  test("cohorts without customers give no value", () => {
    const none = [{ cohort: "2025-01", size: 0, active: [0], revenue: [0] }];
    expect(formulaClv(none, { ...CURVE, discount: 0 }).reason).toBe("no-customers");
  });

  test("what the curve needs, and what it cannot take, is named", () => {
    const ask = (options: object) => () => formulaClv(cohorts, { ...EUR, ...options });
    expect(ask({ discount: 0 })).toThrow(/`formula` must be "cohort-curve" for rows of cohorts/);
    expect(ask({ formula: "cohort-curve" })).toThrow(/`discount` must be given/);
    expect(ask({ ...CURVE, discount: 0, period: "2025" })).toThrow(/`period` must be absent/);
    const bare = [{ cohort: "2025-01", size: 4, active: [4] }];
    expect(() => formulaClv(bare, { ...CURVE, discount: 0 })).toThrow(/`profit` must be given/);
    const orders = [{ customerId: "a", date: "2025-01-01", amount: 1 }];
    expect(() => formulaClv(orders, { ...EUR, period: "2025", discount: 0.1 })).toThrow(
      /`discount` must be absent for orders/,
    );
  });

  test("stands alone among the variants", () => {
    const { variants, notComputed } = formulaClvVariants(cohorts, { ...EUR, discount: 0 });
    expect(variants.find(({ variant }) => variant === "cohort-curve")?.exact).toBe("23");
    expect(notComputed.map(({ variant }) => variant)).not.toContain("cohort-curve");
  });
});

describe("formulaClvFromCounts", () => {
  test("counts of numbers, orders and cohorts give what their sources give", () => {
    const numbers = { profit: 100, retention: 0.8, discount: 0.1 };
    expect(formulaClvFromCounts(formulaClvCounts(numbers, EUR))).toEqual(formulaClv(numbers, EUR));
    const ofCohorts = formulaClvCounts(cohorts, { ...EUR, discount: 0.01 });
    expect(formulaClvFromCounts(ofCohorts, { formula: "cohort-curve" })).toEqual(
      formulaClv(cohorts, { ...CURVE, discount: 0.01 }),
    );
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const asked = { ...EUR, period: "2024-Q3", annualDiscountRate: 0.1 };
        const counts = formulaClvCounts(orders, asked);
        const again = formulaClvFromCounts(JSON.parse(JSON.stringify(counts)));
        const usual = formulaClv(orders, asked);
        expect([again.exact, again.reason]).toEqual([usual.exact, usual.reason]);
      }),
    );
  });

  test("what the formula lacks is no value, not an exception", () => {
    const counts = formulaClvCounts({ profit: 100, churn: 0.2 }, EUR);
    expect(formulaClvFromCounts(counts).reason).toBe("missing-count");
    expect(formulaClvFromCounts(counts, { formula: "arpa-over-churn" }).value).toBe(500);
  });

  test("counts that contradict themselves are refused by name", () => {
    const orders = [{ customerId: "a", date: "2025-01-01", amount: 1 }];
    const counts = formulaClvCounts(orders, { ...EUR, period: "2025" });
    const ask = (change: object) => () => formulaClvFromCounts({ ...counts, ...change } as never);
    expect(ask({ retainedCustomers: 7 })).toThrow(/`retainedCustomers` must be at most the 0/);
    expect(ask({ revenue: "much" })).toThrow(/`revenue`/);
    expect(ask({ customers: null })).toThrow(/`customers` must be given/);
    expect(() => formulaClvFromCounts(null as never)).toThrow(/`counts`/);
    const numbers = formulaClvCounts(cohorts, { ...EUR, discount: 0 });
    const curve = { ...numbers, revenueByAge: [["1", 0.5]] } as never;
    expect(() => formulaClvFromCounts(curve)).toThrow(/revenueByAge/);
  });
});

describe("averageOrderValueVariantsFromCounts", () => {
  test("counts of each basis give the variants of the rows", () => {
    const rows = [
      { orderId: 1, customerId: "a", date: "2025-01-01", amount: 18, discount: 2 },
      { orderId: 2, customerId: "b", date: "2025-01-31", amount: 20 },
      { refundOf: 2, customerId: "b", date: "2025-02-03", amount: 5, type: "refund" as const },
    ];
    const asked = { ...EUR, period: "2025-01" };
    const { counts: net } = averageOrderValue(rows, asked);
    const { counts: gross } = averageOrderValue(rows, { ...asked, basis: "gross" });
    const { counts: byOrder } = averageOrderValue(rows, { ...asked, refundDate: "order" });
    const made = averageOrderValueVariantsFromCounts({
      ...{ net, gross, "net-refunds-by-order": byOrder },
    });
    const told = made.variants.map(({ variant, exact }) => [variant, exact]);
    expect(told).toEqual([
      ...[["net", "19"]],
      ...[["gross", "20"]],
      ...[["net-refunds-by-order", "16.5"]],
    ]);
    const usual = averageOrderValueVariants(rows, asked).variants;
    expect(told).toEqual(usual.map(({ variant, exact }) => [variant, exact]));
  });

  test("counts of another basis than named, or none of the default, are refused", () => {
    const { counts } = averageOrderValue([], { ...EUR, basis: "gross" });
    expect(() => averageOrderValueVariantsFromCounts({ net: counts })).toThrow(
      /`basis` must be "gross"/,
    );
    expect(() => averageOrderValueVariantsFromCounts({} as never)).toThrow(/`net` must be given/);
  });
});
