import { describe, expect, test } from "vitest";
import { answersLedger, KpiError, ordersLedger, subscriptionsLedger } from "../../src/index.ts";
import { tries } from "../support/nightly.ts";

/** An array that makes each row when it is asked for it, and keeps none. */
function lazily<Row>(length: number, rowAt: (at: number) => Row): readonly Row[] {
  const target: Row[] = [];
  return new Proxy(target, {
    get(_, name, self) {
      if (name === "length") return length;
      const at = typeof name === "string" ? Number(name) : Number.NaN;
      return Number.isInteger(at) ? rowAt(at) : Reflect.get(target, name, self);
    },
    has: (_, name) => Number(name) < length,
    getOwnPropertyDescriptor: (_, name) =>
      name === "length"
        ? { value: length, writable: true }
        : { value: rowAt(Number(name)), configurable: true, enumerable: true, writable: true },
  });
}

const ROWS = tries(200_000, 10_000_000);

interface Kind {
  readonly good: (at: number) => object;
  readonly bad: () => object;
  /** The field at fault in a bad row. */
  readonly field: string;
  readonly read: (rows: readonly never[]) => { readonly rows: number };
}

const KINDS: Readonly<Record<string, Kind>> = {
  orders: {
    good: (at: number) => ({ customerId: at % 99_991, date: "2025-01-09", amount: 1, orderId: at }),
    bad: () => ({ customerId: 1, date: "2025-01-09", amount: "x" }),
    field: "amount",
    read: (rows: readonly never[]) => ordersLedger(rows),
  },
  subscriptions: {
    good: (at: number) => ({ customerId: at, start: "2025-01-09", end: null, mrr: 1 }),
    bad: () => ({ customerId: 1, start: "2025-02-30", mrr: 1 }),
    field: "start",
    read: (rows: readonly never[]) => subscriptionsLedger(rows),
  },
  answers: {
    good: (at: number) => ({ survey: "nps", score: at % 11 }),
    bad: () => ({ survey: "nps", score: 11 }),
    field: "score",
    read: (rows: readonly never[]) => answersLedger(rows),
  },
};

describe.each(Object.entries(KINDS))("very many rows of %s, made one by one", (_, kind) => {
  const { good, bad, field, read } = kind;

  test("are read without a stack that overflows", () => {
    expect(read(lazily(ROWS, good) as never).rows).toBe(ROWS);
  }, 3_600_000);

  test("that are all bad have a thousand faults listed and every one counted", () => {
    try {
      read(lazily(ROWS, bad) as never);
      expect.unreachable("bad rows were taken");
    } catch (fault) {
      if (!(fault instanceof KpiError)) throw fault;
      expect(fault.issues.length).toBe(1000);
      expect(fault.totals).toMatchObject([{ field, count: ROWS }]);
    }
  }, 3_600_000);
});
