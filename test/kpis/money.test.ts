import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  averageOrderValueFromCounts,
  averageOrderValueVariants,
  churnRateFromCounts,
  convertChurnRate,
  type FormulaClvFormQuestion,
  formulaClv,
  formulaClvVariants,
  historicalClv,
  historicalClvFromCounts,
  historicalClvVariants,
  historicalClvVariantsFromCounts,
  ordersLedger,
  type Transaction,
} from "../../src/index.ts";
import { refusalOf } from "../support/refusal-of.ts";

const EUR = { currency: "EUR" };

/** `"ann 2025-01-09 20"`, `"ann 2025-01-12 -20 o1"` for a refund of o1. */
function orders(...lines: readonly string[]): readonly Transaction[] {
  return lines.map((line, at) => {
    const [customerId = "", date = "", amount = "", sale] = line.split(" ");
    return sale === undefined
      ? { orderId: `o${at}`, customerId, date, amount }
      : { type: "refund", refundOf: sale, customerId, date, amount: amount.replace("-", "") };
  });
}

describe("averageOrderValue", () => {
  test("five orders of 20, one refunded in full: 80 over 4", () => {
    const rows = orders(
      ...["a 2025-01-01 20", "b 2025-01-02 20", "c 2025-01-03 20", "d 2025-01-04 20"],
      ...["e 2025-01-05 20", "e 2025-01-09 -20 o4"],
    );
    const { counts, exact } = averageOrderValue(rows, EUR);
    expect(counts).toMatchObject({ orders: 4, revenue: "80", fullyRefundedOrders: 1, refunds: 1 });
    expect(exact).toBe("20");
  });

  test("a refund given after the period leaves the order in it", () => {
    const rows = orders("a 2025-01-31 20", "a 2025-02-01 -20 o0", "b 2025-02-03 10");
    const january = averageOrderValue(rows, { ...EUR, period: "2025-01" });
    expect(january.counts).toMatchObject({ orders: 1, revenue: "20" });
    const february = averageOrderValue(rows, { ...EUR, period: "2025-02" });
    expect(february.counts).toMatchObject({ orders: 1, revenue: "-10" });
    expect(february.warnings.map(({ code }) => code)).toContain("refunds-exceed-sales");
  });

  test("a part of the money back leaves an order, of less", () => {
    const rows = orders("a 2025-01-01 20", "a 2025-01-02 -5 o0");
    expect(averageOrderValue(rows, EUR).exact).toBe("15");
  });

  test("orders of value 0 count and are mentioned", () => {
    const result = averageOrderValue(orders("a 2025-01-01 0", "b 2025-01-02 10"), EUR);
    expect(result.exact).toBe("5");
    expect(result.explanation.assumptions.join(" ")).toMatch(/1 of the orders had a value of 0/);
  });

  test("guests' orders count, each as a customer of its own", () => {
    const rows = [
      { date: "2025-01-01", amount: 10 },
      { date: "2025-01-02", amount: 20 },
      { customerId: "a", date: "2025-01-02", amount: 30 },
    ];
    const { counts } = averageOrderValue(rows, { ...EUR, guests: "keep" });
    expect(counts).toMatchObject({ orders: 3, customers: 3, guestOrders: 2, revenue: "60" });
  });

  test("yen have no decimals, dinars three", () => {
    const yen = averageOrderValue(orders("a 2025-01-01 100"), { currency: "JPY" });
    expect(yen.explanation.sentence).toMatch(/100 JPY per order/);
    const dinar = averageOrderValue(orders("a 2025-01-01 1.25"), { currency: "KWD" });
    expect(dinar.explanation.sentence).toMatch(/1\.250 KWD per order/);
  });

  test("sums beyond what a double holds stay exact", () => {
    const rows = orders("a 2025-01-01 9007199254740993.01", "b 2025-01-01 0.01");
    expect(averageOrderValue(rows, EUR).exact).toBe("4503599627370496.51");
  });

  test("without any currency the option is named", () => {
    const error = refusalOf(() => averageOrderValue(orders("a 2025-01-01 1")));
    expect(error.issues[0]).toMatchObject({ code: "currency-missing", option: "currency" });
  });

  test("a ledger can be asked again, but not in another currency", () => {
    const ledger = ordersLedger(orders("a 2025-01-01 1"), EUR);
    expect(averageOrderValue(ledger).value).toBe(1);
    const error = refusalOf(() => averageOrderValue(ledger, { currency: "USD" }));
    expect(error.issues[0]?.option).toBe("currency");
  });

  test("no orders: no value", () => {
    expect(averageOrderValue([], EUR)).toMatchObject({ status: "no-value", reason: "no-orders" });
  });

  test("totals typed by hand have a value and say why they have no interval", () => {
    const result = averageOrderValueFromCounts({
      revenue: "428000",
      orders: 6240,
      currency: "EUR",
    });
    expect(result.value).toBeCloseTo(68.59, 2);
    expect(result.warnings).toMatchObject([
      { code: "no-interval", because: "counts-lack-moments" },
    ]);
  });
});

