import { inspect } from "node:util";
import { assertNoPoisoning } from "@fast-check/poisoning";
import { describe, expect, test } from "vitest";
import {
  answersLedger,
  averageOrderValue,
  churnRate,
  cohortRetention,
  csat,
  historicalClv,
  KpiError,
  nps,
  ordersLedger,
  purchaseFrequency,
  repeatCustomerRate,
  report,
  retentionRate,
  subscriptionsLedger,
  timeBetweenPurchases,
} from "../../src/index.ts";
import {
  readTransactions,
  sieve,
  subscriptionSchema,
  surveyAnswerSchema,
  transactionSchema,
} from "../../src/io.ts";
import { BUILT_IN } from "../support/built-in.ts";
import { dice } from "../support/dice.ts";
import { tries } from "../support/nightly.ts";
import { report as log } from "../support/report.ts";
import { JUNK } from "./junk.ts";

/** `FUZZ_SEED=42` tries other rows; every failure names its seed and batch. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261121);
const BATCH = 100;
const ROWS = tries(50_000, 1_000_000);

type Row = Readonly<Record<string, unknown>>;
type Roll = (below: number) => number;
type Ask = (rows: never) => unknown;

const day = (roll: Roll): string =>
  new Date(Date.UTC(2025, 0, 1 + roll(300))).toISOString().slice(0, 10);

const ids: readonly unknown[] = ["ann", "bob", "Ann", 7, "7", "__proto__", "constructor", "zoé"];
const id = (roll: Roll): unknown => ids[roll(ids.length)];
const money = (roll: Roll): unknown =>
  roll(3) === 0 ? roll(9999) / 100 : `${roll(9999)}.${10 + roll(90)}`;

const KINDS: Readonly<Record<string, { readonly good: (roll: Roll) => Row; readonly ask: Ask[] }>> =
  {
    transactions: {
      good: (roll) => ({
        ...{ customerId: id(roll), date: day(roll), amount: money(roll), orderId: roll(1e9) },
        ...(roll(9) === 0 ? { type: "refund", refundId: roll(1e9) } : {}),
        ...(roll(4) === 0 ? { tax: money(roll), channel: "web" } : {}),
        currency: "EUR",
      }),
      ask: [
        (rows) => ordersLedger(rows, { dimensions: ["channel"], asOf: "2025-08-01" }),
        (rows) => averageOrderValue(rows, { basis: "total" }),
        (rows) => repeatCustomerRate(rows, { period: "2025-Q2", method: "returning" }),
        (rows) => purchaseFrequency(rows, { period: "2025-Q2" }),
        (rows) => timeBetweenPurchases(rows, { method: "median" }),
        (rows) => historicalClv(rows, { margin: 0.3 }),
        (rows) => retentionRate(rows, { period: "2025-Q2" }),
        (rows) => cohortRetention(rows, { every: "quarter" }),
        (rows) => report({ orders: rows }, { period: "2025-Q2" }),
        (rows) => readTransactions(rows),
        (rows) => sieve(rows, transactionSchema),
      ],
    },
    subscriptions: {
      good: (roll) => ({
        ...{ customerId: id(roll), start: day(roll), mrr: money(roll), currency: "EUR" },
        ...(roll(3) === 0 ? { end: `2026-0${1 + roll(9)}-01`, reason: "voluntary" } : {}),
        ...(roll(3) === 0 ? { cancelledAt: day(roll), trial: false } : {}),
      }),
      ask: [
        (rows) => subscriptionsLedger(rows, { asOf: "2025-08-01" }),
        (rows) => churnRate(rows, { period: "2025-05" }),
        (rows) => retentionRate(rows, { period: "2025-05", recognise: "scheduled" }),
        (rows) => sieve(rows, subscriptionSchema),
      ],
    },
    answers: {
      good: (roll) => ({ score: roll(6), survey: "nps", date: day(roll), respondentId: roll(1e9) }),
      ask: [
        (rows) => answersLedger(rows, { asOf: "2025-08-01" }),
        (rows) => nps(rows, { period: "2025" }),
        (rows) => csat(rows, { scale: { min: 0, max: 10 } }),
        (rows) => sieve(rows, surveyAnswerSchema),
      ],
    },
  };

/** A text with one letter changed for another one, of all of Unicode's first plane. */
function bent(text: string, roll: Roll): string {
  const at = roll(text.length + 1);
  return text.slice(0, at) + String.fromCharCode(roll(0x10000)) + text.slice(at + roll(2));
}

/** A good row with a few things wrong; of some batches none is. */
function rowOf(good: Row, badness: number, roll: Roll): unknown {
  if (badness === 0) return Object.freeze({ ...good });
  if (roll(200) === 0) return JUNK[roll(JUNK.length)]?.[1];
  const entries = Object.entries(good).flatMap(([name, value]): [string, unknown][] => {
    if (roll(1000) >= badness) return [[name, value]];
    const way = roll(4);
    if (way === 0) return [];
    if (way === 1) return [[bent(name, roll), value]];
    return [[name, way === 2 ? bent(String(value), roll) : JUNK[roll(JUNK.length)]?.[1]]];
  });
  return Object.freeze(Object.fromEntries(entries));
}

describe.each(Object.entries(KINDS))("fuzzed rows of %s", (kind, { good, ask }) => {
  const batches = Math.ceil(ROWS / Object.keys(KINDS).length / BATCH);

  test(`get an answer or a typed error, are left as they are, and touch nothing global`, () => {
    const prototypes = globals();
    let refused = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const roll = dice(SEED + batch);
      const badness = [0, 5, 100][batch % 3] ?? 0;
      const rows = Array.from({ length: BATCH }, () => rowOf(good(roll), badness, roll));
      Object.freeze(rows);
      const before = inspect(rows, INSPECTED);
      const place = `seed ${SEED}, ${kind}, batch ${batch}`;
      for (const call of [ask[0], ask[1 + (batch % (ask.length - 1))]]) {
        if (call !== undefined && !isAnswered(call, rows, place)) refused += 1;
      }
      expect(inspect(rows, INSPECTED)).toBe(before);
    }
    expect(globals()).toBe(prototypes);
    expect(() => assertNoPoisoning(BUILT_IN)).not.toThrow();
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(2 * batches);
    log(`fuzzed ${kind}: ${batches * BATCH} rows, ${refused} of ${2 * batches} calls refused`);
  }, 3_600_000);
});

const INSPECTED = { depth: 1, maxArrayLength: 20, maxStringLength: 40, showProxy: true } as const;

function globals(): string {
  return inspect([Object.prototype, Array.prototype, Map.prototype], { showHidden: true });
}

/** Whether there was an answer. Anything thrown but a `KpiError` fails the test. */
function isAnswered(call: Ask, rows: readonly unknown[], place: string): boolean {
  try {
    call(rows as never);
    return true;
  } catch (fault) {
    if (fault instanceof KpiError && fault.issues.length > 0 && fault.message.length <= 500) {
      return false;
    }
    throw new Error(`${place}: ${String(fault)}`, { cause: fault });
  }
}
