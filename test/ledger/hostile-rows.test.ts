import { assertNoPoisoning, restoreGlobals } from "@fast-check/poisoning";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import { cohortTable } from "../../src/ledger/cohort-table.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";
import { BUILT_IN } from "../support/built-in.ts";

afterEach(() => {
  try {
    assertNoPoisoning(BUILT_IN);
  } finally {
    restoreGlobals(BUILT_IN);
  }
});

const GOOD = {
  orders: {
    ...{ customerId: "ann", date: "2025-01-09", amount: "30.00", orderId: "o1", currency: "EUR" },
    ...{ type: "sale", refundOf: "o0", refundId: "r1", discount: 1, tax: 2, shipping: 3 },
    channel: "web",
  },
  subscriptions: {
    ...{ customerId: "ann", start: "2025-01-01", end: "2025-02-01", mrr: "30.00" },
    ...{ subscriptionId: "s1", currency: "EUR", cancelledAt: "2025-01-20" },
    ...{ reason: "voluntary", trial: false, channel: "web" },
  },
  answers: {
    ...{ score: 9, survey: "nps", respondentId: "r1", customerId: "ann", date: "2025-01-09" },
    channel: "web",
  },
  cohorts: { cohort: "2025-01", size: 10, active: [10, 5, null], revenue: [1, 2], currency: "EUR" },
} as const;

const options = { dimensions: ["channel"] };

/** The readers take what the types forbid. */
const READERS: Readonly<Record<keyof typeof GOOD, (rows: unknown) => unknown>> = {
  orders: (rows) => ordersLedger(rows as never, options),
  subscriptions: (rows) => subscriptionsLedger(rows as never, options),
  answers: (rows) => answersLedger(rows as never, options),
  cohorts: (rows) => cohortTable(rows as never),
};

const KINDS = Object.keys(GOOD) as (keyof typeof GOOD)[];

/** The typed error, or null; anything else thrown fails the test. */
function refusal(run: () => unknown): KpiError | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
}

const JUNK: readonly unknown[] = [
  ...[undefined, null, "", " ", "x", "NaN", "null", "1,5", "+1", "0x1", "\u0000", "١", "-1", "1e3"],
  ...[Number.NaN, Number.POSITIVE_INFINITY, -0, 1.5, -1, 1e21, 2 ** 53, 5e-324, 0.1 + 0.2],
  ...[true, false, 1n, Symbol("s"), () => 1, {}, [], [1], new Date(Number.NaN), new Date(0)],
  ...[new Map(), new Set([1]), Object(1), Object("x"), { valueOf: () => 1 }, /x/, new Error("x")],
  ...[
    "2025-02-30",
    "2025-01-09T10:00:00",
    "x".repeat(100_000),
    Object.create(null),
    Promise.resolve(1),
  ],
];

