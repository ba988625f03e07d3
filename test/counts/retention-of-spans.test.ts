import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CustomersQuestion,
  churnRate,
  type RetentionCounts,
  type RetentionSource,
  retentionRate,
} from "../../src/index.ts";
import { dayText } from "../support/day-text.ts";

const RUNS = { numRuns: 1000 };
const WHO = ["ann", "bob", "cleo", "__proto__"];
const YEAR = 120;

interface Span {
  readonly customerId: string;
  readonly from: number;
  readonly until: number;
}

const spans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(...WHO),
      fc.integer({ min: 0, max: YEAR }),
      fc.integer({ min: 1, max: 60 }),
    )
    .map(([customerId, from, days]) => ({ customerId, from, until: from + days })),
  { minLength: 1, maxLength: 12 },
);

const periods = fc
  .tuple(fc.integer({ min: 1, max: YEAR }), fc.integer({ min: 1, max: 60 }))
  .map(([start, days]) => ({ start, end: start + days }));

/** What a clerk would find who looks at every customer on every day. */
function dayByDay(
  rows: readonly Span[],
  { start, end }: { readonly start: number; readonly end: number },
): Partial<RetentionCounts> {
  const found = {
    ...{ customersAtStart: 0, retainedCustomers: 0, customersAtEnd: 0 },
    ...{ newCustomers: 0, returnedCustomers: 0, lostCustomers: 0, customerDays: 0 },
  };
  for (const who of WHO) {
    const own = rows.filter(({ customerId }) => customerId === who);
    const activeAt = (day: number) => own.some(({ from, until }) => from < day && until >= day);
    const startsWithin = own.some(({ from }) => from >= start && from < end);
    const before = own.some(({ from }) => from < start);
    const [atStart, atEnd] = [activeAt(start), activeAt(end)];
    if (atStart) found.customersAtStart += 1;
    if (atStart && atEnd) found.retainedCustomers += 1;
    if (atEnd) found.customersAtEnd += 1;
    if (startsWithin && !before) found.newCustomers += 1;
    if (startsWithin && before && !atStart) found.returnedCustomers += 1;
    if ((atStart || startsWithin) && !atEnd) found.lostCustomers += 1;
    for (let day = start; day < end; day += 1) {
      if (own.some(({ from, until }) => from <= day && day < until)) found.customerDays += 1;
    }
  }
  return found;
}

function subscriptions(rows: readonly Span[]): RetentionSource {
  return rows.map(({ customerId, from, until }) => ({
    ...{ customerId, mrr: 10, start: dayText(from), end: dayText(until) },
  }));
}

const asked = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  period: { start: dayText(start), end: dayText(end) },
});

describe("counts of retention", () => {
  test("of subscriptions are those of a simulation day by day", () => {
    fc.assert(
      fc.property(spans, periods, (rows, period) => {
        const { counts } = retentionRate(subscriptions(rows), asked(period));
        expect(counts).toMatchObject(dayByDay(rows, period));
      }),
      RUNS,
    );
  });

  test("of orders with inactiveAfterDays are those of subscriptions of so many days", () => {
    const orders = spans.map((rows) => rows.map(({ customerId, from }) => ({ customerId, from })));
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 90 }), periods, (rows, days, period) => {
        const bought = rows.map(({ customerId, from }, orderId) => ({
          ...{ customerId, orderId, date: dayText(from), amount: 1 },
        }));
        const question: CustomersQuestion = { ...asked(period), inactiveAfterDays: days };
        const { counts } = retentionRate(bought, question);
        // Orders after the period are not known yet when it ends.
        const known = rows
          .filter(({ from }) => from < period.end)
          .map((row) => ({ ...row, until: row.from + days }));
        expect(counts).toMatchObject(dayByDay(known, period));
      }),
      RUNS,
    );
  });

  test("opening + new + returned − lost is closing, and closing the next opening, over every tiling", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: YEAR + 60 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(spans, cuts, (rows, edges) => {
        const sorted = [...edges].sort((a, b) => a - b);
        let closing: number | null = null;
        for (const [at, start] of sorted.slice(0, -1).entries()) {
          const { counts } = retentionRate(
            subscriptions(rows),
            asked({ start, end: sorted[at + 1] ?? start + 1 }),
          );
          const { customersAtStart, newCustomers, returnedCustomers, lostCustomers } = counts;
          const joined = (newCustomers ?? 0) + (returnedCustomers ?? 0);
          expect(customersAtStart + joined - (lostCustomers ?? 0)).toBe(counts.customersAtEnd);
          expect(customersAtStart).toBe(closing ?? customersAtStart);
          closing = counts.customersAtEnd;
        }
      }),
      RUNS,
    );
  });

  test("every start of a customer's first span is new in one period of a tiling", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 50 }), (rows, step) => {
        const starts = Array.from({ length: Math.ceil((YEAR + 1) / step) }, (_, at) => at * step);
        const news = starts.map(
          (start) =>
            retentionRate(subscriptions(rows), asked({ start, end: start + step })).counts
              .newCustomers ?? 0,
        );
        const customers = new Set(rows.map(({ customerId }) => customerId)).size;
        expect(news.reduce((sum, count) => sum + count, 0)).toBe(customers);
      }),
      { numRuns: 300 },
    );
  });

  test("retention and churn are one by every rule", () => {
    const rules = fc.constantFrom("period-end", "cancelled", "scheduled");
    fc.assert(
      fc.property(spans, rules, fc.nat(59), periods, (rows, recognise, notice, period) => {
        const cancelled = rows.map(({ customerId, from, until }) => ({
          ...{ customerId, mrr: 10, start: dayText(from), end: dayText(until) },
          cancelledAt: dayText(Math.max(from, until - notice)),
        }));
        const question = { ...asked(period), recognise };
        const [kept, lost] = [retentionRate(cancelled, question), churnRate(cancelled, question)];
        expect(lost.status).toBe(kept.status);
        if (kept.value === null || lost.value === null) return;
        expect(lost.counts).toEqual(kept.counts);
        expect(kept.value + lost.value).toBeCloseTo(1, 15);
        expect(kept.value).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test("an earlier recognition never keeps more of the customers of a start", () => {
    fc.assert(
      fc.property(spans, fc.nat(59), periods, (rows, notice, period) => {
        const told = rows.map(({ customerId, from, until }) => ({
          ...{ customerId, mrr: 10, start: dayText(from), end: dayText(until) },
          cancelledAt: dayText(Math.max(from, until - notice)),
        }));
        const endOf = (recognise: CustomersQuestion["recognise"] & string) =>
          retentionRate(told, { ...asked(period), recognise }).counts.customersAtEnd ?? 0;
        expect(endOf("cancelled")).toBeLessThanOrEqual(endOf("period-end"));
      }),
      RUNS,
    );
  });
});