describe("averageOrderValue by other bases", () => {
  const rows: readonly Transaction[] = [
    ...["a", "b", "c", "d", "e"].map((customerId, at) => ({
      ...{ orderId: `o${at}`, customerId, date: `2025-01-0${at + 1}`, amount: 20 },
      ...{ discount: at === 0 ? 5 : 0, tax: "2.50", shipping: 4 },
    })),
    { type: "refund", refundOf: "o4", customerId: "e", date: "2025-02-09", amount: 20, tax: 2.5 },
  ];

  // Gross: (100 + 5) ÷ 5. Total: (100 + 5 × 6.50 − 22.50) ÷ 5; the shipping of 4 was not paid back.
  test.each([
    [{}, "net", "80", 4, "20"],
    [{ basis: "gross" }, "gross", "105", 5, "21"],
    [{ basis: "total" }, "total", "110", 5, "22"],
    [{ countFullyRefunded: true }, "net", "80", 5, "16"],
    [{ period: "2025-01" }, "net", "100", 5, "20"],
    [{ period: "2025-01", refundDate: "order" }, "net-refunds-by-order", "80", 4, "20"],
    [
      { period: "2025-01", basis: "total", refundDate: "order" },
      "total-refunds-by-order",
      "110",
      5,
      "22",
    ],
    [{ period: "2025-01", basis: "total" }, "total", "132.5", 5, "26.5"],
  ] as const)("%j is %s: %s over %d", (question, variant, revenue, count, exact) => {
    const result = averageOrderValue(rows, { ...EUR, ...question });
    expect(result).toMatchObject({ variant, exact, counts: { revenue, orders: count } });
  });

  test("a refund by order leaves its own period alone", () => {
    const february = averageOrderValue(rows, { ...EUR, period: "2025-02", refundDate: "order" });
    expect(february).toMatchObject({ reason: "no-orders", counts: { revenue: "0", refunds: 0 } });
  });

  test("a refund after asOf is not known yet", () => {
    const question = {
      ...EUR,
      period: "2025-01",
      refundDate: "order",
      asOf: "2025-02-05",
    } as const;
    expect(averageOrderValue(rows, question).counts).toMatchObject({ revenue: "100", orders: 5 });
  });

  test("a basis whose column no row has gives no value", () => {
    const plain = orders("a 2025-01-01 20");
    for (const basis of ["gross", "total"] as const) {
      const result = averageOrderValue(plain, { ...EUR, basis });
      expect(result).toMatchObject({ status: "no-value", reason: "missing-column" });
      expect(result.counts.revenue).toBeNull();
    }
    expect(averageOrderValue([], { ...EUR, basis: "gross" })).toMatchObject({
      reason: "no-orders",
    });
  });

  test("gross takes no refund off, so their date does not go with it", () => {
    const call = () => averageOrderValue(rows, { ...EUR, basis: "gross", refundDate: "order" });
    expect(refusalOf(call).issues[0]?.option).toBe("refundDate");
  });

  test("counts say their basis, and cannot be taken for another", () => {
    const { counts } = averageOrderValue(rows, { ...EUR, basis: "gross" });
    expect(averageOrderValueFromCounts(counts)).toMatchObject({ variant: "gross", exact: "21" });
    const call = () => averageOrderValueFromCounts(counts, { basis: "net" });
    expect(refusalOf(call).issues[0]?.option).toBe("basis");
    const typed = { revenue: 100, orders: 5, currency: "EUR" };
    expect(averageOrderValueFromCounts(typed, { basis: "total" }).variant).toBe("total");
  });

  test("variants say in numbers why they differ", () => {
    const { variants } = averageOrderValueVariants(rows, { ...EUR, period: "2025-01" });
    expect(variants.map(({ exact }) => exact)).toEqual(["20", "21", "26.5", "20", "22"]);
    expect(variants[1]?.difference).toBe(
      "Counts 105.00 EUR over 5 orders, before discounts and refunds, instead of 100.00 EUR over 5.",
    );
  });

  test("by order, periods add up to the whole whatever the day of a refund", () => {
    const by = (period?: string) =>
      averageOrderValue(rows, {
        ...{ ...EUR, refundDate: "order", basis: "total" },
        ...(period === undefined ? {} : { period }),
      }).counts.revenue;
    expect(Number(by("2025-01")) + Number(by("2025-02"))).toBe(Number(by()));
  });
});

