import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  churnRate,
  Decimal,
  historicalClv,
  type KpiResult,
  nps,
  purchaseFrequency,
  repeatCustomerRate,
  retentionRate,
  timeBetweenPurchases,
} from "../../src/index.ts";
import type { Transaction } from "../../src/ledger/rows.ts";
import { anyOrders, customerIds } from "../support/random-sources.ts";

/**
 * The laws, one test each. Here: identities, money scale, refunds, NPS. Bounds, monotony and intervals
 * are in laws-of-bounds, sums over periods, segments and cohorts in laws-of-sums, what must change
 * nothing in laws-of-sameness, merging and shards in test/counts, the edges of subscriptions in
 * test/counts/retention-of-spans, and the laws of ledgers in test/ledger/ledger-laws.
 */
const RUNS = { numRuns: 1000 };
const PERIOD = { period: "2024-Q3" };
const MONEY = { currency: "EUR" };

/** Every KPI over orders, as JSON without the rows' own places in warnings. */
function answers(orders: readonly Transaction[]): readonly string[] {
  const results: readonly KpiResult[] = [
    retentionRate(orders, PERIOD),
    churnRate(orders, PERIOD),
    repeatCustomerRate(orders, PERIOD),
    purchaseFrequency(orders),
    timeBetweenPurchases(orders),
    averageOrderValue(orders, { ...PERIOD, ...MONEY }),
    historicalClv(orders, MONEY),
  ];
  return results.map(({ warnings, ...result }) =>
    JSON.stringify([result, warnings.map(({ code }) => code)]),
  );
}

const shuffled = anyOrders.chain((orders) =>
  fc
    .shuffledSubarray([...orders], { minLength: orders.length })
    .map((mixed) => ({ orders, mixed })),
);

