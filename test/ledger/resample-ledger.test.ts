import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  churnRate,
  csat,
  historicalClv,
  type KpiResult,
  ordersLedger,
  purchaseFrequency,
  repeatCustomerRate,
  retentionRate,
  subscriptionsLedger,
  type Transaction,
  timeBetweenPurchases,
} from "../../src/index.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import type { OrdersLedger } from "../../src/ledger/orders.ts";
import { resampleLedger } from "../../src/ledger/resample-ledger.ts";
import { anyOrders, anySources } from "../support/random-sources.ts";
import "../support/seed.ts";

const EUR = { currency: "EUR" };
const PERIOD = { period: "2024-Q3" };

/** What is told of a ledger that does not name its rows. */
const told = ({ value, exact, counts }: KpiResult) => ({ value, exact, counts });

/** Orders and refunds, some of them guests', then both. */
const withGuests: fc.Arbitrary<readonly Transaction[]> = anyOrders.map((orders) =>
  orders.map((row) => (Number(row.orderId) % 3 === 0 ? { ...row, customerId: null } : row)),
);

const KPIS: readonly ((orders: OrdersLedger) => KpiResult)[] = [
  (orders) => averageOrderValue(orders),
  (orders) => averageOrderValue(orders, { ...PERIOD, refundDate: "order" }),
  (orders) => historicalClv(orders, { margin: 0.3 }),
  (orders) => purchaseFrequency(orders, PERIOD),
  (orders) => repeatCustomerRate(orders),
  (orders) => retentionRate(orders, PERIOD),
  (orders) => timeBetweenPurchases(orders),
];

const onceEach = (size: number): Int32Array => Int32Array.from({ length: size }, (_, at) => at);

describe("each customer drawn once", () => {
  test("is the ledger itself to every KPI over orders", () => {
    fc.assert(
      fc.property(withGuests, (rows) => {
        const ledger = ordersLedger(rows, { ...EUR, guests: "keep" });
        const { ledgerOf, size } = resampleLedger(ledger);
        const again = ledgerOf(onceEach(size)) as OrdersLedger;
        for (const kpi of KPIS) expect(told(kpi(again))).toEqual(told(kpi(ledger)));
      }),
    );
  });

  test("is the ledger itself to every KPI over subscriptions and answers", () => {
    fc.assert(
      fc.property(anySources, ({ subscriptions = [], answers = [] }) => {
        const ledger = subscriptionsLedger(subscriptions as never, EUR);
        const spans = resampleLedger(ledger);
        const again = spans.ledgerOf(onceEach(spans.size)) as typeof ledger;
        expect(told(churnRate(again, PERIOD))).toEqual(told(churnRate(ledger, PERIOD)));
        const scores = answersLedger(answers as never, { scales: { ces: { min: 1, max: 7 } } });
        const people = resampleLedger(scores);
        const asked = people.ledgerOf(onceEach(people.size)) as typeof scores;
        expect(told(csat(asked))).toEqual(told(csat(scores)));
      }),
    );
  });
});

describe("resampleLedger", () => {
  const rows = [
    { orderId: 1, customerId: "bob", date: "2025-01-05", amount: 10 },
    { orderId: 2, customerId: "ann", date: "2025-01-01", amount: 20 },
    { orderId: 3, customerId: "ann", date: "2025-02-01", amount: 30 },
    { refundOf: 3, customerId: "ann", date: "2025-02-09", amount: 30, type: "refund" as const },
  ];
  const { ledgerOf, size, drawn } = resampleLedger(ordersLedger(rows, EUR));

  test("a customer drawn twice is two customers with the same orders", () => {
    expect([size, drawn]).toEqual([2, "customers"]);
    const twice = ledgerOf(Int32Array.of(0, 0)) as OrdersLedger; // ann is the first by id
    expect([...twice.sales.customer]).toEqual([0, 0, 1, 1]);
    expect([...twice.sales.amount.values]).toEqual([2000, 3000, 2000, 3000]);
    expect([...twice.refunds.sale]).toEqual([1, 3]);
    expect(twice.customers).toHaveLength(2);
  });

  test("the days of the data stay as they are", () => {
    const { firstDay, lastDay } = ordersLedger(rows, EUR);
    expect(ledgerOf(Int32Array.of(1, 1))).toMatchObject({ firstDay, lastDay });
  });

  test("a guest's sale comes with its refunds, and stays a guest's", () => {
    const guests = ordersLedger(
      [
        { orderId: 1, date: "2025-01-05", amount: 10 },
        { refundOf: 1, date: "2025-01-06", amount: 4, type: "refund" },
        { orderId: 2, date: "2025-01-01", amount: 20 },
      ],
      { ...EUR, guests: "keep" },
    );
    const resampler = resampleLedger(guests);
    expect(resampler.size).toBe(2);
    const later = resampler.ledgerOf(Int32Array.of(1, 1)) as OrdersLedger; // by day
    expect([...later.sales.customer]).toEqual([-1, -1]);
    expect([...later.refunds.sale]).toEqual([0, 1]);
  });

  test("answers are drawn by respondent, or else one by one", () => {
    const named = [
      { score: 4, respondentId: "r1" },
      { score: 5, respondentId: "r2" },
      { score: 1, respondentId: "r1" },
      { score: 3 },
    ];
    const people = resampleLedger(answersLedger(named, { survey: "csat" }));
    expect([people.drawn, people.size]).toEqual(["respondents", 3]);
    const once = people.ledgerOf(Int32Array.of(0)) as ReturnType<typeof answersLedger>;
    expect([...once.score]).toEqual([4, 1]);
    const bare = resampleLedger(answersLedger([3, 5, null], { survey: "csat" }));
    expect([bare.drawn, bare.size]).toEqual(["answers", 3]);
  });
});
