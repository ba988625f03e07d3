import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  averageOrderValue,
  type BootstrapInterval,
  bootstrapInterval,
  ces,
  churnRate,
  csat,
  formulaClv,
  historicalClv,
  KpiError,
  nps,
  ordersLedger,
  purchaseFrequency,
  repeatCustomerRate,
  retentionRate,
  type Subscription,
  type SurveyAnswer,
  type Transaction,
  timeBetweenPurchases,
  toText,
} from "../../src/index.ts";
import { randomStream, uniform } from "../../src/stats/random.ts";
import { anyOrders } from "../support/random-sources.ts";
import { refusalOf } from "../support/refusal-of.ts";
import "../support/seed.ts";

const EUR = { currency: "EUR" };
const FEW = { replicates: 200, seed: 5 } as const;
const stream = randomStream(11);

const dayAfter = (days: number): string =>
  new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);

/** Orders of half a year, the amounts skewed. */
const orders: readonly Transaction[] = Array.from({ length: 400 }, (_, who) =>
  Array.from({ length: 1 + Math.floor(4 * uniform(stream) ** 2) }, () => ({
    customerId: `c${who}`,
    date: dayAfter(Math.floor(181 * uniform(stream))),
    amount: Math.round(-2000 * Math.log(1 - uniform(stream))) / 100,
  })),
).flat();

const subscriptions: readonly Subscription[] = Array.from({ length: 200 }, (_, who) => ({
  ...{ customerId: who, start: dayAfter(-30 - who), mrr: 10 },
  end: who % 5 === 0 ? dayAfter(40 + (who % 40)) : null,
}));

const answers: readonly SurveyAnswer[] = Array.from({ length: 300 }, (_, who) => ({
  ...{ respondentId: `r${who % 250}`, survey: "csat" as const },
  score: 1 + Math.floor(5 * Math.sqrt(uniform(stream))),
}));

describe("bootstrapInterval", () => {
  test("agrees with the KPI's own interval on many customers", () => {
    const pairs: readonly (readonly [BootstrapInterval, { readonly interval: unknown }])[] = [
      [bootstrapInterval(averageOrderValue, orders, EUR), averageOrderValue(orders, EUR)],
      [bootstrapInterval(historicalClv, orders, EUR), historicalClv(orders, EUR)],
      [
        bootstrapInterval(retentionRate, orders, { ...EUR, period: "2025-Q2" }),
        retentionRate(orders, { period: "2025-Q2" }),
      ],
      [bootstrapInterval(csat, answers, { bootstrap: "percentile" }), csat(answers)],
    ];
    for (const [{ interval }, result] of pairs) {
      const own = result.interval as { readonly lower: number; readonly upper: number };
      const width = own.upper - own.lower;
      expect(Math.abs((interval?.lower ?? 0) - own.lower)).toBeLessThan(0.15 * width);
      expect(Math.abs((interval?.upper ?? 0) - own.upper)).toBeLessThan(0.15 * width);
    }
  });

  test("answers for every KPI over orders, subscriptions and answers, with the value inside", () => {
    const found: readonly BootstrapInterval[] = [
      bootstrapInterval(repeatCustomerRate, orders, { ...FEW, ...EUR }),
      bootstrapInterval(purchaseFrequency, orders, { ...FEW, method: "per-buyer" }),
      bootstrapInterval(timeBetweenPurchases, orders, { ...FEW, method: "median" }),
      bootstrapInterval(churnRate, subscriptions, { ...FEW, period: "2025-Q1" }),
      bootstrapInterval(formulaClv, orders, {
        ...{ ...FEW, ...EUR, period: "2025-Q2", annualDiscountRate: 0.1, margin: 0.3 },
      }),
      bootstrapInterval(nps, [10, 9, 9, 8, 7, 6, 3, 10, 10, 2], FEW),
      bootstrapInterval(csat, answers, { ...FEW, method: "mean" }),
      bootstrapInterval(ces, [5, 6, 7, 2, 4, 7], { ...FEW, version: "2.0" }),
    ];
    for (const { interval, value, kpi } of found) {
      expect([kpi, interval === null]).toEqual([kpi, false]);
      expect(interval?.lower).toBeLessThanOrEqual(value ?? Number.NaN);
      expect(interval?.upper).toBeGreaterThanOrEqual(value ?? Number.NaN);
    }
    expect(found.map(({ drawn }) => drawn)).toEqual([
      ...Array(5).fill("customers"),
      ...["answers", "respondents", "answers"],
    ]);
  });

  test("has an interval for formula CLV, which has none of its own", () => {
    const asked = { ...EUR, period: "2025-Q2", annualDiscountRate: 0.1 };
    expect(formulaClv(orders, asked).interval).toBeNull();
    const { interval, value } = bootstrapInterval(formulaClv, orders, { ...asked, ...FEW });
    expect(interval?.method).toBe("bootstrap-bca");
    expect(value).toBe(formulaClv(orders, asked).value);
  });

  test("answers of one respondent are drawn together, which widens the interval", () => {
    const twice = answers.flatMap((answer) => [answer, { ...answer }]);
    const apart = twice.map(({ score, survey }) => ({ score, survey }));
    const width = ({ interval }: BootstrapInterval) =>
      (interval?.upper ?? 0) - (interval?.lower ?? 0);
    const together = width(bootstrapInterval(csat, twice, { seed: 2, replicates: 500 }));
    const alone = width(bootstrapInterval(csat, apart, { seed: 2, replicates: 500 }));
    expect(together / alone).toBeGreaterThan(1.2);
  });
});

