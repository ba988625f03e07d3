import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTransactions } from "../../src/io/read-transactions.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/exports/${name}`, import.meta.url), "utf8");

/** The members that the layouts work out. */
const main = (rows: readonly object[]) =>
  rows.map((row) => {
    const known = Object.entries(row).filter(([name]) => /^[a-z]+([A-Z][a-z]+)?$/.test(name));
    return Object.fromEntries(known);
  });

describe("an export of Shopify", () => {
  const text = fixture("shopify-orders.csv");
  const { rows, rejects, summary } = readTransactions(text, { guests: "keep" });

  test("is recognised by its columns", () => {
    expect(summary.layout).toBe("shopify");
    expect(summary.columns).toMatchObject({
      ...{ customerId: "Email", orderId: "Name", date: "Created at", amount: "Subtotal" },
      ...{ currency: "Currency", tax: "Taxes", shipping: "Shipping", discount: "Discount Amount" },
    });
  });

  test("gives one sale for each paid order, from its first line", () => {
    expect(rejects).toEqual([]);
    const sales = main(rows).filter(({ type }) => type === "sale");
    expect(sales.map(({ orderId }) => orderId)).toEqual(["#1001", "#1004", "#1005", "#1006"]);
  });

  test("takes included tax off items and shipping in proportion, and all parts make the total", () => {
    // 53.90 with 8.61 of tax: 8.61 × 48 ÷ 53.90 = 7.667… is the items' share.
    expect(main(rows)[0]).toEqual({
      ...{ customerId: "ann@example.org", date: "2024-01-05T10:00:00+01:00", orderId: "#1001" },
      ...{ amount: "40.33", tax: "8.61", shipping: "4.96", discount: "0.00" },
      ...{ currency: "EUR", type: "sale" },
    });
  });

  test("makes what was paid back a refund, split like the order and dated like it", () => {
    // 40 of 100 were paid back: 0.4 × 84.03 = 33.612, 0.4 × 15.97 = 6.388.
    expect(main(rows)[2]).toEqual({
      ...{ customerId: "ann@example.org", date: "2024-02-10T09:15:00+01:00", refundOf: "#1004" },
      ...{ amount: "33.61", tax: "6.39", shipping: "0.00", currency: "EUR", type: "refund" },
    });
  });

  test("takes back all of an order that was paid back in full", () => {
    const [sale, refund] = main(rows).slice(3, 5);
    expect(refund).toMatchObject({ refundOf: "#1005", type: "refund" });
    for (const part of ["amount", "tax", "shipping"]) expect(refund?.[part]).toBe(sale?.[part]);
  });

  test("skips and counts further lines, cancelled and unpaid orders", () => {
    expect(summary.skipped).toEqual({ "order-line": 3, cancelled: 1, unpaid: 1 });
    expect(summary.rows).toBe(9);
    expect(summary.accepted).toBe(4);
    expect(rows).toHaveLength(6);
    expect(summary.notes.map(({ code, count }) => [code, count])).toEqual([
      ["tax-included", 4],
      ["refunds-added", 2],
    ]);
  });

  test("rejects a sale without an email unless guests are kept", () => {
    const refused = readTransactions(text);
    expect(refused.rejects.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [11, "id-empty"],
    ]);
  });

  test("keeps further columns for segments", () => {
    expect(rows[0]).toHaveProperty("Source", "web");
    expect(rows.at(-1)).toHaveProperty("Location", "Shop");
  });

  test("goes through the ledger as it is", () => {
    const ledger = ordersLedger(rows, { guests: "keep", dimensions: ["Source"] });
    expect(ledger.sales.size).toBe(4);
    expect(ledger.refunds.size).toBe(2);
    expect([...ledger.refunds.sale]).toEqual([1, 2]);
  });

  test("leaves the items alone where the tax lies on top", () => {
    const lines =
      "Name,Email,Financial Status,Subtotal,Shipping,Taxes,Total,Created at\n" +
      "#1,a@x.org,paid,100.00,10.00,8.80,118.80,2024-01-05 10:00:00 -0500\n" +
      "#1,a@x.org,,,,,,\n" +
      "#2,a@x.org,paid,100.00,10.00,8.80,123.80,2024-01-06 10:00:00 -0500\n";
    const { rows: on, summary: said } = readTransactions(lines);
    expect(main(on)).toMatchObject([
      { amount: "100.00", tax: "8.80", shipping: "10.00" },
      { amount: "100.00", tax: "8.80", shipping: "10.00" }, // and a tip of 5
    ]);
    expect(said.skipped).toEqual({ "order-line": 1 });
    expect(said.notes).toEqual([]);
  });

  test("rejects an amount that cannot be read, and does not guess it", () => {
    const lines =
      "Name,Email,Financial Status,Subtotal,Total,Created at\n" +
      '#1,a@x.org,paid,"1,234.50","1,234.50",2024-01-05 10:00:00 -0500\n';
    const { issues } = readTransactions(lines).rejects[0] ?? {};
    expect(issues).toMatchObject([
      { code: "number-format", field: "amount", line: 2, column: 4, received: '"1,234.50"' },
    ]);
  });
});