describe.each(KINDS)("a row of %s", (kind) => {
  const read = READERS[kind];
  const good = GOOD[kind];
  const names = Object.keys(good);

  test("is good as it stands", () => {
    expect(refusal(() => read([good]))).toBeNull();
  });

  test("with junk in any one field is accepted, or refused naming that field", () => {
    for (const name of names) {
      for (const junk of JUNK) {
        const error = refusal(() => read([{ ...good, [name]: junk }]));
        if (error === null) continue;
        expect(error.message.length).toBeLessThanOrEqual(500);
        const [issue] = error.issues;
        expect(issue?.row).toBe(0);
        // A start may come after the end, and a cohort be smaller than those who were active.
        expect([name, "end", "active"]).toContain(issue?.field?.split(".")[0]);
        expect(issue?.received?.length ?? 0).toBeLessThanOrEqual(80);
      }
    }
  });

  test("whose getter throws is refused naming the field", () => {
    for (const name of names) {
      const row = Object.defineProperty({ ...good }, name, {
        enumerable: true,
        get() {
          throw new Error("secret");
        },
      });
      const error = refusal(() => read([good, row]));
      const issue = error?.issues.find(({ code }) => code === "row-unreadable");
      expect(issue).toMatchObject({ row: 1, field: name });
      expect(issue?.message).not.toContain("secret");
    }
  });

  test("that throws at any one read, or any one trap, is refused with a typed error", () => {
    const traps = ["get", "has", "getOwnPropertyDescriptor", "getPrototypeOf", "ownKeys"] as const;
    for (const trap of traps) {
      for (let fatal = 0; fatal < 40; fatal += 1) {
        let calls = 0;
        const row = new Proxy(
          { ...good },
          {
            [trap]: (...call: readonly unknown[]) => {
              calls += 1;
              if (calls > fatal) throw new Error("trap");
              return Reflect.apply(Reflect[trap], undefined, call);
            },
          },
        );
        const error = refusal(() => read([row]));
        const codes = error?.issues.map(({ code }) => code) ?? [];
        expect(codes.every((code) => code === "row-unreadable")).toBe(true);
      }
    }
  });

  test("reads each member once", () => {
    const reads = new Map<PropertyKey, number>();
    const row = new Proxy(
      { ...good },
      {
        get(target, name, self) {
          reads.set(name, (reads.get(name) ?? 0) + 1);
          return Reflect.get(target, name, self);
        },
      },
    );
    expect(refusal(() => read([row]))).toBeNull();
    expect(Object.fromEntries(reads)).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
  });

  test("has own members only: what it inherits does not count", () => {
    class Row {}
    const inherited = Object.create(good) as object;
    const instance = Object.assign(new Row(), good);
    const bare = Object.assign(Object.create(null), good) as object;
    expect(refusal(() => read([inherited]))).not.toBeNull();
    expect(refusal(() => read([instance]))).toBeNull();
    expect(refusal(() => read([bare]))).toBeNull();
  });

  test("is not filled up by a polluted prototype", () => {
    for (const name of names) {
      const { [name]: _, ...row } = good as Record<string, unknown>;
      const clean = refusal(() => read([row]));
      Object.defineProperty(Object.prototype, name, {
        value: "1",
        configurable: true,
        writable: true,
      });
      try {
        expect(refusal(() => read([row]))?.totals).toEqual(clean?.totals);
        expect(refusal(() => read([good]))).toBeNull();
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
  });

  test("is left as it is, also when it is frozen", () => {
    const rows = Object.freeze([Object.freeze(structuredClone(good))]);
    const before = structuredClone(rows);
    expect(refusal(() => read(rows))).toBeNull();
    expect(rows).toEqual(before);
  });

  test("that is no object, is a list or is a hole is refused", () => {
    const others = ["x", true, 1n, () => 1, [good], Symbol("x")];
    for (const other of others) {
      const error = refusal(() => read([good, other]));
      expect(error?.issues).toMatchObject([{ code: "row-not-object", row: 1 }]);
    }
    const holed = [good, good, good] as unknown[];
    delete holed[1];
    const polluted = { value: good, configurable: true, writable: true };
    Object.defineProperty(Array.prototype, 1, polluted);
    try {
      expect(refusal(() => read(holed))?.issues).toMatchObject([
        { code: "row-not-object", row: 1 },
      ]);
    } finally {
      Reflect.deleteProperty(Array.prototype, 1);
      Array.prototype.length = 0;
    }
  });

  test("of another kind is refused as such", () => {
    for (const other of KINDS) {
      if (other === kind) continue;
      const error = refusal(() => read([good, GOOD[other]]));
      expect(error?.issues).toContainEqual(expect.objectContaining({ code: "kind-mixed", row: 1 }));
    }
  });
});

describe.each(KINDS)("rows of %s", (kind) => {
  const read = READERS[kind];

  test.each([
    ["nothing", undefined, ""],
    ["text", "[]", "JSON.parse"],
    ["a promise", Promise.resolve([]), "await"],
    ["a set", new Set(), "[...rows]"],
    ["a map", new Map(), "[...rows]"],
    ["a generator", (function* () {})(), "[...rows]"],
    ["a typed array", new Float64Array(2), "ordersLedgerFromColumns"],
    ["columns", { date: ["2025-01-01"] }, "ordersLedgerFromColumns"],
    ["an array-like", { length: 0 }, ""],
  ])("are not %s", (_, rows, hint) => {
    const error = refusal(() => read(rows));
    expect(error?.issues).toMatchObject([{ code: "rows-not-array" }]);
    expect(error?.message).toContain(hint);
  });

  test.each([
    ["that lie about their length", Number.NaN, "rows-not-array"],
    ["of a negative length", -1, "rows-not-array"],
    ["beyond all measure", 2 ** 32 - 1, "too-many-rows"],
  ])("%s are refused", (_, length, code) => {
    const rows = new Proxy([], {
      get: (target, name, self) => (name === "length" ? length : Reflect.get(target, name, self)),
    });
    expect(refusal(() => read(rows))?.issues).toMatchObject([{ code }]);
  });

  test("whose length throws, or that are revoked, are refused", () => {
    const throwing = new Proxy([], {
      get() {
        throw new Error("trap");
      },
    });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(refusal(() => read(throwing))?.issues).toMatchObject([{ code: "row-unreadable" }]);
    expect(refusal(() => read(proxy))?.issues).toMatchObject([{ code: "rows-not-array" }]);
  });

  test("that are empty make an empty ledger", () => {
    expect(read([])).toMatchObject({ rows: 0, warnings: [] });
  });
});

test("any value at all, in place of rows or of options, gives a ledger or a typed error", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
      for (const kind of KINDS) {
        refusal(() => READERS[kind](value));
        refusal(() => READERS[kind]([value]));
      }
      refusal(() => ordersLedger([], value as never));
      refusal(() => subscriptionsLedger([], value as never));
      refusal(() => answersLedger([], value as never));
      refusal(() => cohortTable([], value as never));
    }),
    { numRuns: 1000 },
  );
});

test("two hundred thousand rows overflow nothing", () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => ({
    ...{ customerId: at % 7, date: "2025-01-09", amount: 1, orderId: at },
  }));
  expect(ordersLedger(rows).sales.size).toBe(200_000);
});
