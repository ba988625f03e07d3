import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  cohortRetention,
  Decimal,
  overPeriods,
  purchaseFrequency,
  type Transaction,
} from "../../src/index.ts";
import { anyOrders } from "../support/random-sources.ts";

const RUNS = { numRuns: 1000 };
const EUR = { currency: "EUR" };
/** Days on which anything may happen in the rows that are tried. */
const ALL = "2024-01-01/2025-07-01";

function total(amounts: readonly (string | null)[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount ?? 0), new Decimal(0)).toFixed();
}

describe("what adds up, and what does not", () => {
  test("revenue and orders of the months are those of the whole", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const question = { ...EUR, basis: "total", period: ALL } as const;
        const gross = { ...question, basis: "gross" } as const;
        const { points } = overPeriods(averageOrderValue, orders, { ...gross, every: "month" });
        const whole = averageOrderValue(orders, gross).counts;
        const counts = points.map(({ result }) => result.counts);
        expect(counts.reduce((sum, { orders: n }) => sum + n, 0)).toBe(whole.orders);
        expect(total(counts.map(({ revenue }) => revenue))).toBe(total([whole.revenue]));
      }),
      { numRuns: 200 },
    );
  });

  test("so are those of segments", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const isMine = ({ customerId }: Transaction): boolean => String(customerId) < "c";
        const parts = [orders.filter(isMine), orders.filter((order) => !isMine(order))];
        const counts = parts.map((rows) => averageOrderValue(rows, EUR).counts);
        const whole = averageOrderValue(orders, EUR).counts;
        expect(counts.reduce((sum, { orders: n }) => sum + n, 0)).toBe(whole.orders);
        expect(total(counts.map(({ revenue }) => revenue))).toBe(total([whole.revenue]));
      }),
      RUNS,
    );
  });

  test("so are those of cohorts, and the first age of a cohort is its size", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const question = { every: "month", period: ALL, asOf: "2025-07-01" } as const;
        const { cohorts } = cohortRetention(orders, { ...question, measure: "orders" });
        const seen = cohorts.flatMap(({ cells }) => cells.map(({ total: n }) => n ?? 0));
        const { orders: all } = purchaseFrequency(orders, { countFullyRefunded: true }).counts;
        expect(seen.reduce((sum, n) => sum + n, 0)).toBe(all);
        for (const { size, cells } of cohortRetention(orders, question).cohorts) {
          expect(cells[0]?.total).toBe(size);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("customers of the months are no fewer than those of the whole, and more where someone came back", () => {
    let overlaps = 0;
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const question = { every: "month", period: ALL } as const;
        const { points } = overPeriods(purchaseFrequency, orders, question);
        const months = points.reduce((sum, { result }) => sum + result.counts.customers, 0);
        const whole = purchaseFrequency(orders, { period: ALL }).counts.customers;
        expect(months).toBeGreaterThanOrEqual(whole);
        if (months > whole) overlaps += 1;
      }),
      { numRuns: 200 },
    );
    expect(overlaps).toBeGreaterThan(0);
  });

  test("so many tenths are as much as text and as numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
        const rows = (amount: number | string): readonly Transaction[] =>
          Array.from({ length: n }, (_, at) => ({
            ...{ customerId: at, orderId: at, date: "2024-01-01", amount },
          }));
        const [numbers, text] = [0.1, "0.10"].map(
          (amount) => averageOrderValue(rows(amount), EUR).counts.revenue,
        );
        expect(numbers).toBe(text);
        expect(new Decimal(numbers ?? 0).eq(new Decimal(n).div(10))).toBe(true);
      }),
      RUNS,
    );
  });
});
