import fc from "fast-check";
import type { Subscription, SurveyAnswer, Transaction } from "../../src/ledger/rows.ts";

/** Few ids, so that duplicates, conflicts and repeat customers come about by themselves. */
const customerId = fc.constantFrom<string | number>(
  ...["ann", "bob", "Ann", "__proto__", "constructor", "7", "é", "e\u0301"],
  ...[7, 0, -3],
);

const day = fc.integer({ min: 0, max: 12 }).map((after) => `2024-02-${String(20 + (after % 9))}`);

const moment = fc.oneof(
  day,
  fc
    .tuple(day, fc.integer({ min: 0, max: 23 }), fc.constantFrom("Z", "+02:00", "-11:00"))
    .map(([date, hour, offset]) => `${date}T${String(hour).padStart(2, "0")}:30:00${offset}`),
);

/** The same amount may come as a number or as text with zeros. */
const amount = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 1, 2, 3), fc.boolean())
  .map(([units, decimals, asNumber]) => {
    const text = (units / 10 ** decimals).toFixed(decimals);
    return asNumber ? Number(text) : `${text}${decimals > 0 ? "00" : ""}`;
  });

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const rowId = fc.constantFrom<string | number>(1, 2, 3, "1", "o4", "__proto__");

/** Rows of orders, some of which may contradict one another. */
export const anyTransactions: fc.Arbitrary<Transaction[]> = fc.array(
  fc.record(
    {
      customerId,
      date: moment,
      amount: fc.oneof(
        { weight: 9, arbitrary: amount },
        {
          weight: 1,
          arbitrary: amount.map((value) => (String(value) === "0" ? value : `-${value}`)),
        },
        { weight: 1, arbitrary: fc.constant("9007199254740990.25") },
      ),
      orderId: optional(fc.integer({ min: 1, max: 60 })),
      type: optional(fc.constantFrom("refund" as const)),
      refundOf: optional(rowId),
      refundId: optional(fc.integer({ min: 1, max: 60 })),
      tax: optional(amount),
      channel: optional(fc.constantFrom("web", "shop", 1, true)),
    },
    { requiredKeys: ["customerId", "date", "amount"] },
  ),
  { maxLength: 40 },
);

/** Rows of orders that contradict nothing: ids are their own, and some rows come twice. */
export const goodTransactions: fc.Arbitrary<Transaction[]> = fc
  .tuple(anyTransactions, fc.array(fc.nat(39), { maxLength: 8 }))
  .map(([rows, again]) => {
    const own = rows.map((row, at): Transaction => {
      const { orderId, refundId, ...rest } = row;
      return {
        ...rest,
        ...(orderId === undefined ? {} : { orderId: `o${at}` }),
        ...(refundId === undefined ? {} : { refundId: `r${at}` }),
        ...(row.refundOf === undefined ? {} : { refundOf: `o${Number(row.refundOf) || 0}` }),
      };
    });
    return [...own, ...again.flatMap((at) => own[at] ?? [])];
  });

/** Lines of orders: those of one order agree in customer and channel. */
export const anyLines: fc.Arbitrary<Transaction[]> = fc.array(
  fc
    .record({
      orderId: fc.integer({ min: 1, max: 9 }),
      date: moment,
      amount,
      tax: optional(amount),
    })
    .map((line) => ({ ...line, customerId: `c${line.orderId % 4}`, channel: line.orderId % 2 })),
  { maxLength: 40 },
);

export const anySubscriptionRows: fc.Arbitrary<Subscription[]> = fc.array(
  fc
    .record({
      customerId,
      start: day,
      days: fc.option(fc.integer({ min: 0, max: 9 })),
      mrr: amount,
      subscriptionId: optional(fc.integer({ min: 1, max: 30 })),
      cancelledAt: optional(day),
      reason: optional(fc.constantFrom("voluntary" as const, "involuntary" as const)),
      trial: optional(fc.boolean()),
      plan: optional(fc.constantFrom("basic", "plus")),
    })
    .map(({ days, ...row }) => ({
      ...row,
      end:
        days === null
          ? null
          : new Date(Date.parse(row.start) + days * 86_400_000).toISOString().slice(0, 10),
    })),
  { maxLength: 30 },
);

export const anyAnswerRows: fc.Arbitrary<SurveyAnswer[]> = fc.array(
  fc
    .record({
      survey: fc.constantFrom("nps" as const, "csat" as const),
      score: fc.option(fc.integer({ min: 1, max: 5 })),
      respondentId: optional(rowId),
      customerId: optional(customerId),
      date: optional(moment),
      channel: optional(fc.constantFrom("web", "shop")),
    })
    .map((row) => row),
  { maxLength: 30 },
);

/** Where to cut a list of rows into parts. */
export const anyCuts: fc.Arbitrary<number[]> = fc.array(fc.nat(40), { maxLength: 5 });

/** The parts of a list, some of them empty. */
export function cut<Row>(
  rows: readonly Row[],
  cuts: readonly number[],
): readonly (readonly Row[])[] {
  const places = [0, ...cuts.map((place) => Math.min(place, rows.length)), rows.length].sort(
    (left, right) => left - right,
  );
  return places.slice(1).map((end, index) => rows.slice(places[index], end));
}
