import { expect, test } from "vitest";
import { writeCustomerValues } from "../../src/io/write-customer-values.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { customerValues } from "../../src/models/customer-values.ts";

test("writes a line a customer; what is not known is an empty cell, and no cell is a formula", () => {
  const rows = [
    { customerId: "=cmd|' /C calc'!A0", repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
    { customerId: 'a "quoted", one', repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
  ];
  // Nobody came back: no parameter is told, so there are no intervals.
  const values = customerValues({ purchases: fitBgNbd(rows) }, rows, { horizon: 4 });
  const [head = "", first = "", second = "", ...rest] = writeCustomerValues(values).split("\r\n");
  expect(head.split(",").slice(0, 3)).toEqual([
    "customer_id",
    "probability_alive",
    "expected_purchases",
  ]);
  expect(first).toMatch(/^"?'=cmd\|' \/C calc'!A0"?,1\.000000,\d+\.\d{6},0,\d+,,\d+\.\d{6},,,$/);
  expect(second).toMatch(/^"a ""quoted"", one",1\.000000,/);
  expect(rest).toEqual([""]);
});