describe("historicalClv", () => {
  const rows = orders(
    "a 2025-01-01 30",
    "b 2025-01-02 20",
    "a 2025-02-01 12.50",
    "b 2025-03-01 -5 o1",
  );

  test("is net revenue per customer, and says that it is revenue", () => {
    const result = historicalClv(rows, EUR);
    expect(result.exact).toBe("28.75");
    expect(result.warnings.map(({ code }) => code)).toContain("revenue-not-margin");
  });

  test("a margin makes it profit", () => {
    const result = historicalClv(rows, { ...EUR, margin: 0.4 });
    expect(result.exact).toBe("11.5");
    expect(result.explanation.steps[0]).toBe("57.5 × 0.4 ÷ 2");
    expect(result.warnings.map(({ code }) => code)).not.toContain("revenue-not-margin");
  });

  test("rows after asOf are left out and warned about", () => {
    const result = historicalClv(rows, { ...EUR, asOf: "2025-02-01" });
    expect(result.counts.revenue).toBe("50");
    expect(result.warnings.map(({ code }) => code)).toContain("date-in-future");
  });

  test("what a customer cost to serve and to win is taken off", () => {
    const result = historicalClv(rows, { ...EUR, margin: 0.4, costToServe: 2, cac: "4" });
    expect(result.exact).toBe("5.5");
    expect(result.explanation.steps[0]).toBe("57.5 × 0.4 ÷ 2 − 2 − 4");
    const again = historicalClvFromCounts(result.counts);
    expect(again.exact).toBe("5.5");
  });

  test("costs move the interval and leave its width", () => {
    const sums = { customers: 100, revenue: 410, revenueSquared: 2500, revenueCubed: 20_000 };
    const plain = historicalClvFromCounts(sums, EUR).interval;
    const less = historicalClvFromCounts(sums, { ...EUR, costToServe: 1, cac: 2 }).interval;
    expect((plain?.lower ?? 0) - (less?.lower ?? 0)).toBeCloseTo(3, 9);
    expect((plain?.upper ?? 0) - (less?.upper ?? 0)).toBeCloseTo(3, 9);
  });

  test("variants show revenue and value before acquisition beside it", () => {
    const { variants } = historicalClvVariants(rows, { ...EUR, margin: 0.4, cac: 4 });
    expect(variants.map(({ variant, exact }) => [variant, exact])).toEqual([
      ["mean", "7.5"],
      ["revenue", "28.75"],
      ["before-acquisition", "11.5"],
    ]);
    expect(variants[2]?.difference).toBe("Leaves out the 4.00 EUR that it cost to win a customer.");
    expect(
      historicalClvVariantsFromCounts({ customers: 4, revenue: 8 }, EUR).variants,
    ).toHaveLength(1);
  });

  test("counts typed by hand", () => {
    expect(historicalClvFromCounts({ customers: 100, revenue: 410 }, EUR).exact).toBe("4.1");
  });
});

