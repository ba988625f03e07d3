import { create, all as everything } from "mathjs";
import { describe, expect, test } from "vitest";
import { type KpiResult, type Report, type ReportQuestion, report } from "../../src/index.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import { sharedText } from "../support/shared.ts";

/** Facts of the public CDNOW sample (Fader & Hardie), counted from the file by other means. */
const text = sharedText("data/cdnow_sample_transactions.csv");
const { rows: orders } =
  text === null
    ? { rows: [] }
    : readTransactions(text, {
        columns: { customerId: "customer_id", date: "date", amount: "amount" },
      });

const reportOf = (question: ReportQuestion): Report =>
  report({ orders }, { currency: "USD", ...question });

function resultOf(page: Report, kpi: string, variant?: string): KpiResult {
  const found = page.results.find(
    (result) => result.kpi === kpi && (variant === undefined || result.variant === variant),
  );
  if (!found) throw new Error(`the report has no ${kpi}`);
  return found;
}

const independent = create(everything ?? {}, { number: "BigNumber", precision: 60 });

function digits(value: string, count: number): string {
  return independent.bignumber(value).toSignificantDigits(count).toString();
}

describe.skipIf(text === null)("the CDNOW sample", () => {
  test("all rows: orders, customers, revenue, order value, repeat, frequency and gaps", () => {
    const page = reportOf({});
    const value = resultOf(page, "averageOrderValue");
    expect(value.counts).toMatchObject({ orders: 6919, revenue: "244091.94", customers: 2357 });
    const quotient = String(independent.evaluate("244091.94 / 6919"));
    expect(digits(value.exact ?? "", 30)).toBe(digits(quotient, 30));
    expect(resultOf(page, "repeatCustomerRate").counts).toMatchObject({
      ...{ repeatCustomers: 1152, customers: 2357 },
    });
    expect(resultOf(page, "purchaseFrequency").counts).toMatchObject({
      ...{ orders: 6919, customers: 2357 },
    });
    const gaps = resultOf(page, "timeBetweenPurchases", "mean-of-gaps");
    expect(gaps.counts).toMatchObject({ gaps: 4339 });
    expect(gaps.exact?.slice(0, 11)).toBe("70.86056695");
    expect(resultOf(page, "timeBetweenPurchases", "median").value).toBe(34);
  });

  test("retention and churn are not computed without a period, and the report says why", () => {
    const { notComputed } = reportOf({});
    const reason = notComputed.find(({ kpi }) => kpi === "churnRate")?.reason;
    expect(reason).toMatch(/period/);
  });

  test.each([
    ["1997-Q2", 524, 2357],
    ["1997-Q3", 214, 524],
    ["1997-Q4", 203, 418],
  ])("in %s %i of %i buyers of the quarter before bought again", (period, kept, atStart) => {
    const page = reportOf({ period, compareTo: "previous" });
    expect(resultOf(page, "retentionRate").counts).toMatchObject({
      ...{ retainedCustomers: kept, customersAtStart: atStart },
    });
  });

  test("in 1997-Q2 there were 524 buyers; the comparison is with the quarter before", () => {
    const page = reportOf({ period: "1997-Q2", compareTo: "previous" });
    expect(resultOf(page, "repeatCustomerRate").counts).toMatchObject({ customers: 524 });
    expect(page.comparison?.period).toEqual({ start: "1997-01-01", end: "1997-04-01" });
    const before = page.comparison?.results.find(({ kpi }) => kpi === "purchaseFrequency");
    expect(before?.counts).toMatchObject({ customers: 2357 });
  });

  test("the year 1997", () => {
    const page = reportOf({ period: "1997" });
    expect(resultOf(page, "averageOrderValue").counts).toMatchObject({
      ...{ orders: 5728, revenue: "201224.82" },
    });
    expect(resultOf(page, "repeatCustomerRate").counts).toMatchObject({
      ...{ repeatCustomers: 1053, customers: 2357 },
    });
  });
});
