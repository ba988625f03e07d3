import { describe, expect, test } from "vitest";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import type { Transaction } from "../../src/ledger/rows.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { purchaseSummaryFromRows } from "../../src/models/purchase-summary-from-rows.ts";
import { purchaseSummary } from "../../src/models/purchase-summary-of-orders.ts";
import { report } from "../support/report.ts";
import { sharedLines } from "./shared-data.ts";

const UNTIL = { unit: "day", observedUntil: "2025-06-01" } as const;

function order(customerId: string, day: number, amount: number | string): Transaction {
  return { customerId, date: `2025-05-${String(day).padStart(2, "0")}`, amount };
}

describe("purchaseSummary", () => {
  test("has one place a customer, in the order in which they first appear, with names", () => {
    const rows = [order("bob", 8, 5), order("ann", 1, 9), order("ann", 11, 10), order("bob", 9, 7)];
    const { customerIds, repeatPurchases, lastPurchaseAge, age, meanSpend } = purchaseSummary(
      rows,
      UNTIL,
    );
    expect(customerIds).toEqual(["bob", "ann"]);
    expect([...repeatPurchases]).toEqual([1, 1]);
    expect([...lastPurchaseAge]).toEqual([1, 10]);
    expect([...age]).toEqual([23, 30]);
    expect([...(meanSpend ?? [])]).toEqual([7, 10]);
  });

  test("is the same of rows and of a ledger, and reads the question's own zone and currency", () => {
    const rows: Transaction[] = [
      { customerId: 7, date: "2025-05-01T23:30:00Z", amount: "12.50" },
      { customerId: 7, date: "2025-05-04T10:00:00Z", amount: "3.25" },
    ];
    const reading = { timeZone: "Europe/Paris", currency: "EUR" } as const;
    const ofRows = purchaseSummary(rows, { ...UNTIL, ...reading });
    expect(purchaseSummary(ordersLedger(rows, reading), UNTIL)).toEqual(ofRows);
    expect([ofRows.lastPurchaseAge[0], ofRows.meanSpend?.[0], ofRows.currency]).toEqual([
      2,
      3.25,
      "EUR",
    ]);
  });

  test("ends the day after the last row when nothing else is said", () => {
    expect(purchaseSummary([order("ann", 1, 9), order("ann", 11, 1)], { unit: "day" }).age[0]).toBe(
      10,
    );
    expect(purchaseSummary([]).age.length).toBe(0);
  });

  test("takes refunds off their order, those that name none off the latest order so far", () => {
    const sales = [order("ann", 1, 9), order("ann", 11, 10), order("ann", 21, 20)];
    const withIds = sales.map((row, index) => ({ ...row, orderId: index }));
    const named = { ...order("ann", 25, 4), type: "refund", refundOf: 1 } as const;
    expect(purchaseSummary([...withIds, named], UNTIL).meanSpend?.[0]).toBe((6 + 20) / 2);
    const unnamed = order("ann", 15, -4);
    expect(purchaseSummary([...sales, unnamed], UNTIL).meanSpend?.[0]).toBe((6 + 20) / 2);
    const tooMuch = { ...order("ann", 25, 99), type: "refund", refundOf: 1 } as const;
    expect(purchaseSummary([...withIds, tooMuch], UNTIL).meanSpend?.[0]).toBe(0);
    const late = { ...order("ann", 31, 4), type: "refund", refundOf: 1 } as const;
    const early = { ...UNTIL, observedUntil: "2025-05-31" };
    expect(purchaseSummary([...withIds, late], early).meanSpend?.[0]).toBe(15);
  });

  test("keeps an order refunded in full as a purchase unless told otherwise", () => {
    const sales = [order("ann", 1, 9), order("ann", 11, 10)].map((row, orderId) => ({
      ...row,
      orderId,
    }));
    const rows = [...sales, { ...order("ann", 12, 10), type: "refund", refundOf: 1 } as const];
    expect(purchaseSummary(rows, UNTIL).repeatPurchases[0]).toBe(1);
    const strict = purchaseSummary(rows, { ...UNTIL, countFullyRefunded: false });
    expect(strict.repeatPurchases[0]).toBe(0);
  });

  test("leaves out guests", () => {
    const guest = { date: "2025-05-02", amount: 5 } as unknown as Transaction;
    const summary = purchaseSummary([order("ann", 1, 9), guest], { ...UNTIL, guests: "keep" });
    expect(summary.customerIds).toEqual(["ann"]);
  });

  test("keeps what follows the start of a hold-out apart", () => {
    const rows = [order("ann", 1, 9), order("ann", 20, 30), order("bob", 21, 4)];
    const { holdout, newInHoldout, customerIds } = purchaseSummary(rows, {
      ...UNTIL,
      holdoutFrom: "2025-05-15",
    });
    expect(customerIds).toEqual(["ann"]);
    expect([holdout?.horizon, holdout?.purchases[0], newInHoldout]).toEqual([17, 1, 1]);
  });

  test.each([
    ["observedUntil", "soon"],
    ["holdoutFrom", "2025-13-01"],
    ["unit", "fortnight"],
    ["mergeSameDay", "yes"],
    ["buckets", "year"],
  ])("refuses `%s`: %j by name", (option, value) => {
    expect(() => purchaseSummary([order("ann", 1, 9)], { [option]: value })).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        issues: [expect.objectContaining({ option })],
      }),
    );
  });

  test("of the CDNOW sample, it leads to the likelihood of exact weeks", () => {
    const rows = sharedLines("cdnow_sample_transactions.csv").map((line): Transaction => {
      const [customerId = "", date = "", , amount = ""] = line.split(",");
      return { customerId, date, amount };
    });
    if (rows.length === 0) return;
    const summary = purchaseSummary(rows, { observedUntil: "1997-10-01", currency: "USD" });
    expect(summary.age.length).toBe(2357);
    const { logLikelihood } = fitBgNbd(summary);
    report(`CDNOW from its transactions: BG/NBD log-likelihood ${logLikelihood}`);
    expect(logLikelihood).toBeCloseTo(-9582.42920667, 7);
  });
});

