import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  churnRate,
  fromJson,
  historicalClv,
  type KpiResult,
  purchaseFrequency,
  repeatCustomerRate,
  retentionRate,
  type Transaction,
  timeBetweenPurchases,
  toJson,
} from "../../src/index.ts";
import { anyOrders } from "../support/random-sources.ts";

const RUNS = { numRuns: 150 };
const DAY = 86_400_000;

/** Every KPI over orders. */
function results(
  orders: readonly Transaction[],
  period = "2024-07-01/2024-10-01",
  baseline = "2024-04-01/2024-07-01",
): readonly KpiResult[] {
  const money = { currency: "EUR" };
  return [
    retentionRate(orders, { period, baseline }),
    churnRate(orders, { period, baseline }),
    repeatCustomerRate(orders, { period }),
    purchaseFrequency(orders),
    timeBetweenPurchases(orders),
    averageOrderValue(orders, { ...money, period }),
    historicalClv(orders, money),
  ];
}

const answers = (...asked: Parameters<typeof results>): readonly string[] =>
  results(...asked).map((result) => JSON.stringify(result));

/** What a shift in time leaves as it is. */
function timeless({ value, exact, interval, counts, status }: KpiResult): unknown {
  const { question: _, ...numbers } = counts as { readonly question: unknown };
  return { value, exact, interval, status, numbers };
}

function shiftedBy(days: number, date: string): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

const sameFor = (change: (orders: readonly Transaction[]) => readonly unknown[]): void => {
  fc.assert(
    fc.property(anyOrders, (orders) => {
      expect(answers(change(orders) as readonly Transaction[])).toEqual(answers(orders));
    }),
    RUNS,
  );
};

describe("nothing changes", () => {
  test("when orders are called otherwise", () => {
    sameFor((orders) => orders.map((order) => ({ ...order, orderId: `no. ${order.orderId}` })));
  });

  test("when rows have columns that nobody asked for", () => {
    sameFor((orders) => orders.map((order, at) => ({ ...order, channel: at, note: null })));
  });

  test("when rows are frozen, without a prototype, from another realm, or behind a proxy", () => {
    sameFor((orders) => Object.freeze(orders.map((order) => Object.freeze({ ...order }))));
    sameFor((orders) => orders.map((order) => Object.assign(Object.create(null), order)));
    sameFor((orders) => runInNewContext(`(${JSON.stringify(orders)})`));
    sameFor((orders) => orders.map((order) => new Proxy({ ...order }, {})));
  });

  test("when the same is asked again", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        expect(answers(orders)).toEqual(answers(orders));
      }),
      RUNS,
    );
  });

  test("when a result goes through JSON", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        for (const result of results(orders)) {
          expect(fromJson(toJson(result))).toEqual(result);
        }
      }),
      RUNS,
    );
  });

  test("when days are written as the instants of noon, as dates, or with another offset", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const forms = [
          (date: string) => `${date}T12:00:00Z`,
          (date: string) => `${date}T14:00:00+02:00`,
          (date: string) => `${date}T07:30:00-04:30`,
          (date: string) => new Date(`${date}T12:00:00Z`),
        ].map((form) => orders.map((order) => ({ ...order, date: form(String(order.date)) })));
        const [first, ...others] = forms.map((rows) => answers(rows));
        for (const other of others) expect(other).toEqual(first);
      }),
      RUNS,
    );
  });

  test("when everything happens so many weeks later, the period with it", () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: -500, max: 500 }), (orders, weeks) => {
        const days = 7 * weeks;
        const later = orders.map((order) => ({
          ...order,
          date: shiftedBy(days, String(order.date)),
        }));
        const span = (by: number, from: string, to: string) =>
          `${shiftedBy(by, from)}/${shiftedBy(by, to)}`;
        const asked = (by: number) =>
          [span(by, "2024-07-03", "2024-10-02"), span(by, "2024-04-03", "2024-07-03")] as const;
        const [now, then] = [results(orders, ...asked(0)), results(later, ...asked(days))];
        expect(then.map(timeless)).toEqual(now.map(timeless));
      }),
      RUNS,
    );
  });
});
