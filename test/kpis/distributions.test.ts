import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  customerValueDistribution,
  historicalClv,
  ordersLedger,
  orderValueDistribution,
  type Transaction,
  toText,
} from "../../src/index.ts";
import { anyOrders } from "../support/random-sources.ts";
import "../support/seed.ts";

const EUR = { currency: "EUR" };

/** One order each, of these amounts. */
const amounts = (...values: readonly (number | string)[]): readonly Transaction[] =>
  values.map((amount, at) => ({ orderId: at, customerId: `c${at}`, date: "2025-01-09", amount }));

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1);

describe("customerValueDistribution", () => {
  test("twenty customers worth 1 to 20", () => {
    const { mean, median, deciles, topFifth, total } = customerValueDistribution(
      amounts(...upTo(20)),
      EUR,
    );
    expect([total.exact, mean.exact, median.exact]).toEqual(["210", "10.5", "10.5"]);
    expect(deciles).toHaveLength(10);
    expect(deciles[0]).toMatchObject({
      ...{ decile: 1, from: { exact: "1" }, to: { exact: "2" }, customers: 2 },
      value: { exact: "3" },
    });
    expect(deciles[9]?.value.exact).toBe("39");
    expect(topFifth).toMatchObject({ customers: 4, value: { exact: "74" } });
    expect(topFifth.shareOfValue.exact?.slice(0, 8)).toBe("0.352380"); // 74 ÷ 210
  });

  test("a fifth of seven customers is the best one and two fifths of the next", () => {
    const { topFifth, deciles } = customerValueDistribution(amounts(1, 1, 1, 1, 1, 10, 20), EUR);
    expect(topFifth).toMatchObject({ customers: 1.4, value: { exact: "24" } });
    expect(deciles).toEqual([]); // fewer than ten customers
  });

  test("equal values at a border are parted, and share the value alike", () => {
    const { topFifth, deciles } = customerValueDistribution(amounts(...Array(10).fill(5)), EUR);
    expect(topFifth.shareOfValue.exact).toBe("0.2");
    expect(deciles.map(({ shareOfValue }) => shareOfValue.exact)).toEqual(Array(10).fill("0.1"));
  });

  test("margin and costs make it profit, customer by customer", () => {
    const asked = { ...EUR, margin: 0.5, costToServe: 1, cac: "0.5" };
    const { mean, median, topFifth, total } = customerValueDistribution(
      amounts(2, 4, 6, 8, 30),
      asked,
    );
    expect([total.exact, mean.exact, median.exact]).toEqual(["17.5", "3.5", "1.5"]);
    expect(topFifth.value.exact).toBe("13.5");
  });

  test("a customer refunded more than bought has a value below 0, and the top's share passes 1", () => {
    const rows: readonly Transaction[] = [
      ...amounts(10, 1, 1, 1, 1),
      { customerId: "c4", date: "2025-02-01", amount: 5, type: "refund" },
    ];
    const { topFifth, total } = customerValueDistribution(rows, EUR);
    expect(total.exact).toBe("9");
    expect(topFifth.shareOfValue.value).toBeGreaterThan(1);
  });

  test("no customer: no figure, a reason, a sentence", () => {
    const table = customerValueDistribution([], EUR);
    expect(table).toMatchObject({ customers: 0, median: { exact: null }, deciles: [] });
    expect(table.mean.reason).toBe("no-customers");
    expect(table.topFifth.shareOfValue.exact).toBeNull();
    expect(toText(table)).toMatch(/There were no customers/);
  });

  test("all worth nothing: figures, but no shares", () => {
    const table = customerValueDistribution(amounts(0, 0), EUR);
    expect(table.median.exact).toBe("0");
    expect(table.topFifth.shareOfValue).toEqual({ value: null, exact: null });
    expect(toText(table)).toMatch(/there are no shares/);
  });

  test("shows itself, frozen, and survives structuredClone", () => {
    const table = customerValueDistribution(amounts(...upTo(20)), EUR);
    expect(Object.isFrozen(table.deciles[0])).toBe(true);
    expect(structuredClone(table)).toEqual(table);
    const text = toText(table);
    expect(text).toMatch(/and the 20% with the\s+most bring 35\.2% of all value/);
    expect(text).toMatch(/10 +19\.00 EUR +20\.00 EUR +2 +39\.00 EUR +18\.6%/);
  });
});