describe("purchaseSummaryFromRows", () => {
  const columns = { customerId: "id", repeatPurchases: "x", lastPurchaseAge: "t_x", age: "T" };

  test("takes numbers as drivers hand them out, and names of the query's own", () => {
    const rows = [
      { id: 1, x: 2n, t_x: "4.5", T: 9, customers: "12" },
      { id: 2, x: "0", t_x: 0, T: "1e1", meanSpend: null },
    ];
    const summary = purchaseSummaryFromRows(rows, { unit: "month", columns });
    expect(summary.unit).toBe("month");
    expect(summary.customerIds).toEqual([1, 2]);
    expect([...summary.repeatPurchases, ...summary.lastPurchaseAge, ...summary.age]).toEqual([
      ...[2, 0, 4.5, 0, 9, 10],
    ]);
    expect([...summary.customers]).toEqual([12, 1]);
    expect(summary.meanSpend).toBeNull();
  });

  test.each([
    ["a last purchase without a repeat", { x: 0, t_x: 3, T: 9 }, "lastPurchaseAge"],
    ["a last purchase after now", { x: 1, t_x: 10, T: 9 }, "lastPurchaseAge"],
    ["half a purchase", { x: 1.5, t_x: 3, T: 9 }, "repeatPurchases"],
    ["a word", { x: "two", t_x: 3, T: 9 }, "x"],
    ["nothing", { x: 1, t_x: null, T: 9 }, "t_x"],
  ])("refuses %s, naming customer and field", (_, row, field) => {
    const good = { id: "ann", x: 1, t_x: 3, T: 9 };
    const bad = { id: "bob", ...row };
    expect(() => purchaseSummaryFromRows([good, bad], { unit: "week", columns })).toThrow(
      expect.objectContaining({
        code: "invalid-data",
        message: expect.stringContaining('of customer "bob"'),
        issues: [expect.objectContaining({ row: 1, field })],
      }),
    );
  });

  test("refuses what is no row, no list of rows, and no unit", () => {
    const code = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (error) {
        return (error as { readonly code: unknown }).code;
      }
    };
    const unit = "week" as const;
    expect(code(() => purchaseSummaryFromRows([null as never], { unit }))).toBe("invalid-data");
    expect(code(() => purchaseSummaryFromRows([], { unit }))).toBe("invalid-data");
    expect(code(() => purchaseSummaryFromRows({} as never, { unit }))).toBe("invalid-argument");
    expect(code(() => purchaseSummaryFromRows([], { unit: "era" as never }))).toBe(
      "invalid-argument",
    );
  });
});