describe("an export of WooCommerce", () => {
  test("is read from the analytics report, whose clock must be named", () => {
    const text = fixture("woocommerce-analytics.csv");
    const without = readTransactions(text);
    expect(without.summary.layout).toBe("woocommerce");
    expect(without.rows).toEqual([]);
    const codes = new Set(without.rejects.flatMap(({ issues }) => issues.map(({ code }) => code)));
    expect([...codes]).toEqual(["date-ambiguous"]);

    const { rows, rejects, summary } = readTransactions(text, { timeZone: "Europe/Paris" });
    expect(main(rows)).toEqual([
      {
        ...{ customerId: "Ann Archer", orderId: "101", amount: "24.00", type: "sale" },
        date: "2024-01-05T09:00:00.000Z",
      },
      {
        ...{ customerId: "Ann Archer", orderId: "103", amount: "61.50", type: "sale" },
        date: "2024-05-31T22:30:00.000Z",
      },
      {
        ...{ customerId: "Bob Baker", orderId: "107", amount: "35.00", type: "sale" },
        date: "2024-10-27T00:30:00.000Z", // shown twice; the first
      },
    ]);
    // 2024-03-31 02:30 was skipped by the clock of Paris.
    expect(rejects.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [3, "date-invalid"],
    ]);
    expect(summary.skipped).toEqual({ refunded: 1, cancelled: 1, unpaid: 1 });
    expect(summary.notes.map(({ code, count }) => [code, count])).toEqual([
      ["customers-by-name", 3],
      ["time-shown-twice", 1],
    ]);
  });

  test("is read from the columns of the usual export plug-ins", () => {
    const { rows, summary } = readTransactions(fixture("woocommerce-orders.csv"), {
      timeZone: "Europe/London",
    });
    expect(summary.layout).toBe("woocommerce");
    expect(main(rows)).toMatchObject([
      { orderId: "2001", amount: "22", tax: "5.20", shipping: "4.00", discount: "2.00" },
      { orderId: "2002", amount: "20", tax: "4.00", shipping: "0", currency: "GBP" },
      { refundOf: "2002", amount: "10", tax: "2", type: "refund" }, // half of 25.50
      { orderId: "2004", amount: "20", tax: "4.80", shipping: "4.00" },
      { refundOf: "2004", amount: "20", tax: "4.80", shipping: "4.00", type: "refund" },
    ]);
    expect(summary.skipped).toEqual({ unpaid: 1 });
  });
});

describe("an export of Stripe", () => {
  const { rows, rejects, summary } = readTransactions(fixture("stripe-payments.csv"));

  test("counts live payments that were made", () => {
    expect(rejects).toEqual([]);
    expect(summary.layout).toBe("stripe");
    expect(summary.skipped).toEqual({ unpaid: 1, test: 1, cancelled: 1 });
  });

  test("reads times of a column in UTC, and writes the currency in capitals", () => {
    expect(main(rows)[0]).toEqual({
      ...{ customerId: "cus_ann", orderId: "ch_1", date: "2024-02-01T08:05:10.000Z" },
      ...{ amount: "20.00", currency: "EUR", type: "sale" },
    });
  });

  test("dates a refund when it was made, where the export says", () => {
    expect(main(rows)[2]).toEqual({
      ...{ customerId: "cus_bob", refundOf: "ch_2", date: "2024-03-05T12:00:00.000Z" },
      ...{ amount: "10", currency: "EUR", type: "refund" },
    });
  });

  test("keeps metadata", () => {
    expect(rows[0]).toHaveProperty("channel (metadata)", "web");
  });
});

describe("the option `layout`", () => {
  test("takes a known export for a plain table", () => {
    const { summary } = readTransactions(fixture("stripe-payments.csv"), { layout: "plain" });
    expect(summary.layout).toBe("plain");
    expect(summary.rejected).toBe(6); // its currency is no ISO code in small letters
  });

  test("names an export whose columns do not tell", () => {
    const text = "Name,Email,Total,Created at\n#1,a@x.org,10.00,2024-01-05 10:00:00 +0000\n";
    expect(readTransactions(text).summary.layout).toBe("plain");
    const { rows } = readTransactions(text, { layout: "shopify" });
    expect(rows).toMatchObject([{ orderId: "#1", amount: "10.00", type: "sale" }]);
  });

  test("leaves single columns to the caller", () => {
    const { rows, summary } = readTransactions(fixture("stripe-payments.csv"), {
      columns: { customerId: "Customer Email" },
    });
    expect(summary.columns["customerId"]).toBe("Customer Email");
    expect(rows[0]?.customerId).toBe("cus_ann@example.org");
  });
});
