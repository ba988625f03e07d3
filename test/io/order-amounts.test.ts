import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../src/base/decimal.ts";
import { type OrderMoney, splitOrder } from "../../src/io/order-amounts.ts";

const none: OrderMoney = {
  ...{ net: "", items: "", total: "", tax: "", shipping: "", fees: "", refunded: "" },
};

describe("an order's money", () => {
  test.each<
    readonly [title: string, money: Partial<OrderMoney>, sale: object, refund: object | null]
  >([
    ["a net amount stands", { net: "24.00" }, { amount: "24.00", tax: "", shipping: "" }, null],
    [
      "a net amount is paid back as it was",
      { net: "24.00", refunded: "4.50" },
      { amount: "24.00" },
      { amount: "4.5" },
    ],
    ["items without tax stand", { items: "24.00", total: "24.00" }, { amount: "24.00" }, null],
    [
      "tax on top leaves items alone",
      { items: "100", tax: "20", total: "120" },
      { amount: "100", tax: "20" },
      null,
    ],
    [
      "included tax is taken off",
      { items: "120", tax: "20", total: "120" },
      { amount: "100", tax: "20" },
      null,
    ],
    [
      "a total is freed of all else",
      { total: "131.50", tax: "20", shipping: "10", fees: "1.50" },
      { amount: "100" },
      null,
    ],
    ["what cannot be read is handed on", { items: "1,5", total: "2" }, { amount: "1,5" }, null],
    ["so is a refund", { items: "2", refunded: "€1" }, { amount: "€1" }, null],
    ["nothing is nothing", { tax: "1" }, { amount: "" }, null],
    [
      "a refund may be written below zero",
      { total: "10", refunded: "-4" },
      { amount: "10" },
      { amount: "4" },
    ],
    [
      "a free order can be paid back all the same",
      { total: "0", refunded: "4" },
      { amount: "0" },
      { amount: "4" },
    ],
    [
      "halves are rounded to even",
      { items: "1", tax: "1", total: "2", refunded: "0.01" },
      {},
      { amount: "0", tax: "0" },
    ],
  ])("%s", (_, money, sale, refund) => {
    const split = splitOrder({ ...none, ...money }, 2);
    expect(split.sale).toMatchObject(sale);
    if (refund === null) expect(split.refund).toBeNull();
    else expect(split.refund).toMatchObject(refund);
  });

  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((amount) => (amount / 100).toFixed(2));
  const sum = (...parts: readonly string[]): string =>
    parts.reduce((total, part) => total.plus(part || 0), new Decimal(0)).toFixed(2);

  test("makes its total again, whether the tax lies on top or within", () => {
    const property = fc.property(
      cents,
      cents,
      cents,
      fc.boolean(),
      (items, shipping, tax, isOnTop) => {
        const total = isOnTop ? sum(items, shipping, tax) : sum(items, shipping);
        fc.pre(isOnTop || Number(tax) <= Number(total));
        const { sale } = splitOrder({ ...none, items, shipping, tax, total }, 2);
        expect(sum(sale.amount, sale.tax, sale.shipping)).toBe(total);
      },
    );
    fc.assert(property, { numRuns: 1000 });
  });

  test("comes to nothing once it is all paid back", () => {
    const property = fc.property(cents, cents, cents, (items, shipping, tax) => {
      const total = sum(items, shipping, tax);
      fc.pre(Number(total) > 0);
      const { sale, refund } = splitOrder(
        { ...none, items, shipping, tax, total, refunded: total },
        2,
      );
      for (const part of ["amount", "tax", "shipping"] as const) {
        expect(Number(refund?.[part])).toBe(Number(sale[part]));
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
