import { expect, test } from "vitest";
import {
  churnRateVariants,
  cohortRetention,
  ordersLedger,
  overPeriods,
  retentionRate,
} from "../../src/index.ts";
import { readTransactions } from "../../src/io.ts";

test("the lines of an analyst's notebook run as they stand", () => {
  const text =
    "email,created_at,total,channel\n" +
    "ann,2025-01-09T10:00:00+01:00,30,web\nann,2025-04-02 09:00:00 +0200,12.50,shop\nbob,2025-02-03,7,web\n";
  const { rows, rejects } = readTransactions(text, {
    columns: { customerId: "email", date: "created_at", amount: "total" },
  });
  const orders = ordersLedger(rows, {
    currency: "EUR",
    timeZone: "Europe/Paris",
    dimensions: ["channel"],
  });
  expect(rejects).toEqual([]);
  expect(retentionRate(orders, { period: "2025-Q2" }).value).toBe(0.5);
  expect(orders.dimensions["channel"]?.values).toEqual(["web", "shop"]);
  for (const table of [
    churnRateVariants(orders, { period: "2025-Q2" }),
    cohortRetention(orders, { every: "month" }),
    overPeriods(retentionRate, orders, { every: "quarter" }),
  ]) {
    expect(Object.keys(table).length).toBeGreaterThan(0);
  }
});