describe("formulaClv", () => {
  test("m = 100, r = 0.8, d = 0.1 gives 266.67", () => {
    const { value, explanation } = formulaClv({ profit: 100, retention: 0.8, discount: 0.1 }, EUR);
    expect(value).toBeCloseTo(266.6667, 4);
    expect(explanation.formula).toMatch(/profit × retention ÷ \(1 \+ discount − retention\)/);
  });

  test("the published coffee chain: 5241.6 at 0.75 and 0.1 is 11,232", () => {
    const inputs = { profit: 5241.6, retention: 0.75, discount: 0.1 };
    expect(formulaClv(inputs, { currency: "USD" }).value).toBeCloseTo(11_232, 6);
  });

  test("retention of 1 without discount has no limit, and is no number", () => {
    const result = formulaClv({ profit: 100, retention: 1, discount: 0 }, EUR);
    expect(result).toMatchObject({ status: "no-value", reason: "diverges", value: null });
  });

  test("from orders it takes revenue, retention and days from the rows", () => {
    const rows = orders("a 2025-01-05 10", "b 2025-02-05 10", "a 2025-04-05 30", "c 2025-05-05 20");
    const question = { ...EUR, period: "2025-Q2", annualDiscountRate: 0.1, margin: 0.5 };
    const { counts, value } = formulaClv(rows, question);
    expect(counts).toMatchObject({
      customers: 2,
      revenue: "50",
      customersAtStart: 2,
      retainedCustomers: 1,
      days: 91,
    });
    const d = 1.1 ** (91 / 365.25) - 1;
    expect(value).toBeCloseTo((12.5 * 0.5) / (1 + d - 0.5), 10);
  });

  test.each([
    [{ profit: 100, retention: 1.2, discount: 0.1 }, EUR, "retention"],
    [{ profit: 100, retention: 0.8, discount: 10 }, EUR, "discount"],
    [{ profit: 100, retention: 0.8 }, EUR, "discount"],
    [{ profit: 100, retention: 0.8, discount: 0.1 }, {}, "currency"],
    [
      { profit: 100, retention: 0.8, discount: 0.1 },
      { ...EUR, formula: "simple" },
      "averageOrderValue",
    ],
    [{ profit: 100, retention: 0.8, discount: 0.1 }, { ...EUR, formula: "finite" }, "periods"],
    [{ profit: 100, retention: 0.8, discount: 0.1 }, { ...EUR, period: "2025" }, "period"],
    [{ profit: 100, revenue: 200, retention: 0.8, discount: 0.1 }, EUR, "revenue"],
    [{ profit: 100, retention: 0.8, churn: 0.2, discount: 0.1 }, EUR, "churn"],
    [{ profit: 100, survival: [1, 0.5, 0.6], discount: 0.1 }, EUR, "survival.2"],
  ])("refuses %j with %j, naming %s", (inputs, question, option) => {
    const call = () => formulaClv(inputs, question as FormulaClvFormQuestion);
    expect(refusalOf(call).issues[0]?.option).toBe(option);
  });
});