describe("laws of the bootstrap", () => {
  test("the same seed gives the same, another one another", () => {
    const ask = (seed: number) =>
      bootstrapInterval(historicalClv, orders, { ...EUR, ...FEW, seed });
    expect(ask(5)).toEqual(ask(5));
    expect(ask(5).interval).not.toEqual(ask(6).interval);
  });

  test("rows or a ledger, in any order: the same", () => {
    const shuffled = fc.shuffledSubarray([...orders], { minLength: orders.length });
    const usual = bootstrapInterval(averageOrderValue, orders, { ...EUR, ...FEW });
    const ledger = ordersLedger(orders, EUR);
    expect(bootstrapInterval(averageOrderValue, ledger, FEW)).toEqual(usual);
    fc.assert(
      fc.property(shuffled, (rows) => {
        expect(bootstrapInterval(averageOrderValue, rows, { ...EUR, ...FEW })).toEqual(usual);
      }),
      { numRuns: 3 },
    );
  });

  test("nameless answers in any order: the same", () => {
    const scores = [10, 9, 3, 7, null, 10, 0, 8, 8, 9];
    const usual = bootstrapInterval(nps, scores, FEW);
    expect(bootstrapInterval(nps, [...scores].reverse(), FEW)).toEqual(usual);
  });

  test("the value lies within, and replicates are counted, on any orders", () => {
    const few = { ...EUR, replicates: 100, period: "2024-Q3" } as const;
    fc.assert(
      fc.property(
        anyOrders,
        fc.constantFrom("bca" as const, "percentile" as const),
        (rows, how) => {
          const found = bootstrapInterval(retentionRate, rows, { ...few, bootstrap: how });
          const { value, interval, withoutValue } = found;
          expect(value).toBe(retentionRate(rows, { ...EUR, period: "2024-Q3" }).value);
          expect(interval === null).toBe(found.because !== undefined);
          expect(withoutValue).toBeLessThanOrEqual(100);
          if (value === null || interval === null) return;
          expect(interval.lower).toBeLessThanOrEqual(value + 1e-11);
          expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-11);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("when there is nothing to tell", () => {
  test("no value, no interval", () => {
    const found = bootstrapInterval(nps, [], FEW);
    expect(found).toMatchObject({ value: null, interval: null, because: "no-value", units: 0 });
  });

  test("units all alike have no spread", () => {
    const found = bootstrapInterval(nps, [9, 9, 9], FEW);
    expect(found).toMatchObject({ value: 100, interval: null, because: "no-spread" });
    expect(toText(found)).toMatch(/\+100\.0, without an interval: all draws gave the same/);
  });

  test("draws that mostly have no value are said", () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, who) => ({
        customerId: who,
        date: "2025-05-01",
        amount: 1,
      })),
      { customerId: "kept", date: "2025-02-01", amount: 1 },
    ];
    const found = bootstrapInterval(retentionRate, rows, { ...FEW, period: "2025-Q2" });
    expect(found.value).toBe(0);
    expect(found.withoutValue).toBeGreaterThan(40);
    expect(found.interval).toBeNull();
  });
});

describe("the object", () => {
  const found = bootstrapInterval(nps, [10, 9, 8, 3, 10, 10, 6], { seed: 4, confidence: 0.9 });

  test("is plain frozen data that shows itself", () => {
    expect(Object.isFrozen(found)).toBe(true);
    expect(structuredClone(found)).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const text = toText(found);
    expect(text).toMatch(/^Bootstrap interval of nps \(standard\)/);
    expect(text).toMatch(/with a 90% interval from/);
    expect(text).toMatch(/Only 7 answers: the interval is likely too narrow/);
    expect(text).toMatch(/2000 times with seed 4/);
  });

  test("wrong options are refused by name", () => {
    const ask = (options: object) => () => bootstrapInterval(nps, [10, 3], options as never);
    expect(ask({ replicates: 10 })).toThrow(/`replicates` must be a whole number from 100/);
    expect(ask({ seed: 0.5 })).toThrow(/`seed`/);
    expect(ask({ bootstrap: "bias" })).toThrow(/`bootstrap` must be "bca" or "percentile"/);
    expect(ask({ confidence: 95 })).toThrow(/`confidence`/);
    expect(ask({ perod: "2025" })).toThrow(KpiError);
    const cohorts = [{ cohort: "2025-01", size: 4, active: [4] }];
    expect(
      refusalOf(() => bootstrapInterval(retentionRate, cohorts, { period: "2025-02" })).code,
    ).toBe("invalid-argument");
  });

  test("knows the question of its KPI", () => {
    // @ts-expect-error retention needs a period
    expect(() => bootstrapInterval(retentionRate, orders, {})).toThrow(/`period`/);
    // @ts-expect-error answers are no orders
    expect(() => bootstrapInterval(averageOrderValue, [1, 2], EUR)).toThrow(KpiError);
    expectTypeOf(found.interval).toMatchTypeOf<{ readonly lower: number } | null>();
  });
});
