import fc from "fast-check";
import type { ReportSources } from "../../src/kpis/report-question.ts";
import type { Transaction } from "../../src/ledger/rows.ts";

/** Ids that plain objects used as dictionaries would trip over are among them. */
export const customerIds: readonly string[] = [
  ...["ann", "bob", "zoé", "__proto__", "constructor", "hasOwnProperty", "toString"],
  ...["<script>alert(1)</script>", "a|b", "line\nbreak", "\u001b[31mred", "c8", "c9"],
];

const day = fc
  .integer({ min: 0, max: 400 })
  .map((after) => new Date(Date.UTC(2024, 0, 1) + after * 86_400_000).toISOString().slice(0, 10));

const cents = fc.integer({ min: 0, max: 50_000 });

/** Orders and refunds of a year and a bit, in EUR. */
export const anyOrders: fc.Arbitrary<readonly Transaction[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom(...customerIds),
      ...{ date: day, cents },
      refunded: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 6 }),
      later: fc.integer({ min: 0, max: 60 }),
    }),
    { maxLength: 60 },
  )
  .map((orders) =>
    orders.flatMap(({ customerId, date, cents: price, refunded, later }, at) => {
      const sale: Transaction = {
        ...{ orderId: at, customerId, date, currency: "EUR" },
        amount: (price / 100).toFixed(2),
      };
      const back = new Date(Date.parse(date) + later * 86_400_000).toISOString().slice(0, 10);
      const amount = (Math.floor((price * (refunded ?? 0)) / 100) / 100).toFixed(2);
      return refunded === null ? [sale] : [sale, { ...sale, type: "refund", date: back, amount }];
    }),
  );

const anySubscriptions = fc.array(
  fc
    .record({
      customerId: fc.constantFrom(...customerIds),
      start: day,
      days: fc.option(fc.integer({ min: 1, max: 300 })),
      cents,
    })
    .map(({ customerId, start, days, cents: price }) => ({
      ...{ customerId, start, currency: "EUR", mrr: (price / 100).toFixed(2) },
      end:
        days === null
          ? null
          : new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10),
    })),
  { maxLength: 40 },
);

const score = (least: number, most: number) =>
  fc.option(fc.integer({ min: least, max: most }), { freq: 8 });

const anyAnswers = fc.array(
  fc.oneof(
    fc.record({ survey: fc.constant("nps" as const), score: score(0, 10), date: day }),
    fc.record({ survey: fc.constant("csat" as const), score: score(1, 5), date: day }),
    fc.record({ survey: fc.constant("ces" as const), score: score(1, 7), date: day }),
  ),
  { maxLength: 60 },
);

/** Sources of a report. */
export const anySources: fc.Arbitrary<ReportSources> = fc.record({
  ...{ orders: anyOrders, subscriptions: anySubscriptions, answers: anyAnswers },
});