describe("laws of the KPIs over orders", () => {
  test("retention and churn add up to one, exactly, and are shares", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const kept = retentionRate(orders, PERIOD);
        const lost = churnRate(orders, PERIOD);
        expect(lost.status).toBe(kept.status);
        if (kept.exact === null || lost.exact === null) return;
        const { retainedCustomers, customersAtStart } = kept.counts;
        const whole = new Decimal(kept.exact).plus(lost.exact);
        expect(whole.minus(1).abs().lt("1e-39")).toBe(true);
        expect((customersAtStart - (retainedCustomers ?? 0)) / customersAtStart).toBe(lost.value);
        expect(kept.value).toBeGreaterThanOrEqual(0);
        expect(kept.value).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test("the order of the rows does not matter", () => {
    fc.assert(
      fc.property(shuffled, ({ orders, mixed }) => {
        expect(answers(mixed)).toEqual(answers(orders));
      }),
      RUNS,
    );
  });

  test("customers may be called anything, `__proto__` and `constructor` too", () => {
    const renamed = new Map(customerIds.map((id, at) => [id, `customer-${at}`] as const));
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const plain = orders.map((order) => ({
          ...order,
          customerId: renamed.get(String(order.customerId)) ?? "",
        }));
        const codes = (texts: readonly string[]) => texts.map((text) => JSON.parse(text)[0]);
        expect(codes(answers(plain))).toEqual(codes(answers(orders)));
      }),
      RUNS,
    );
  });

  test("a thousand times the money is a thousand times the value, and changes no count", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const dear = orders.map((order) => ({
          ...order,
          amount: new Decimal(order.amount).times(1000).toFixed(),
        }));
        const [value, dearer] = [orders, dear].map((rows) => averageOrderValue(rows, MONEY));
        expect(dearer?.counts.orders).toBe(value?.counts.orders);
        if (!value?.exact) return;
        const revenue = new Decimal(value.counts.revenue ?? Number.NaN).times(1000);
        expect(dearer?.counts.revenue).toBe(revenue.toFixed());
        expect(repeatCustomerRate(dear).exact).toBe(repeatCustomerRate(orders).exact);
      }),
      RUNS,
    );
  });

  test("a refund never raises a number of orders or of repeat customers", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const sales = orders.filter(({ type }) => type !== "refund");
        const [withRefunds, without] = [orders, sales].map((rows) => ({
          frequency: purchaseFrequency(rows).counts,
          repeat: repeatCustomerRate(rows).counts,
          value: averageOrderValue(rows, MONEY).counts,
        }));
        expect(withRefunds?.frequency.orders).toBe(without?.frequency.orders);
        expect(withRefunds?.frequency.customers).toBe(without?.frequency.customers);
        expect(withRefunds?.repeat.repeatCustomers).toBeLessThanOrEqual(
          without?.repeat.repeatCustomers ?? 0,
        );
        expect(withRefunds?.value.orders).toBeLessThanOrEqual(without?.value.orders ?? 0);
      }),
      RUNS,
    );
  });

  test("adding an order and refunding it changes no net revenue", () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 0, max: 100_000 }), (orders, cents) => {
        const order = {
          ...{ orderId: "extra", customerId: "ann", date: "2024-08-01", currency: "EUR" },
          amount: (cents / 100).toFixed(2),
        };
        const refund = { ...order, type: "refund" as const, date: "2024-08-02" };
        const before = averageOrderValue(orders, MONEY).counts;
        const after = averageOrderValue([...orders, order, refund], MONEY).counts;
        expect(after.revenue).toBe(before.revenue);
        // An order of 0 cannot be told from one refunded in full, and counts.
        expect(after.orders).toBe(before.orders + (cents === 0 ? 1 : 0));
      }),
      RUNS,
    );
  });

  test("order value times orders is revenue, and frequency times customers is orders", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const value = averageOrderValue(orders, MONEY);
        if (value.exact !== null) {
          const revenue = new Decimal(value.exact).times(value.counts.orders);
          expect(
            revenue
              .minus(value.counts.revenue ?? Number.NaN)
              .abs()
              .lt("1e-30"),
          ).toBe(true);
        }
        const frequency = purchaseFrequency(orders);
        if (frequency.exact === null) return;
        const product = new Decimal(frequency.exact).times(frequency.counts.customers);
        expect(product.minus(frequency.counts.orders).abs().lt("1e-30")).toBe(true);
        expect(frequency.value).toBeGreaterThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test("the repeat rate is 0 just where every customer has one order", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const question = { countFullyRefunded: true };
        const rate = repeatCustomerRate(orders, question);
        const once = purchaseFrequency(orders).value === 1;
        if (rate.value !== null) expect(rate.value === 0).toBe(once);
      }),
      RUNS,
    );
  });

  test("an amount means the same as a number and as text", () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const numbers = orders.map((order) => ({ ...order, amount: Number(order.amount) }));
        expect(answers(numbers)).toEqual(answers(orders));
      }),
      RUNS,
    );
  });
});

const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 80 });

describe("laws of NPS", () => {
  test("promoters, passives and detractors are all who answered; the score lies between −100 and 100", () => {
    fc.assert(
      fc.property(scores, (given) => {
        const { counts, value } = nps(given);
        expect(counts.promoters + counts.passives + counts.detractors).toBe(given.length);
        expect(value).toBeGreaterThanOrEqual(-100);
        expect(value).toBeLessThanOrEqual(100);
      }),
      RUNS,
    );
  });

  test("raising one answer never lowers the score", () => {
    fc.assert(
      fc.property(scores, fc.nat(), (given, place) => {
        const at = place % given.length;
        const raised = given.map((score, index) =>
          index === at ? Math.min(10, score + 1) : score,
        );
        expect(nps(raised).value).toBeGreaterThanOrEqual(nps(given).value ?? 0);
      }),
      RUNS,
    );
  });

  test("more confidence gives a wider interval", () => {
    fc.assert(
      fc.property(scores, (given) => {
        const [narrow, wide] = [0.8, 0.99].map((confidence) => nps(given, { confidence }).interval);
        expect(wide?.lower).toBeLessThanOrEqual(narrow?.lower ?? 0);
        expect(wide?.upper).toBeGreaterThanOrEqual(narrow?.upper ?? 0);
      }),
      RUNS,
    );
  });
});
