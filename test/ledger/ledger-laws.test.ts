import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { exactSum } from "../../src/base/exact-sum.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import { mergeLedgers } from "../../src/ledger/merge-ledgers.ts";
import type { OrdersLedger, OrdersLedgerOptions } from "../../src/ledger/orders.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { ordersLedgerFromColumns } from "../../src/ledger/orders-ledger-from-columns.ts";
import type { Transaction } from "../../src/ledger/rows.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";
import {
  anyAnswerRows,
  anyCuts,
  anyLines,
  anySubscriptionRows,
  anyTransactions,
  cut,
  goodTransactions,
} from "../support/random-rows.ts";

const RUNS = { numRuns: 200 };

const OPTIONS: OrdersLedgerOptions = {
  currency: "EUR",
  dimensions: ["channel"],
  asOf: "2024-02-27",
};

/** What a reader gives, or the codes of its refusal. */
function outcome<Value>(run: () => Value): Value | readonly string[] {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    return error.totals.map(({ code, count }) => `${code} ${count}`);
  }
}

function revenue({ sales, refunds }: OrdersLedger): bigint {
  return exactSum(sales.amount.values) - exactSum(refunds.amount.values);
}

/** Orders of each customer, by id. */
function ordersByCustomer({ customers, sales }: OrdersLedger): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const code of sales.customer) {
    counts.set(customers[code], (counts.get(customers[code]) ?? 0) + 1);
  }
  return counts;
}

describe("any split of the rows, joined again, is the ledger of the whole", () => {
  test("for orders", () => {
    fc.assert(
      fc.property(goodTransactions, anyCuts, (rows, cuts) => {
        const whole = ordersLedger(rows, OPTIONS);
        const parts = cut(rows, cuts).map((part) => ordersLedger(part, OPTIONS));
        expect(mergeLedgers(parts)).toEqual(whole);
      }),
      RUNS,
    );
  });

  test("for orders that contradict one another: both refuse, or neither", () => {
    fc.assert(
      fc.property(anyTransactions, anyCuts, (rows, cuts) => {
        const whole = outcome(() => ordersLedger(rows, OPTIONS));
        const joined = outcome(() =>
          mergeLedgers(cut(rows, cuts).map((part) => ordersLedger(part, OPTIONS))),
        );
        if (Array.isArray(whole)) expect(Array.isArray(joined)).toBe(true);
        else expect(joined).toEqual(whole);
      }),
      RUNS,
    );
  });

  test("for lines of orders", () => {
    fc.assert(
      fc.property(anyLines, anyCuts, (rows, cuts) => {
        const options = { ...OPTIONS, rowsAre: "lines" } as const;
        const parts = cut(rows, cuts).map((part) => ordersLedger(part, options));
        expect(mergeLedgers(parts)).toEqual(ordersLedger(rows, options));
      }),
      RUNS,
    );
  });

  test("for subscriptions", () => {
    fc.assert(
      fc.property(anySubscriptionRows, anyCuts, (rows, cuts) => {
        const options = { timeZone: "UTC", dimensions: ["plan"] };
        const whole = outcome(() => subscriptionsLedger(rows, options));
        const joined = outcome(() =>
          mergeLedgers(cut(rows, cuts).map((part) => subscriptionsLedger(part, options))),
        );
        if (Array.isArray(whole)) expect(Array.isArray(joined)).toBe(true);
        else expect(joined).toEqual(whole);
      }),
      RUNS,
    );
  });

  test("for answers", () => {
    fc.assert(
      fc.property(anyAnswerRows, anyCuts, (rows, cuts) => {
        const options = { dimensions: ["channel"], asOf: "2024-02-27" };
        const parts = cut(rows, cuts).map((part) => answersLedger(part, options));
        expect(mergeLedgers(parts)).toEqual(answersLedger(rows, options));
      }),
      RUNS,
    );
  });
});

