import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/base/day.ts";
import { KpiError } from "../../src/base/errors.ts";
import type { Issue } from "../../src/base/issue.ts";
import { GUEST, NO_SALE, type OrdersLedgerOptions } from "../../src/ledger/orders.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import type { Transaction } from "../../src/ledger/rows.ts";

const DAY = "2025-01-09";

const order = (amount: number | string, more: Partial<Transaction> = {}): Transaction => ({
  ...{ customerId: "ann", date: DAY, amount },
  ...more,
});

/** The refusal of rows that the types may forbid. */
function refusal(rows: readonly unknown[], options?: OrdersLedgerOptions): KpiError {
  try {
    ordersLedger(rows as readonly Transaction[], options);
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error("these rows should have been refused");
}

const places = ({ issues }: KpiError) =>
  issues.map(({ code, row, field }: Issue) => `${code} ${row} ${field}`);

const noticed = (rows: readonly Transaction[], options?: OrdersLedgerOptions) =>
  ordersLedger(rows, options).warnings.map(
    ({ code, row, otherRow, count }) => `${code} ${row} ${otherRow ?? "-"} ×${count}`,
  );

describe("money", () => {
  test("has one scale: the decimals of the currency, or more if a row needs them", () => {
    const scaleOf = (amounts: readonly (number | string)[], currency?: string) =>
      ordersLedger(
        amounts.map((amount) => order(amount)),
        currency === undefined ? {} : { currency },
      ).scale;
    expect(scaleOf([5, "7"])).toBe(0);
    expect(scaleOf([5, "7"], "EUR")).toBe(2);
    expect(scaleOf([5, "7.125"], "EUR")).toBe(3);
    expect(scaleOf([5], "JPY")).toBe(0);
    expect(scaleOf([5], "KWD")).toBe(3);
    expect(scaleOf([])).toBe(0);
  });

  test("is rescaled when a later row has more decimals", () => {
    const { sales } = ordersLedger([order(5), order("0.5"), order("0.125"), order(2)]);
    expect([...sales.amount.values]).toEqual([5000, 500, 125, 2000]);
  });

  test("is held in 64-bit integers where a number would not do, and only there", () => {
    const { sales, refunds } = ordersLedger(
      [order("90071992547409.93"), order(0.5), order(3, { type: "refund" })],
      { currency: "EUR" },
    );
    expect(sales.amount.values).toEqual(BigInt64Array.of(9_007_199_254_740_993n, 50n));
    expect(refunds.amount.values).toEqual(Float64Array.of(300));
  });

  test("is refused when the decimals of other rows leave no room for it", () => {
    const rows = [order("9223372036854775807"), order("0.01")];
    expect(places(refusal(rows))).toEqual(["number-out-of-range 0 amount"]);
  });

  test("with more decimals than its currency has is kept, and all such rows are counted", () => {
    const rows = [order("1.125"), order("1.50"), order(0.001)];
    expect(noticed(rows, { currency: "EUR" })).toEqual(["number-too-precise 0 - ×2"]);
    expect(noticed(rows)).toEqual([]);
  });

  test("of a column that only some rows have is 0 in the others, which are counted", () => {
    const { sales, refunds } = ordersLedger([
      order(1),
      order(2, { tax: "0.19" }),
      order(3, { tax: null }),
      order(4, { type: "refund" }),
    ]);
    expect(sales.tax).toEqual({ values: Float64Array.of(0, 19, 0), blank: 2 });
    expect([sales.discount, sales.shipping, refunds.tax]).toEqual([null, null, null]);
  });

  test("taken off or put on top is never negative", () => {
    const rows = [order(1, { discount: -1, tax: "-0.5", shipping: -0.25 }), order(1, { tax: "" })];
    expect(places(refusal(rows))).toEqual([
      "negative-amount 0 discount",
      "negative-amount 0 tax",
      "negative-amount 0 shipping",
      "field-missing 1 tax",
    ]);
  });
});

describe("currency", () => {
  test("is taken from the rows, or else from the option", () => {
    expect(ordersLedger([order(1, { currency: "EUR" })]).currency).toBe("EUR");
    expect(ordersLedger([order(1)], { currency: "EUR" }).currency).toBe("EUR");
    expect(ordersLedger([order(1)]).currency).toBeNull();
  });

  test("that is not the same in all rows is a mismatch, naming both rows", () => {
    const error = refusal(
      [order(1), order(1, { currency: "EUR" }), order(1, { currency: "USD" })],
      {
        currency: "EUR",
      },
    );
    expect(error.code).toBe("currency-mismatch");
    expect(places(error)).toEqual(["currency-mixed 2 currency"]);
    const mixed = refusal([order(1, { currency: "EUR" }), order(1, { currency: "USD" })]);
    expect(mixed.issues).toMatchObject([{ row: 1, otherRow: 0, field: "currency" }]);
  });

  test("that differs from the option's is a mismatch in every row", () => {
    const rows = [order(1, { currency: "EUR" }), order(1, { currency: "EUR" })];
    const error = refusal(rows, { currency: "USD" });
    expect(error.code).toBe("currency-mismatch");
    expect(places(error)).toEqual(["currency-mixed 0 currency", "currency-mixed 1 currency"]);
  });

  test("with other faults beside it is invalid data", () => {
    const rows = [order(1, { currency: "EUR" }), order(1, { currency: "USD", date: "x" })];
    expect(refusal(rows).code).toBe("invalid-data");
  });

  test("that some rows leave out must be named by the option", () => {
    const rows = [order(1), order(1, { currency: "EUR" })];
    expect(places(refusal(rows))).toEqual(["currency-missing 0 currency"]);
    expect(ordersLedger(rows, { currency: "EUR" }).currency).toBe("EUR");
  });
});

describe("orders", () => {
  test("with one id and equal content are counted once", () => {
    const row = order("12.50", { orderId: "o1", tax: 2 });
    const rows = [row, order(1), { ...row, amount: 12.5, tax: "2.00" }];
    expect(ordersLedger(rows).sales.size).toBe(2);
    expect(ordersLedger(rows).sales.rows).toBe(3);
    expect(noticed(rows)).toEqual(["duplicate-transaction 2 0 ×1"]);
  });

  test.each<Partial<Transaction> & { readonly channel?: string }>([
    { amount: 2 },
    { date: "2025-01-10" },
    { date: "2025-01-09T00:00:00Z" },
    { customerId: "bob" },
    { tax: 1 },
    { channel: "shop" },
  ])("with one id but other content %j are refused", (other) => {
    const row = order(1, { orderId: "o1" });
    const error = refusal([order(9), row, { ...row, ...other }], { dimensions: ["channel"] });
    expect(error.issues).toMatchObject([
      { code: "id-conflict", row: 2, otherRow: 1, field: "orderId", received: '"o1"' },
    ]);
  });

  test("with the number 1 and the text 1 as ids are two orders", () => {
    expect(ordersLedger([order(1, { orderId: 1 }), order(2, { orderId: "1" })]).sales.size).toBe(2);
  });

  test("without an id that look the same are kept, and noticed", () => {
    const rows = [order(1), order(1), order("1.00"), order(1, { date: "2025-01-10" })];
    expect(ordersLedger(rows).sales.size).toBe(4);
    expect(noticed(rows)).toEqual(["identical-rows 1 0 ×2"]);
  });

  test("without an id at different instants of a day do not look the same", () => {
    const at = (hour: string) => order(1, { date: `2025-01-09T${hour}:00:00Z` });
    expect(noticed([at("10"), at("11"), at("10")])).toEqual(["identical-rows 2 0 ×1"]);
  });

  test("of guests do not look the same, however alike they are", () => {
    const rows = [order(1, { customerId: null }), order(1, { customerId: null })];
    expect(noticed(rows, { guests: "keep" })).toEqual([]);
  });

  test("of equal look are found whatever the order of the days", () => {
    const days = ["2025-01-09", "2025-01-01", "2025-01-09", "2025-01-05", "2025-01-01"];
    const rows = days.map((date) => order(1, { date }));
    expect(noticed(rows)).toEqual(["identical-rows 2 0 ×2"]);
  });
});

describe("refunds", () => {
  test("are never orders, and find their sale by refundOf or by its order id, also before it", () => {
    const { sales, refunds } = ordersLedger([
      order(5, { type: "refund", refundOf: "o2" }),
      order(10, { orderId: "o1" }),
      order(20, { orderId: "o2" }),
      order(4, { type: "refund", orderId: "o1" }),
      order(3, { type: "refund", orderId: "r3", refundOf: "o1" }),
      order(1, { type: "refund" }),
    ]);
    expect(sales.size).toBe(2);
    expect([...refunds.sale]).toEqual([1, 0, 0, NO_SALE]);
    expect([...refunds.amount.values]).toEqual([5, 4, 3, 1]);
    expect([...refunds.row]).toEqual([0, 3, 4, 5]);
  });

  test("without a type have a negative amount, which is noticed", () => {
    const { refunds, warnings } = ordersLedger([
      order(10, { orderId: 1 }),
      order(-4, { refundOf: 1 }),
    ]);
    expect([...refunds.amount.values]).toEqual([4]);
    expect([...refunds.sale]).toEqual([0]);
    expect(warnings).toMatchObject([{ code: "negative-amount", row: 1, field: "amount" }]);
  });

  test("with the type keep their size whatever the sign", () => {
    const { refunds } = ordersLedger([order("-4.50", { type: "refund", tax: -1 })]);
    expect([...refunds.amount.values]).toEqual([45]);
    expect([...(refunds.tax?.values ?? [])]).toEqual([10]);
  });

  test("of the type sale are refused", () => {
    expect(places(refusal([order(-4, { type: "sale" })]))).toEqual(["negative-amount 0 amount"]);
  });

  test("of an unknown sale are kept, and noticed", () => {
    const rows = [order(10, { orderId: 1 }), order(4, { type: "refund", refundOf: "1" })];
    expect([...ordersLedger(rows).refunds.sale]).toEqual([NO_SALE]);
    expect(noticed(rows)).toEqual(["refund-without-sale 1 - ×1"]);
  });

  test("with one refund id are one, or a conflict", () => {
    const sale = order(10, { orderId: "o1" });
    const refund = order(4, { type: "refund", refundOf: "o1", refundId: "r1" });
    expect(noticed([sale, refund, refund])).toEqual(["duplicate-transaction 2 1 ×1"]);
    const other = { ...refund, amount: 5 };
    expect(places(refusal([sale, refund, other]))).toEqual(["id-conflict 2 refundId"]);
  });

  test("without a refund id may be many, and look the same only for one sale", () => {
    const refundOf = (orderId: string) => order(4, { type: "refund", refundOf: orderId });
    const sales = [order(10, { orderId: "o1" }), order(11, { orderId: "o2" })];
    const rows = [...sales, refundOf("o1"), refundOf("o2"), refundOf("o1")];
    expect(noticed(rows)).toEqual(["identical-rows 4 2 ×1"]);
  });

  test("of more than the sale was worth are noticed", () => {
    const sale = order(10, { orderId: "o1" });
    const rows = [
      sale,
      ...[6, 4, 0.01].map((amount) => order(amount, { orderId: "o1", type: "refund" })),
    ];
    expect(noticed(rows.slice(0, 3))).toEqual([]);
    expect(noticed(rows)).toEqual(["refund-above-sale 1 0 ×1"]);
  });
});

describe("lines", () => {
  const options = { rowsAre: "lines" } as const;

  test("of one order are summed; its date is the earliest, its row the first", () => {
    const { sales } = ordersLedger(
      [
        order("1.25", { orderId: "o1", date: "2025-01-10", tax: 1 }),
        order(7, { orderId: "o2" }),
        order(2, { orderId: "o1", date: "2025-01-09T10:00:00Z" }),
        order(2, { orderId: "o1", date: "2025-01-09T09:00:00Z", tax: "0.5" }),
      ],
      options,
    );
    expect(sales).toMatchObject({ size: 2, rows: 4, orderId: ["o1", "o2"] });
    expect([...sales.amount.values]).toEqual([525, 700]);
    expect(sales.tax).toEqual({ values: Float64Array.of(150, 0), blank: 2 });
    expect([...sales.day]).toEqual([dayOf(2025, 1, 9), dayOf(2025, 1, 9)]);
    expect(sales.instant).toEqual(Float64Array.of(Date.parse("2025-01-09T09:00:00Z"), Number.NaN));
    expect([...sales.row]).toEqual([0, 1]);
  });

  test("may add up to more than a number holds", () => {
    const { sales } = ordersLedger(
      [order(9_007_199_254_740_991, { orderId: 1 }), order(2, { orderId: 1 })],
      options,
    );
    expect(sales.amount.values).toEqual(BigInt64Array.of(9_007_199_254_740_993n));
    const most = order("9223372036854775807", { orderId: 1 });
    expect(places(refusal([most, order(1, { orderId: 1 })], options))).toEqual([
      "number-out-of-range 0 amount",
    ]);
  });

  test("of one order agree in customer and dimensions", () => {
    const line = order(1, { orderId: "o1" });
    const rows = [line, { ...line, customerId: "bob" }, { ...line, channel: "web" }];
    const error = refusal(rows, { ...options, dimensions: ["channel"] });
    expect(places(error)).toEqual(["id-conflict 1 orderId", "id-conflict 2 orderId"]);
  });

  test("need an order id", () => {
    expect(places(refusal([order(1)], options))).toEqual(["field-missing 0 orderId"]);
  });

  test("that are alike are all summed", () => {
    const line = order(1, { orderId: "o1" });
    expect([...ordersLedger([line, line], options).sales.amount.values]).toEqual([2]);
    expect(noticed([line, line], options)).toEqual([]);
  });
});

describe("customers", () => {
  test("are coded in the order in which they are met", () => {
    const ids = ["__proto__", 7, "constructor", "7", "__proto__"];
    const ledger = ordersLedger(ids.map((customerId, at) => order(at + 1, { customerId })));
    expect(ledger.customers).toEqual(["__proto__", 7, "constructor", "7"]);
    expect([...ledger.sales.customer]).toEqual([0, 1, 2, 3, 0]);
  });

  test("without an id are refused, or kept as guests", () => {
    const rows = [
      order(1, { customerId: null }),
      order(1, { customerId: undefined }),
      order(1, { customerId: " " }),
    ];
    expect(places(refusal(rows))).toEqual([
      "field-missing 0 customerId",
      "field-missing 1 customerId",
      "id-empty 2 customerId",
    ]);
    const kept = ordersLedger(rows, { guests: "keep" });
    expect(kept.customers).toEqual([]);
    expect([...kept.sales.customer]).toEqual([GUEST, GUEST, GUEST]);
  });

  test.each([
    [2 ** 53, "number-not-safe-integer"],
    [1.5, "id-wrong-type"],
    [Number.NaN, "id-wrong-type"],
    [true, "id-wrong-type"],
    [["c1"], "id-wrong-type"],
    ["x".repeat(1001), "id-too-long"],
  ])("are not %j", (customerId, code) => {
    expect(places(refusal([{ ...order(1), customerId }]))).toEqual([`${code} 0 customerId`]);
  });

  test.each([
    ["c1 ", ["id-whitespace 1 - ×1", "id-lookalike 1 0 ×1"]],
    ["C1", ["id-lookalike 1 0 ×1"]],
    ["c1\u200b", ["id-lookalike 1 0 ×1"]],
    ["c1\u0007", ["id-control-char 1 - ×1"]],
    ["\ud800", ["id-control-char 1 - ×1"]],
    ["N/A", ["id-placeholder 1 - ×1"]],
    ["undefined", ["id-placeholder 1 - ×1"]],
    ["c2", []],
    ["ç", []],
  ])("called %j are noticed beside c1: %j", (customerId, expected) => {
    const rows = [order(1, { customerId: "c1" }), order(2, { customerId })];
    expect(new Set(noticed(rows))).toEqual(new Set(expected));
  });

  test("with the number 1 and the text 1 as ids are two, which is noticed with all rows", () => {
    const rows = ["1", 1, 1].map((customerId, at) => order(at, { customerId }));
    expect(noticed(rows)).toEqual(["id-lookalike 1 0 ×2"]);
  });
});

describe("days", () => {
  test("are those of the ledger's zone", () => {
    const rows = [
      order(1, { date: "2025-01-09T23:30:00Z" }),
      order(2, { date: new Date("2025-01-09T01:00:00Z") }),
    ];
    const days = (timeZone: string) => [...ordersLedger(rows, { timeZone }).sales.day];
    expect(days("UTC")).toEqual([dayOf(2025, 1, 9), dayOf(2025, 1, 9)]);
    expect(days("Europe/Paris")).toEqual([dayOf(2025, 1, 10), dayOf(2025, 1, 9)]);
    expect(days("America/New_York")).toEqual([dayOf(2025, 1, 9), dayOf(2025, 1, 8)]);
  });

  test("run from the first to the last of sales and refunds", () => {
    const rows = [
      order(1, { date: "2025-01-10T10:00:00Z" }),
      order(1, { date: "2025-01-12", type: "refund" }),
    ];
    expect(ordersLedger(rows)).toMatchObject({
      firstDay: dayOf(2025, 1, 10),
      lastDay: dayOf(2025, 1, 12),
      latestInstant: Date.parse("2025-01-10T10:00:00Z"),
    });
    expect(ordersLedger([])).toMatchObject({ firstDay: null, lastDay: null, latestInstant: null });
  });

  test("after asOf are noticed, to the instant where both are known", () => {
    const rows = ["2025-01-09T10:00:01Z", "2025-01-09", "2025-01-09T10:00:00Z", "2025-01-10"].map(
      (date, at) => order(at, { date }),
    );
    expect(noticed(rows, { asOf: "2025-01-09T10:00:00Z" })).toEqual(["date-in-future 0 - ×2"]);
    expect(noticed(rows, { asOf: "2025-01-09" })).toEqual(["date-in-future 3 - ×1"]);
  });

  test("that stand for none are noticed in every row", () => {
    const rows = ["1970-01-01", "1970-01-01", "2025-01-09"].map((date, at) => order(at, { date }));
    expect(noticed(rows)).toEqual(["date-implausible 0 - ×2"]);
  });
});

describe("dimensions", () => {
  test("are coded, numbers and yes/no as text, and absent ones have no value", () => {
    const rows = ["web", 1, "1", true, null, undefined, "web"].map((channel, at) => ({
      ...order(at),
      channel,
    }));
    const { dimensions } = ordersLedger(rows, { dimensions: ["channel"] });
    expect(dimensions["channel"]).toEqual({
      values: ["web", "1", "true"],
      sales: Int32Array.of(0, 1, 1, 2, -1, -1, 0),
      refunds: new Int32Array(),
    });
  });

  test("may be called __proto__", () => {
    const row = JSON.parse(`{"customerId":"a","date":"${DAY}","amount":1,"__proto__":"web"}`);
    const names = ["__proto__", "constructor", "toString"];
    const { dimensions } = ordersLedger([row, order(2)], { dimensions: names });
    expect(Object.keys(dimensions)).toEqual(names);
    expect(Reflect.get(dimensions, "__proto__").values).toEqual(["web"]);
    expect(dimensions["constructor"]?.values).toEqual([]);
  });

  test("that cannot be values are refused", () => {
    const rows = [
      { ...order(1), channel: {} },
      { ...order(1), channel: Number.NaN },
    ];
    const error = refusal(rows, { dimensions: ["channel"] });
    expect(places(error)).toEqual(["field-wrong-type 0 channel", "field-wrong-type 1 channel"]);
  });
});

describe("options", () => {
  const optionRefusal = (options: unknown) => {
    const error = (() => {
      try {
        ordersLedger([], options as OrdersLedgerOptions);
      } catch (thrown) {
        return thrown as KpiError;
      }
      throw new Error("this option should have been refused");
    })();
    return error.issues.map(({ code, option }) => `${code} ${option}`);
  };

  test.each([
    [{ timezone: "UTC" }, "option-unknown timezone"],
    [{ timeZone: null }, "option-wrong-type timeZone"],
    [{ timeZone: "CST" }, "time-zone-unknown timeZone"],
    [{ currency: "euro" }, "currency-format currency"],
    [{ currency: "DEM" }, "currency-unknown currency"],
    [{ currency: 978 }, "option-wrong-type currency"],
    [{ guests: "maybe" }, "option-out-of-range guests"],
    [{ rowsAre: true }, "option-wrong-type rowsAre"],
    [{ dimensions: "channel" }, "option-wrong-type dimensions"],
    [{ dimensions: ["channel", "channel"] }, "option-out-of-range dimensions"],
    [{ dimensions: ["amount"] }, "option-out-of-range dimensions"],
    [{ asOf: "2025-02-30" }, "date-invalid asOf"],
    [{ asOf: 0 }, "option-wrong-type asOf"],
    [[], "option-wrong-type options"],
    ["UTC", "option-wrong-type options"],
  ])("%j is refused: %s", (options, expected) => {
    expect(optionRefusal(options)).toEqual([expected]);
  });
});
