import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { GUEST, type OrdersLedgerOptions } from "../../src/ledger/orders.ts";
import { ordersLedgerFromColumns } from "../../src/ledger/orders-ledger-from-columns.ts";

const DAYS = Int32Array.of(20_097, 20_100);
const GOOD = { customerId: ["ann", "bob"], date: DAYS, amount: Float64Array.of(1, 2.5) };

function issuesOf(columns: unknown, options?: OrdersLedgerOptions): readonly string[] {
  try {
    ordersLedgerFromColumns(columns as never, options);
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    return error.issues.map(({ code, row, field }) => `${code} ${row ?? "-"} ${field ?? "-"}`);
  }
  return [];
}

describe("columns", () => {
  test("of whole numbers are days, of other numbers milliseconds", () => {
    const days = ordersLedgerFromColumns(GOOD).sales;
    const instants = Float64Array.from(DAYS, (day) => day * 86_400_000 + 1);
    const moments = ordersLedgerFromColumns({ ...GOOD, date: instants }).sales;
    const big = ordersLedgerFromColumns({ ...GOOD, date: BigInt64Array.from(instants, BigInt) });
    expect(days.instant).toBeNull();
    expect(moments.instant).toEqual(instants);
    expect(big.sales).toEqual(moments);
    expect([days.day, moments.day]).toEqual([DAYS, DAYS]);
  });

  test("of 64-bit integers are ids and whole amounts", () => {
    const { customers, sales } = ordersLedgerFromColumns({
      ...{ customerId: BigInt64Array.of(7n, 8n), date: DAYS },
      amount: BigInt64Array.of(2n ** 53n + 1n, 2n),
    });
    expect(customers).toEqual([7, 8]);
    expect(sales.amount.values).toEqual(BigInt64Array.of(2n ** 53n + 1n, 2n));
    expect(issuesOf({ ...GOOD, customerId: BigInt64Array.of(2n ** 60n, 1n) })).toEqual([
      "number-not-safe-integer 0 customerId",
    ]);
  });

  test("of indices below 0 or beyond the dictionary have no cell there", () => {
    const at = (...indices: readonly number[]) => ({
      ...GOOD,
      customerId: { dictionary: ["ann"], indices: Int32Array.from(indices) },
    });
    expect(issuesOf(at(0, -1))).toEqual(["field-missing 1 customerId"]);
    expect(issuesOf(at(1, 0))).toEqual(["field-missing 0 customerId"]);
    const kept = ordersLedgerFromColumns(at(0, -1), { guests: "keep" });
    expect([...kept.sales.customer]).toEqual([0, GUEST]);
  });

  test("need no customers where guests are kept", () => {
    const { customerId: _, ...columns } = GOOD;
    expect(issuesOf(columns)).toEqual(["field-missing - customerId"]);
    const { sales } = ordersLedgerFromColumns(columns, { guests: "keep" });
    expect([...sales.customer]).toEqual([GUEST, GUEST]);
  });

  test("are not changed, and are not held on to", () => {
    const date = DAYS.slice();
    const { sales } = ordersLedgerFromColumns({ ...GOOD, date });
    date[0] = 0;
    expect(sales.day[0]).toBe(20_097);
  });

  test.each([
    [null, "rows-not-array - -"],
    ["x", "rows-not-array - -"],
    [{ ...GOOD, date: undefined }, "field-missing - date"],
    [{ ...GOOD, amount: null }, "field-missing - amount"],
    [{ ...GOOD, amount: 7 }, "field-wrong-type - amount"],
    [{ ...GOOD, amount: { dictionary: [1] } }, "field-wrong-type - amount"],
    [{ ...GOOD, amount: { dictionary: [1], indices: [0, 0] } }, "field-wrong-type - amount"],
    [{ ...GOOD, amount: [1] }, "field-wrong-type - amount"],
    [{ ...GOOD, date: Int32Array.of(20_097, 9_999_999) }, "date-out-of-range 1 date"],
    [{ ...GOOD, date: Float64Array.of(Number.NaN, 0) }, "field-missing 0 date"],
    [{ ...GOOD, amount: Float64Array.of(1, Number.NaN) }, "number-not-finite 1 amount"],
    [{ ...GOOD, amount: Float32Array.of(1, 0.1) }, "number-too-precise 1 amount"],
    [{ ...GOOD, amount: ["1", "1,5"] }, "number-format 1 amount"],
    [{ ...GOOD, amount: [1, -1], type: ["sale", "sale"] }, "negative-amount 1 amount"],
    [{ ...GOOD, type: ["sale", "gift"] }, "field-wrong-type 1 type"],
    [{ ...GOOD, currency: ["EUR", "USD"] }, "currency-mixed 1 currency"],
    [{ ...GOOD, orderId: ["o1", ""] }, "id-empty 1 orderId"],
    [{ ...GOOD, tax: [1, -1] }, "negative-amount 1 tax"],
  ])("%# are refused: %s", (columns, expected) => {
    expect(issuesOf(columns)).toEqual([expected]);
  });

  test("that throw are refused naming the column", () => {
    const hostile = {
      get amount(): never {
        throw new Error("secret");
      },
    };
    const cells = new Proxy([1, 2], {
      get() {
        throw new Error("secret");
      },
    });
    expect(
      issuesOf(Object.defineProperties({ ...GOOD }, Object.getOwnPropertyDescriptors(hostile))),
    ).toEqual(["row-unreadable - amount"]);
    expect(issuesOf({ ...GOOD, amount: cells })).toEqual(["row-unreadable - amount"]);
  });

  test("of a refused dictionary entry are refused in every row", () => {
    const amount = Float64Array.of(1, 2, 3);
    const customerId = { dictionary: ["ann", ""], indices: Uint8Array.of(1, 0, 1) };
    const date = { dictionary: ["2025-01-09", "x"], indices: Uint8Array.of(0, 1, 1) };
    expect(issuesOf({ customerId, date, amount })).toEqual([
      ...["id-empty 0 customerId", "id-empty 2 customerId"],
      ...["date-format 1 date", "date-format 2 date"],
    ]);
  });

  test("notice an odd day of a dictionary in every row", () => {
    const { warnings } = ordersLedgerFromColumns({
      ...{ customerId: ["a", "b", "c"], amount: [1, 2, 3] },
      date: { dictionary: ["1970-01-01", "2025-01-09"], indices: Uint8Array.of(1, 0, 0) },
    });
    expect(warnings).toMatchObject([{ code: "date-implausible", row: 1, count: 2 }]);
  });

  test("of lines are summed, and need order ids where they are no refunds", () => {
    const lines = { rowsAre: "lines" } as const;
    const { sales } = ordersLedgerFromColumns(
      { ...GOOD, customerId: ["ann", "ann"], orderId: ["o1", "o1"] },
      lines,
    );
    expect(sales).toMatchObject({ size: 1, rows: 2 });
    expect([...sales.amount.values]).toEqual([35]);
    const amount = Float64Array.of(1, -1);
    expect(issuesOf({ ...GOOD, amount }, lines)).toEqual(["field-missing 0 orderId"]);
  });

  test("of amounts that the decimals of others leave no room for are refused", () => {
    const amount = ["9223372036854775807", "0.01"];
    expect(issuesOf({ ...GOOD, amount })).toEqual(["number-out-of-range 0 amount"]);
  });

  test("of tax that only sales have, or none, are counted as blank", () => {
    const columns = { ...GOOD, amount: [1, -2], tax: [0.5, null] };
    const { sales, refunds } = ordersLedgerFromColumns(columns);
    expect(sales.tax).toEqual({ values: Float64Array.of(5), blank: 0 });
    expect(refunds.tax).toBeNull();
  });
});
