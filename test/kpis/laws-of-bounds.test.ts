import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  ces,
  churnRateFromCounts,
  csat,
  formulaClv,
  type KpiResult,
  nps,
  repeatCustomerRate,
  repeatCustomerRateFromCounts,
  retentionRate,
  retentionRateFromCounts,
} from "../../src/index.ts";
import { anyOrders, customerIds } from "../support/random-sources.ts";

const RUNS = { numRuns: 250 };
const EUR = { currency: "EUR" };
const MORE = { orderId: "more", amount: 5, currency: "EUR" };

/** Customers at the start, and how many of them were kept. */
const kept = fc
  .integer({ min: 1, max: 400 })
  .chain((start) => fc.record({ start: fc.constant(start), kept: fc.nat(start) }));

function width({ interval }: KpiResult): number {
  return interval === null ? Number.NaN : interval.upper - interval.lower;
}

describe("what a change may do to a figure", () => {
  test("a lost customer never raises retention", () => {
    fc.assert(
      fc.property(kept, ({ start, kept: retainedCustomers }) => {
        const before = retentionRateFromCounts({ customersAtStart: start, retainedCustomers });
        const after = retentionRateFromCounts({ customersAtStart: start + 1, retainedCustomers });
        expect(after.value).toBeLessThanOrEqual(before.value ?? 1);
      }),
      RUNS,
    );
  });

  test("a buyer of the baseline who does not come back never raises retention from orders", () => {
    const question = { period: "2024-Q3" };
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const lost = { ...MORE, customerId: "one more", date: "2024-05-01" };
        const before = retentionRate(orders, question).value;
        const after = retentionRate([...orders, lost], question).value ?? 0;
        if (before !== null) expect(after).toBeLessThanOrEqual(before);
      }),
      RUNS,
    );
  });

  test("another order of a customer never lowers the repeat rate", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...customerIds), (orders, customerId) => {
        const known = orders.some((order) => order.customerId === customerId);
        const order = { ...MORE, customerId, date: "2024-08-01" };
        const question = { countFullyRefunded: true };
        const before = repeatCustomerRate(orders, question).value ?? 0;
        const after = repeatCustomerRate([...orders, order], question).value ?? 0;
        if (known) expect(after).toBeGreaterThanOrEqual(before);
      }),
      RUNS,
    );
  });

  test("a longer life never lowers a lifetime value that is not discounted", () => {
    const numbers = fc.record({
      ...{ profit: fc.integer({ min: 0, max: 1000 }), retention: fc.integer({ min: 0, max: 100 }) },
      ...{ periods: fc.nat(40), more: fc.nat(40) },
    });
    fc.assert(
      fc.property(numbers, ({ profit, retention, periods, more }) => {
        const [short, long] = [periods, periods + more].map(
          (life) =>
            formulaClv(
              { profit, retention: retention / 100, periods: life, discount: 0 },
              { ...EUR, formula: "finite" },
            ).value,
        );
        expect(long).toBeGreaterThanOrEqual(short ?? 0);
      }),
      RUNS,
    );
  });

  test("a higher discount never raises a lifetime value", () => {
    const numbers = fc.record({
      ...{ profit: fc.integer({ min: 0, max: 1000 }), retention: fc.nat(99) },
      ...{ discount: fc.integer({ min: 1, max: 50 }), more: fc.nat(49) },
    });
    fc.assert(
      fc.property(numbers, ({ profit, retention, discount, more }) => {
        for (const formula of ["perpetuity-end", "perpetuity-start"] as const) {
          const [low, high] = [discount, discount + more].map(
            (percent) =>
              formulaClv(
                { profit, retention: retention / 100, discount: percent / 100 },
                { ...EUR, formula },
              ).value,
          );
          expect(high).toBeLessThanOrEqual(low ?? 0);
        }
      }),
      RUNS,
    );
  });

  test("raising one answer never lowers CSAT, nor CES where 7 is the best", () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.nat(), (given, place) => {
        const at = place % given.length;
        const raised = given.map((score, index) => (index === at ? Math.min(5, score + 1) : score));
        expect(csat(raised).value).toBeGreaterThanOrEqual(csat(given).value ?? 0);
        const question = { version: "2.0" } as const;
        expect(ces(raised, question).value).toBeGreaterThanOrEqual(ces(given, question).value ?? 0);
      }),
      RUNS,
    );
  });
});

describe("intervals", () => {
  test("of surveys hold their value, from one answer on and at every confidence", () => {
    const surveys = fc.record({
      scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }),
      confidence: fc.constantFrom(0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999999),
      silent: fc.option(fc.nat(30), { nil: undefined }),
    });
    fc.assert(
      fc.property(surveys, ({ scores, confidence, silent }) => {
        const population = silent === undefined ? {} : { population: scores.length + silent };
        const net = scores.map((score) => [0, 6, 7, 9, 10][score - 1] ?? 0);
        const results: readonly KpiResult[] = [
          nps(net, { confidence, ...population }),
          nps(net, { confidence, ...population, intervalMethod: "wald" }),
          ...(
            ["top-box", "top-1", "mean", "normalised", "exclude-neutral", "dissatisfied"] as const
          ).map((method) => csat(scores, { method, confidence })),
          ...(["mean", "percent-agree", "top-2", "net-easy"] as const).map((method) =>
            ces(scores, { version: "2.0", method, confidence }),
          ),
        ];
        for (const { interval, value, warnings } of results) {
          if (value === null) continue;
          const because = warnings.find(({ code }) => code === "no-interval");
          expect(interval === null).toBe(because !== undefined);
          if (interval === null) continue;
          expect(interval.lower).toBeLessThanOrEqual(value);
          expect(interval.upper).toBeGreaterThanOrEqual(value);
        }
      }),
      RUNS,
    );
  });

  test("hold their estimate", () => {
    fc.assert(
      fc.property(kept, anyOrders, ({ start, kept: repeatCustomers }, orders) => {
        const results: readonly KpiResult[] = [
          repeatCustomerRateFromCounts({ customers: start, repeatCustomers }),
          averageOrderValue(orders, EUR),
          retentionRate(orders, { period: "2024-Q3" }),
        ];
        for (const { interval, value } of results) {
          if (interval === null || value === null) continue;
          expect(interval.lower).toBeLessThanOrEqual(value);
          expect(interval.upper).toBeGreaterThanOrEqual(value);
        }
      }),
      RUNS,
    );
  });

  test("widen with the confidence", () => {
    fc.assert(
      fc.property(kept, ({ start, kept: lost }) => {
        const [narrow, wide] = [0.8, 0.99].map((confidence) =>
          churnRateFromCounts({ customersAtStart: start, lostCustomers: lost }, { confidence }),
        );
        if (narrow?.interval && wide) expect(width(wide)).toBeGreaterThanOrEqual(width(narrow));
      }),
      RUNS,
    );
  });

  test("narrow as the same is seen of more customers", () => {
    fc.assert(
      fc.property(kept, fc.integer({ min: 2, max: 9 }), ({ start, kept: retained }, times) => {
        const of = (by: number) =>
          retentionRateFromCounts({
            ...{ customersAtStart: start * by, retainedCustomers: retained * by },
          });
        expect(width(of(times))).toBeLessThan(width(of(1)));
      }),
      RUNS,
    );
  });

  test("of NPS narrow as well", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(scores, (given) => {
        const four = [...given, ...given, ...given, ...given];
        expect(width(nps(four))).toBeLessThan(width(nps(given)));
      }),
      RUNS,
    );
  });
});