describe("what a ledger says does not hang on", () => {
  test("the order of the rows", () => {
    const shuffled = goodTransactions.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, turned]) => {
        const [left, right] = [ordersLedger(rows, OPTIONS), ordersLedger(turned, OPTIONS)];
        expect(revenue(right)).toBe(revenue(left));
        expect(ordersByCustomer(right)).toEqual(ordersByCustomer(left));
        const { scale, firstDay, lastDay, latestInstant } = left;
        expect(right).toMatchObject({ scale, firstDay, lastDay, latestInstant });
        const counts = ({ warnings }: OrdersLedger) =>
          new Map(warnings.map(({ code, field, count }) => [`${code} ${field}`, count]));
        const [found, before] = [counts(right), counts(left)];
        for (const name of ["id-lookalike customerId"]) {
          // which of two like ids is the later one is a matter of order
          expect(found.delete(name)).toBe(before.delete(name));
        }
        expect(found).toEqual(before);
      }),
      RUNS,
    );
  });

  test("the names of the customers", () => {
    fc.assert(
      fc.property(goodTransactions, (rows) => {
        const names = new Map<unknown, string>();
        const renamed = rows.map((row) => {
          const name = names.get(row.customerId) ?? `customer ${names.size}`;
          names.set(row.customerId, name);
          return { ...row, customerId: name };
        });
        const [left, right] = [ordersLedger(rows, OPTIONS), ordersLedger(renamed, OPTIONS)];
        expect(right.sales).toEqual(left.sales);
        expect(right.refunds).toEqual(left.refunds);
      }),
      RUNS,
    );
  });

  test("columns that nobody asked for, or how a value is written", () => {
    fc.assert(
      fc.property(goodTransactions, (rows) => {
        const other = rows.map((row, at) => {
          const { date } = row;
          const isInstant = typeof date === "string" && date.length > 10;
          return {
            ...row,
            amount: String(row.amount),
            date: isInstant ? new Date(date) : date,
            ["column"]: at,
            orderId: row.orderId ?? null,
          };
        });
        const unquoted = (ledger: OrdersLedger) => ({
          ...ledger,
          warnings: ledger.warnings.map(({ received: _, ...warning }) => warning),
        });
        expect(unquoted(ordersLedger(other, OPTIONS))).toEqual(
          unquoted(ordersLedger(rows, OPTIONS)),
        );
      }),
      RUNS,
    );
  });
});

describe("columns make the ledger of the same rows", () => {
  const NAMES = [
    ...(["customerId", "date", "amount", "orderId", "type"] as const),
    ...(["refundOf", "refundId", "tax", "channel"] as const),
  ];

  test("as arrays", () => {
    fc.assert(
      fc.property(goodTransactions, (rows) => {
        const columns = Object.fromEntries(
          NAMES.map((name) => [name, rows.map((row) => Reflect.get(row, name) as unknown)]),
        );
        expect(ordersLedgerFromColumns(columns as never, OPTIONS)).toEqual(
          ordersLedger(rows, OPTIONS),
        );
      }),
      RUNS,
    );
  });

  test("as dictionaries", () => {
    fc.assert(
      fc.property(goodTransactions, (rows) => {
        const columns = Object.fromEntries(
          NAMES.map((name) => {
            const cells = rows.map((row) => Reflect.get(row, name) as unknown);
            const dictionary = [...new Set(cells)].reverse();
            const indices = Int32Array.from(cells, (cell) => dictionary.indexOf(cell));
            return [name, { dictionary, indices }];
          }),
        );
        expect(ordersLedgerFromColumns(columns as never, OPTIONS)).toEqual(
          ordersLedger(rows, OPTIONS),
        );
      }),
      RUNS,
    );
  });

  test("as typed arrays", () => {
    const row = fc.record({
      customer: fc.integer({ min: -5, max: 5 }),
      ...{ day: fc.integer({ min: 19_000, max: 19_005 }), hour: fc.nat(23) },
      cents: fc.integer({ min: -500, max: 5000 }),
      order: fc.nat(10 ** 9),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (rows, withTime) => {
        const time = ({ day, hour }: { readonly day: number; readonly hour: number }) =>
          day * 86_400_000 + hour * 3_600_000;
        const columns = {
          customerId: Int32Array.from(rows, ({ customer }) => customer),
          date: withTime ? Float64Array.from(rows, time) : Int32Array.from(rows, ({ day }) => day),
          amount: Float64Array.from(rows, ({ cents }) => cents / 100),
          orderId: BigInt64Array.from(rows, ({ order }) => BigInt(order)),
        };
        const same = rows.map((cells) => ({
          customerId: cells.customer,
          date: withTime
            ? new Date(time(cells))
            : new Date(cells.day * 86_400_000).toISOString().slice(0, 10),
          amount: cells.cents / 100,
          orderId: cells.order,
        }));
        const options = { currency: "EUR" };
        const read = outcome(() => ordersLedger(same, options));
        expect(outcome(() => ordersLedgerFromColumns(columns, options))).toEqual(read);
      }),
      RUNS,
    );
  });
});

test("what is sold and refunded in full leaves the revenue as it was", () => {
  fc.assert(
    fc.property(goodTransactions, fc.integer({ min: 0, max: 10 ** 9 }), (rows, cents) => {
      const sale: Transaction = {
        ...{ customerId: "new", date: "2024-02-21", orderId: "new" },
        amount: (cents / 100).toFixed(2),
      };
      const refund: Transaction = { ...sale, type: "refund" };
      const [before, after] = [rows, [sale, ...rows, refund]].map((list) =>
        ordersLedger(list, OPTIONS),
      );
      if (before === undefined || after === undefined) throw new Error("two ledgers were made");
      const factor = 10n ** BigInt(after.scale - before.scale);
      expect(revenue(after)).toBe(revenue(before) * factor);
      expect(after.refunds.sale.at(-1)).toBe(0);
    }),
    RUNS,
  );
});
