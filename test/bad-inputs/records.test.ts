import { afterAll, describe, expect, test } from "vitest";
import { KpiError } from "../../src/index.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import { cohortTable } from "../../src/ledger/cohort-table.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";
import { report as log } from "../support/report.ts";
import { JUNK } from "./junk.ts";

/** Which junk is legitimately valid in a field; "all" is any text or number. */
interface Kind {
  readonly good: Readonly<Record<string, unknown>>;
  readonly read: (rows: never) => unknown;
  readonly valid: Readonly<Record<string, readonly string[]>>;
}

const ABSENT = ["undefined", "null"];
/** Text that may be an id; odd ones are warned about. */
const ID_TEXTS = [
  ...["text x", "text NaN", "text 1,5", "text +1", "text 0x1", "text ١", "text -1", "text 1e3"],
  ...["text 2025-02-30", "text without zone", "text __proto__", "text NUL"],
];
const ID_NUMBERS = ["-0", "-1"];
const VALUES = [
  ...ID_TEXTS,
  ...["empty text", "blank text", "long text", "true", "false"],
  ...["-0", "-1", "1.5", "1e21", "2 ** 53", "5e-324"],
];
const POSITIVE = ["-0", "1.5"];

const KINDS: Readonly<Record<string, Kind>> = {
  transactions: {
    good: {
      ...{ customerId: "ann", date: "2025-01-09", amount: "30.00", orderId: "o1" },
      ...{ currency: "EUR", type: "sale", refundOf: "o0", refundId: "r1" },
      ...{ discount: 1, tax: 2, shipping: 3, channel: "web" },
    },
    read: (rows) => ordersLedger(rows, { dimensions: ["channel"] }),
    valid: {
      customerId: [...ID_TEXTS, ...ID_NUMBERS],
      date: ["1970"],
      amount: POSITIVE,
      ...{ orderId: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS], type: ABSENT, currency: ABSENT },
      ...{ refundOf: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS] },
      ...{ refundId: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS] },
      discount: [...ABSENT, ...POSITIVE],
      ...{ tax: [...ABSENT, ...POSITIVE], shipping: [...ABSENT, ...POSITIVE] },
      channel: [...ABSENT, ...VALUES],
    },
  },
  subscriptions: {
    good: {
      ...{ customerId: "ann", start: "2025-01-01", end: "2025-02-01", mrr: "30.00" },
      ...{ subscriptionId: "s1", currency: "EUR", cancelledAt: "2025-01-20" },
      ...{ reason: "voluntary", trial: false, plan: "basic" },
    },
    read: (rows) => subscriptionsLedger(rows, { dimensions: ["plan"] }),
    valid: {
      customerId: [...ID_TEXTS, ...ID_NUMBERS],
      start: ["1970"],
      ...{ end: ABSENT, cancelledAt: [...ABSENT, "1970"], currency: ABSENT, reason: ABSENT },
      mrr: POSITIVE,
      subscriptionId: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS],
      trial: [...ABSENT, "true", "false"],
      plan: [...ABSENT, ...VALUES],
    },
  },
  answers: {
    good: {
      ...{ score: 9, survey: "nps", respondentId: "r1", customerId: "ann", date: "2025-01-09" },
      channel: "web",
    },
    read: (rows) => answersLedger(rows, { dimensions: ["channel"] }),
    valid: {
      ...{ score: ["null", "-0"], date: [...ABSENT, "1970"] },
      respondentId: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS],
      customerId: [...ABSENT, ...ID_TEXTS, ...ID_NUMBERS],
      channel: [...ABSENT, ...VALUES],
    },
  },
  cohorts: {
    good: { cohort: "2025-01", size: 10, active: [10, 5], revenue: [1, 2], currency: "EUR" },
    read: (rows) => cohortTable(rows),
    valid: {
      size: [],
      active: ["[]", "[1]", "[null]"],
      revenue: [...ABSENT, "[]", "[1]", "[null]"],
      currency: ABSENT,
    },
  },
};

let injected = 0;
afterAll(() => log(`junk put into fields of rows, one at a time: ${injected}`));

function refusal(run: () => unknown): KpiError | null {
  try {
    run();
    return null;
  } catch (fault) {
    if (fault instanceof KpiError) return fault;
    throw fault;
  }
}

describe.each(Object.entries(KINDS))("a row of %s", (_, { good, read, valid }) => {
  const ask = (rows: readonly unknown[]) => refusal(() => read(rows as never));

  test.each(Object.keys(good))("with junk as its `%s` is refused naming the field", (field) => {
    for (const [kind, junk] of JUNK) {
      injected += 1;
      const fault = ask([good, { ...good, [field]: junk }]);
      const place = `${field}: ${kind}`;
      // A second row like the first one, but for a field, may clash with it: that is no junk.
      const issue = fault?.issues.find(({ row, otherRow }) => row === 1 && otherRow === undefined);
      if (issue === undefined) {
        expect([place, valid[field]?.includes(kind)]).toEqual([place, true]);
        continue;
      }
      const partner = field === "start" ? ["end"] : field === "size" ? ["active"] : [];
      const named = issue.field?.split(".")[0] ?? "";
      expect([place, [field, ...partner].includes(named)]).toEqual([place, true]);
      expect(issue.received?.length ?? 0).toBeLessThanOrEqual(80);
      expect(issue.message.length).toBeLessThanOrEqual(500);
    }
  });

  test("that throws at any one read leaves nothing behind: good rows are read as ever", () => {
    const answer = read([good] as never);
    for (let fatal = 0; fatal < 60; fatal += 1) {
      const fault = ask([good, throwingAt(good, fatal)]);
      if (fault === null) break; // so many reads are never made
      expect(fault.issues.map(({ code }) => code)).toContain("row-unreadable");
      expect(fault.issues.every(({ row }) => row === 1)).toBe(true);
      expect(read([good] as never)).toEqual(answer);
    }
  });
});

/** Answers so many reads of members, and throws from then on. */
function throwingAt(target: object, fatal: number): object {
  let reads = 0;
  return new Proxy(target, {
    get: (own, name, self) => {
      reads += 1;
      if (reads > fatal) throw new Error("trap");
      return Reflect.get(own, name, self);
    },
  });
}
