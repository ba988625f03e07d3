import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { cohortSchema } from "../../src/io/cohort-schema.ts";
import { reportJsonSchema, resultJsonSchema } from "../../src/io/json-schemas.ts";
import { guestTransactionSchema, transactionSchema } from "../../src/io/record-schemas.ts";
import { reportSchema } from "../../src/io/report-schema.ts";
import { resultSchema } from "../../src/io/result-schema.ts";
import { averageOrderValue } from "../../src/kpis/average-order-value.ts";
import { nps } from "../../src/kpis/nps.ts";
import { report } from "../../src/kpis/report.ts";
import { retentionRate } from "../../src/kpis/retention-rate.ts";
import { timeBetweenPurchases } from "../../src/kpis/time-between-purchases.ts";

const orders = [
  { customerId: "ann", date: "2025-01-09", amount: 30 },
  { customerId: "ann", date: "2025-04-02", amount: "12.50" },
  { customerId: "bob", date: "2025-04-03", amount: 7, type: "sale" },
] as const;

const asked = { period: "2025-Q2", currency: "EUR" } as const;
const results = [
  retentionRate(orders, { period: "2025-Q2" }),
  retentionRate([], { period: "2025-Q2" }),
  averageOrderValue(orders, { currency: "EUR" }),
  timeBetweenPurchases(orders),
  nps([10, 9, 7, 3]),
  nps([]),
];
const reports = [
  report({ orders, answers: [] }, { ...asked, compareTo: "previous" }),
  report({ orders }, { currency: "EUR" }),
];

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each([
  ["result", resultJsonSchema(), resultSchema, results],
  ["report", reportJsonSchema(), reportSchema, reports],
] as const)("the schema of a %s", (name, jsonSchema, schema, values) => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(jsonSchema);

  test("is published as it is", () => {
    const file = new URL(`../../docs/schema/${name}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(jsonSchema);
    expect(jsonSchema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  test("takes what this library makes, and changes nothing of it", () => {
    for (const value of values) {
      const sent = overTheWire(value);
      expect(validate(sent), JSON.stringify(validate.errors)).toBe(true);
      expect(schema.parse(sent)).toEqual(sent);
    }
  });

  test("refuses it with any member gone or of another type", () => {
    for (const value of values) {
      const sent = overTheWire(value) as Record<string, unknown>;
      for (const member of Object.keys(sent)) {
        const { [member]: gone, ...rest } = sent;
        const isOptional = member === "comparison" || member === "counts";
        for (const broken of isOptional ? [] : [rest, { ...sent, [member]: { odd: 1 } }]) {
          expect(validate(broken), `${member} of ${JSON.stringify(gone)}`).toBe(false);
          expect(schema.safeParse(broken).success).toBe(false);
        }
      }
    }
  });
});

test("a result without a value has no number anywhere, and one with a value has its digits", () => {
  const [, none] = results;
  const some = overTheWire(results[0]) as object;
  expect(resultSchema.safeParse({ ...(overTheWire(none) as object), value: 0 }).success).toBe(
    false,
  );
  expect(resultSchema.safeParse({ ...some, exact: "1e3" }).success).toBe(false);
  expect(resultSchema.safeParse({ ...some, value: null }).success).toBe(false);
  expect(resultSchema.safeParse({ ...some, interval: { lower: 0, upper: 1 } }).success).toBe(false);
});

describe("schemas of rows", () => {
  test("let further members pass, whatever they are called", () => {
    const row = JSON.parse(
      '{"customerId":"a","date":"2025-01-09","amount":"5","__proto__":1,"x":2}',
    );
    const parsed = transactionSchema.parse(row);
    expect(parsed).toMatchObject({ customerId: "a", x: 2 });
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });

  test("know guests only where they are asked to", () => {
    const guest = { date: "2025-01-09", amount: "5" };
    expect(transactionSchema.safeParse(guest).success).toBe(false);
    expect(guestTransactionSchema.safeParse(guest).success).toBe(true);
  });

  test.each([
    [{ cohort: "2025-01", size: 100, active: [100, 60, null] }, true],
    [{ cohort: "2025-01", size: 2, active: [2], revenue: ["20.00", null], currency: "EUR" }, true],
    [{ cohort: "2025-01", size: 2, active: [3] }, false],
    [{ cohort: "2025-01", size: 2.5, active: [1] }, false],
    [{ cohort: "", size: 2, active: [1] }, false],
    [{ cohort: "2025-01", size: 2, active: [1], revenue: ["1,5"] }, false],
    [{ cohort: "2025-01", size: 2, active: [1], currency: "euro" }, false],
    [{ cohort: "2025-01", active: [1] }, false],
  ])("the cohort %j: %s", (cohort, isOne) => {
    expect(cohortSchema.safeParse(cohort).success).toBe(isOne);
  });
});