describe("laws of the distribution of customer value", () => {
  test("deciles add up to everybody, in order; the mean is historicalClv", () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const table = customerValueDistribution(rows, EUR);
        expect(table.mean).toEqual(historicalClv(rows, EUR));
        expect(table.deciles.length === 0).toBe(table.customers < 10);
        if (table.deciles.length === 0) return;
        const cents = (exact: string | null): number => Math.round(100 * Number(exact));
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
        expect(sum(table.deciles.map(({ customers }) => customers))).toBe(table.customers);
        expect(sum(table.deciles.map(({ value }) => cents(value.exact)))).toBe(
          cents(table.total.exact),
        );
        const borders = table.deciles.flatMap(({ from, to }) => [
          cents(from.exact),
          cents(to.exact),
        ]);
        expect(borders).toEqual([...borders].sort((a, b) => a - b));
        const sizes = table.deciles.map(({ customers }) => customers);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the top fifth is what sorting by hand gives, and rows in any order the same", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }), (values) => {
        const down = [...values].sort((a, b) => b - a);
        const whole = Math.floor(down.length / 5);
        const top = down.slice(0, whole).reduce((sum, value) => sum + value, 0);
        const wanted = top + ((down[whole] ?? 0) * (down.length % 5)) / 5;
        const { topFifth } = customerValueDistribution(amounts(...values), EUR);
        expect(topFifth.value.value).toBeCloseTo(wanted, 9);
        const turned = customerValueDistribution([...amounts(...values)].reverse(), EUR);
        expect(turned.topFifth).toEqual(topFifth);
      }),
    );
  });

  test("amounts that no double holds stay exact", () => {
    const rows = amounts("90000000000000.01", "90000000000000.02", "1.00");
    const { median, total } = customerValueDistribution(rows, EUR);
    expect([median.exact, total.exact]).toEqual(["90000000000000.01", "180000000000001.03"]);
  });
});

describe("orderValueDistribution", () => {
  test("quartiles lie between neighbours in proportion, as R's default does", () => {
    const found = orderValueDistribution(amounts(1, 2, 3, 4), EUR);
    expect(found.lowerQuartile.exact).toBe("1.75"); // quantile(1:4, 1/4) in R
    expect(found.median.exact).toBe("2.5");
    expect(found.upperQuartile.exact).toBe("3.25");
    expect([found.smallest.exact, found.largest.exact]).toEqual(["1", "4"]);
  });

  test("the trimmed mean leaves out whole orders at each end", () => {
    const rows = amounts(...upTo(18), 500, 1000);
    const { trimmedMean, mean, spread } = orderValueDistribution(rows, EUR);
    expect(spread.trimmed).toEqual({ orders: 16, revenue: "168" }); // 3 to 18
    expect([trimmedMean.exact, mean.exact]).toEqual(["10.5", "83.55"]);
    const none = orderValueDistribution(rows, { ...EUR, trim: 0 });
    expect(none.trimmedMean).toEqual(none.mean);
  });

  test("a refund is taken off its own order; one of an unknown order is counted apart", () => {
    const refund = { customerId: "c0", date: "2025-03-01", type: "refund" as const };
    const rows: readonly Transaction[] = [
      ...amounts(10, 20, 30),
      { ...refund, refundOf: 2, amount: 25 },
      { ...refund, refundOf: 1, amount: 20 },
      { ...refund, refundOf: "elsewhere", amount: 3 },
    ];
    const found = orderValueDistribution(rows, EUR);
    expect(found.spread).toMatchObject({ orders: 2, fullyRefundedOrders: 1, looseRefunds: 1 });
    expect([found.smallest.exact, found.largest.exact]).toEqual(["5", "10"]);
    expect(toText(found)).toMatch(/taken off none: 1\./);
    const gross = orderValueDistribution(
      rows.map((row) => ({ ...row, discount: 1 })),
      { ...EUR, basis: "gross" },
    );
    expect([gross.orders, gross.median.exact]).toEqual([3, "21"]);
  });

  test("its mean is averageOrderValue by the order's date, where every refund names its order", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom({}, { period: "2024-Q2" }), (rows, when) => {
        const { mean, orders, spread } = orderValueDistribution(rows, { ...EUR, ...when });
        const usual = averageOrderValue(rows, { ...EUR, ...when, refundDate: "order" });
        expect(spread.looseRefunds).toBe(0);
        expect([mean.exact, orders]).toEqual([usual.exact, usual.counts.orders]);
      }),
    );
  });

  test("from the smallest to the largest, figures rise", () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const found = orderValueDistribution(ordersLedger(rows, EUR));
        fc.pre(found.orders > 0);
        const { smallest, lowerQuartile, median, upperQuartile, largest } = found;
        const figures = [smallest, lowerQuartile, median, upperQuartile, largest];
        const values = figures.map(({ value }) => value ?? Number.NaN);
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });

  test("nothing to tell: a reason and a sentence", () => {
    const empty = orderValueDistribution([], EUR);
    expect(empty).toMatchObject({ reason: "no-orders", mean: { exact: null } });
    expect(toText(empty)).toMatch(/There were no orders/);
    const total = orderValueDistribution(amounts(1, 2), { ...EUR, basis: "total" });
    expect(total).toMatchObject({ reason: "missing-column", median: { exact: null } });
    expect(toText(total)).toMatch(/lack a column/);
  });

  test("wrong options are refused by name", () => {
    const ask = (options: object) => () => orderValueDistribution(amounts(1), options as never);
    expect(ask({ ...EUR, trim: 0.5 })).toThrow(/`trim` must be a share from 0, below 0.5/);
    expect(ask({ ...EUR, refundDate: "order" })).toThrow(/no option "refundDate"/);
    expect(ask({})).toThrow(/currency/);
  });
});