describe("formulaClv by other formulas", () => {
  const M_R_D = { profit: 100, retention: 0.8, discount: 0.1 };

  // definitions.md, section 9; worked in docs/definitions/formula-clv.md.
  test.each([
    ["perpetuity-end", M_R_D, 266.6667],
    ["perpetuity-start", M_R_D, 366.6667],
    ["arpa-over-churn", M_R_D, 500],
    ["finite", { ...M_R_D, periods: 2 }, 80 / 1.1 + 64 / 1.21],
    ["profit-times-duration", { profit: 100, periods: 4.5 }, 450],
    ["simple", { averageOrderValue: 5.9, ordersPerPeriod: 218.4, periods: 20 }, 25_771.2],
    [
      "cohort-curve",
      { profit: 100, discount: 0.1, survival: [1, 0.7, 0.5] },
      100 + 70 / 1.1 + 50 / 1.21,
    ],
  ] as const)("%s of %j is %d", (formula, numbers, value) => {
    const result = formulaClv(numbers, { ...EUR, formula });
    expect(result.variant).toBe(formula);
    expect(result.value).toBeCloseTo(value, 4);
  });

  // published.json, clvSimple and clvPerpetuity, by their ids.
  test.each([
    [
      "clvSimple-01",
      "simple",
      { averageOrderValue: 5.9, ordersPerPeriod: 218.4, periods: 20, margin: 0.213 },
      5489.27,
      0.005,
    ],
    [
      "clvSimple-03",
      "simple",
      { averageOrderValue: 6, ordersPerPeriod: 208, periods: 20, margin: 0.21 },
      5241.6,
      0.005,
    ],
    ["clvSimple-05", "arpa-over-churn", { revenue: 49, margin: 0.85, churn: 0.03 }, 1388, 0.5],
    ["clvSimple-06", "arpa-over-churn", { profit: 41.65, churn: 0.025 }, 1666, 0.5],
    ["clvSimple-07", "arpa-over-churn", { profit: 41.65, churn: 0.02 }, 2083, 0.5],
    ["clvSimple-09", "arpa-over-churn", { profit: 41.65, churn: 0.01 }, 4165, 0.5],
    [
      "clvPerpetuity-01",
      "perpetuity-end",
      { profit: 5241.6, retention: 0.75, discount: 0.1 },
      11_232,
      0.5,
    ],
    [
      "clvPerpetuity-03",
      "perpetuity-start",
      { profit: "17.95", retention: 0.995, discount: 0.01 },
      1209,
      0.5,
    ],
    [
      "clvPerpetuity-04",
      "perpetuity-start",
      { profit: 1, retention: 0.995, discount: 0.01 },
      67.33,
      0.005,
    ],
  ] as const)("published: %s by %s of %j is %d", (_, formula, numbers, value, tolerance) => {
    const result = formulaClv(numbers, { currency: "USD", formula });
    expect(Math.abs((result.value ?? 0) - value)).toBeLessThanOrEqual(tolerance);
  });

  test("acquisition cost is taken off, in the formula itself", () => {
    const { value, explanation } = formulaClv(M_R_D, {
      ...EUR,
      formula: "arpa-over-churn",
      cac: 120,
    });
    expect(value).toBe(380);
    expect(explanation.steps[0]).toBe("100 ÷ (1 − 0.8) − 120");
  });

  test("a first profit now is worth one profit more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 50 }), (r, d) => {
        const numbers = { profit: 100, retention: r / 100, discount: d / 100 };
        const [end, start] = (["perpetuity-end", "perpetuity-start"] as const).map(
          (formula) => formulaClv(numbers, { ...EUR, formula }).value ?? 0,
        );
        expect((start ?? 0) - (end ?? 0)).toBeCloseTo(100, 9);
      }),
      { seed: 9 },
    );
  });

  test("more periods come nearer to the perpetuity, from below", () => {
    const by = (periods: number): number =>
      formulaClv({ ...M_R_D, periods }, { ...EUR, formula: "finite" }).value ?? 0;
    expect(by(5)).toBeLessThan(by(20));
    expect(by(60)).toBeLessThan(800 / 3);
    expect(by(60)).toBeCloseTo(800 / 3, 4);
  });

  test("churn of nothing has no limit", () => {
    const result = formulaClv({ profit: 1, churn: 0 }, { ...EUR, formula: "arpa-over-churn" });
    expect(result).toMatchObject({ status: "no-value", reason: "diverges" });
  });

  test("revenue without a margin is warned about, profit is not", () => {
    const warned = (numbers: { profit?: number; revenue?: number }) =>
      formulaClv({ ...numbers, retention: 0.8, discount: 0.1 }, EUR).warnings.map(
        ({ code }) => code,
      );
    expect(warned({ revenue: 100 })).toContain("revenue-not-margin");
    expect(warned({ profit: 100 })).not.toContain("revenue-not-margin");
  });

  test("variants name what each needs", () => {
    const { variants, notComputed } = formulaClvVariants({ ...M_R_D, periods: 2 }, EUR);
    expect(variants.map(({ variant }) => variant)).toEqual([
      ...["perpetuity-end", "perpetuity-start", "arpa-over-churn"],
      ...["profit-times-duration", "finite"],
    ]);
    expect(variants[4]?.difference).toBe(
      "Stops after 2 periods: 141.05 EUR of later profit are left out.",
    );
    expect(notComputed.map(({ reason }) => reason)).toEqual([
      "It needs `averageOrderValue`.",
      "It needs `survival`.",
    ]);
  });

  test("from orders all but the curve can be computed", () => {
    const rows = orders("a 2025-01-05 10", "b 2025-02-05 10", "a 2025-04-05 30", "c 2025-05-05 20");
    const question = { ...EUR, period: "2025-Q2", margin: 0.5, periods: 4 };
    const { variants, notComputed } = formulaClvVariants(rows, {
      ...{ ...question, annualDiscountRate: 0.1 },
    });
    expect(variants).toHaveLength(6);
    expect(notComputed.map(({ variant }) => variant)).toEqual(["cohort-curve"]);
    const by = Object.fromEntries(variants.map(({ variant, value }) => [variant, value]));
    expect(by["arpa-over-churn"]).toBe(25);
    expect(by["simple"]).toBe(50);
    const call = () => formulaClv(rows, { ...question, formula: "perpetuity-start" });
    expect(refusalOf(call).issues[0]?.option).toBe("annualDiscountRate");
  });
});

