import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cesCounts,
  cohortCounts,
  csatCounts,
  customerValueCounts,
  emptyCounts,
  formulaClvCounts,
  mergeCounts,
  npsCounts,
  orderValueCounts,
  purchaseFrequencyCounts,
  purchaseGapCounts,
  repeatCustomerCounts,
  retentionCounts,
} from "../../src/counts.ts";
import {
  type Subscription,
  type SurveyAnswer,
  subscriptionsLedger,
  type Transaction,
} from "../../src/index.ts";

const runs = { numRuns: 1000 };
const byCustomer = { partitionedBy: "customer" } as const;

/** A day of the first nine months of 2025. */
const day = fc
  .integer({ min: 0, max: 272 })
  .map((after) => new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10));

const customer = fc.constantFrom("ann", "bob", "cem", "__proto__", "constructor", 1, 2, "1");
const money = fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));

/** Orders, some of which are refunded in part or whole by the customer who placed them. */
const anyOrders: fc.Arbitrary<readonly Transaction[]> = fc
  .array(
    fc.record({
      ...{ customerId: customer, date: day, amount: money },
      channel: fc.constantFrom("web", "shop", undefined),
      refund: fc.constantFrom(null, null, null, "part", "whole"),
      refundDay: day,
    }),
    { maxLength: 12 },
  )
  .map((orders) =>
    orders.flatMap(({ refund, refundDay, ...order }, at): Transaction[] => {
      const sale = { ...order, orderId: `o${at}` };
      if (refund === null) return [sale];
      const amount = refund === "whole" ? order.amount : "0.01";
      return [
        sale,
        {
          customerId: order.customerId,
          date: refundDay,
          amount,
          type: "refund",
          refundOf: `o${at}`,
        },
      ];
    }),
  );

const anySubscriptions: fc.Arbitrary<readonly Subscription[]> = fc.array(
  fc
    .tuple(customer, fc.tuple(day, day), fc.boolean(), money)
    .map(([customerId, days, isOpen, mrr]) => {
      const [start = "", end = ""] = [...days].sort();
      return { customerId, start, end: isOpen ? null : end, mrr };
    }),
  { maxLength: 12 },
);

/** Splits rows into shards: all rows with one key go together. */
function split<Row>(
  rows: readonly Row[],
  shards: number,
  keyOf: (row: Row, at: number) => unknown,
) {
  const keys = [...new Set(rows.map(keyOf))];
  return Array.from({ length: shards }, (_, shard) =>
    rows.filter((row, at) => keys.indexOf(keyOf(row, at)) % shards === shard),
  );
}

const shardCount = fc.integer({ min: 1, max: 3 });
const bytes = (value: unknown): string => JSON.stringify(value);

/** What is counted of orders; `asOf` is the same for all parts, as a question has to be. */
const asOf = "2025-10-01";
const ofOrders: Readonly<Record<string, (rows: readonly Transaction[]) => { kind: string }>> = {
  retention: (rows) => retentionCounts(rows, { period: "2025-Q2" }),
  "retention by days since the last order": (rows) =>
    retentionCounts(rows, { period: "2025-Q2", inactiveAfterDays: 60 }),
  "repeat customers": (rows) => repeatCustomerCounts(rows, { period: "2025-Q2" }),
  "repeat customers of all rows": (rows) => repeatCustomerCounts(rows),
  "purchase frequency": (rows) => purchaseFrequencyCounts(rows, { period: "2025-Q2", asOf }),
  "purchase gaps": (rows) => purchaseGapCounts(rows, { period: "2025", asOf }),
  "order value": (rows) => orderValueCounts(rows, { currency: "EUR" }),
  "order value of rows that name their currency": (rows) =>
    orderValueCounts(rows.map((row) => ({ ...row, currency: "EUR" }))),
  "customer value": (rows) => customerValueCounts(rows, { currency: "EUR", margin: 0.3 }),
  "formula CLV": (rows) =>
    formulaClvCounts(rows, { period: "2025-Q3", currency: "EUR", annualDiscountRate: 0.1 }),
  cohorts: (rows) => cohortCounts(rows, { every: "month", asOf }),
  "cohorts, rolling, of a period": (rows) =>
    cohortCounts(rows, { every: "month", period: "2025", return: "on-or-after", asOf }),
  "cohorts by revenue": (rows) =>
    cohortCounts(rows, { every: "month", measure: "revenue", currency: "EUR", asOf }),
  "cohorts of an attribute": (rows) =>
    cohortCounts(rows, { every: "month", cohortBy: "attribute", attribute: "channel", asOf }),
  "cohorts by elapsed time": (rows) =>
    cohortCounts(rows, { every: "month", clock: "elapsed", period: "2025", asOf }),
};

describe.each(Object.entries(ofOrders))("shards of orders by customer: %s", (_, count) => {
  test("merged, they are the whole", () => {
    const property = fc.property(anyOrders, shardCount, (rows, shards) => {
      const parts = split(rows, shards, ({ customerId }) => customerId).map(count);
      const merged = mergeCounts(parts as never[], byCustomer);
      expect(bytes(merged)).toBe(bytes(count(rows)));
    });
    fc.assert(property, runs);
  });
});

test("shards of subscriptions by customer, merged, are the whole", () => {
  // No rows at all could be of any kind: the ledger says which.
  const count = (rows: readonly Subscription[]) =>
    retentionCounts(subscriptionsLedger(rows), { period: "2025-Q2" });
  const property = fc.property(anySubscriptions, shardCount, (rows, shards) => {
    const parts = split(rows, shards, ({ customerId }) => customerId).map(count);
    expect(mergeCounts(parts, byCustomer)).toEqual(count(rows));
  });
  fc.assert(property, runs);
});

const anyAnswers: fc.Arbitrary<readonly SurveyAnswer[]> = fc.array(
  fc.record({ score: fc.option(fc.integer({ min: 1, max: 5 })), date: day }),
  { maxLength: 40 },
);

describe("any split of answers, merged, is the whole", () => {
  test.each<readonly [string, (rows: readonly SurveyAnswer[]) => { kind: string }]>([
    ["NPS", (rows) => npsCounts(rows, { period: "2025-Q2" })],
    ["CSAT", (rows) => csatCounts(rows)],
    ["CES", (rows) => cesCounts(rows, { version: "1.0", period: "2025" })],
  ])("%s", (_, count) => {
    const property = fc.property(anyAnswers, shardCount, (rows, shards) => {
      const parts = split(rows, shards, (_row, at) => (at * 7) % 11).map(count);
      expect(bytes(mergeCounts(parts as never[]))).toBe(bytes(count(rows)));
    });
    fc.assert(property, runs);
  });
});

test("shards by order, not by customer, would count a customer twice", () => {
  const rows = [
    { customerId: "ann", date: "2025-01-09", amount: 30 },
    { customerId: "ann", date: "2025-02-09", amount: 30 },
  ];
  const parts = rows.map((row) => repeatCustomerCounts([row]));
  expect(mergeCounts(parts, byCustomer).customers).toBe(2);
  expect(repeatCustomerCounts(rows).customers).toBe(1);
});

test("cohorts of no rows change nothing", () => {
  const rows = [{ customerId: "ann", date: "2025-01-09", amount: 30 }];
  const counts = cohortCounts(rows, { every: "month", asOf });
  const none = emptyCounts("cohort-retention", counts.question);
  expect(mergeCounts([none, counts], byCustomer)).toEqual(counts);
});