describe("convertChurnRate", () => {
  test.each([
    [0.03, 0.3062],
    [0.05, 0.4596],
    [0.1, 0.7176],
    [0.2, 0.9313],
  ])("%d a month is %d a year", (month, year) => {
    expect(convertChurnRate(month, { from: "month", to: "year" }).value).toBeCloseTo(year, 4);
  });

  test("a year converts back to a month", () => {
    const month = convertChurnRate(0.2, { from: "year", to: "month" }).value;
    expect(month).toBeCloseTo(1 - 0.8 ** (1 / 12), 12);
  });

  test("the interval of a result is converted with it", () => {
    const churn = churnRateFromCounts({ customersAtStart: 1000, lostCustomers: 50 });
    const year = convertChurnRate(churn, { periods: 12 });
    expect(year.interval?.method).toBe("transformed");
    expect(year.interval?.lower).toBeCloseTo(1 - (1 - (churn.interval?.lower ?? 0)) ** 12, 9);
    expect(year.warnings.map(({ code }) => code)).toEqual(["constant-hazard-assumed"]);
  });

  test.each([
    [1.2, { periods: 12 }, "churn"],
    [0.1, { periods: 0 }, "periods"],
    [0.1, {}, "conversion"],
    [0.1, { from: "month" }, "conversion"],
  ])("refuses %d with %j", (churn, conversion, option) => {
    const call = () => convertChurnRate(churn, conversion as { periods: number });
    expect(refusalOf(call).issues[0]?.option).toBe(option);
  });
});
