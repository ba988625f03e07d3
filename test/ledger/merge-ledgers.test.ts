import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { answersLedger } from "../../src/ledger/answers-ledger.ts";
import { mergeLedgers } from "../../src/ledger/merge-ledgers.ts";
import type { OrdersLedgerOptions } from "../../src/ledger/orders.ts";
import { ordersLedger } from "../../src/ledger/orders-ledger.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";

const orders = (options?: OrdersLedgerOptions, currency?: string) =>
  ordersLedger([{ customerId: "ann", date: "2025-01-09", amount: 1, currency }], options);

function refusal(ledgers: unknown): string {
  try {
    mergeLedgers(ledgers as never);
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    const [issue] = error.issues;
    return `${error.code}: ${issue?.code} ${issue?.option ?? issue?.field} ${issue?.row ?? "-"}`;
  }
  throw new Error("these ledgers should not have been merged");
}

describe("ledgers cannot be merged", () => {
  test.each([
    ["of nothing", [], "invalid-argument: option-wrong-type ledgers -"],
    ["that are none", [{ kind: "orders" }], "invalid-argument: kind-mixed ledgers -"],
    ["that are rows", [[]], "invalid-argument: kind-mixed ledgers -"],
    ["in no array", orders(), "invalid-argument: option-wrong-type ledgers -"],
    ["of two kinds", [orders(), subscriptionsLedger([])], "invalid-argument: kind-mixed ledgers -"],
    [
      "of two zones",
      [orders(), orders({ timeZone: "Europe/Paris" })],
      "incompatible-counts: counts-differ timeZone -",
    ],
    [
      "with and without guests",
      [orders(), orders({ guests: "keep" })],
      "incompatible-counts: counts-differ guests -",
    ],
    [
      "of other dimensions",
      [orders({ dimensions: ["a"] }), orders({ dimensions: ["b"] })],
      "incompatible-counts: counts-differ dimensions -",
    ],
    [
      "of two currencies",
      [orders({}, "EUR"), orders({}, "EUR"), orders({}, "USD")],
      "currency-mismatch: currency-mixed currency 2",
    ],
    [
      "of which one has no currency",
      [orders(), orders({}, "EUR")],
      "invalid-data: currency-missing currency 0",
    ],
    [
      "of two scales",
      [1, 2].map((min) => answersLedger([3], { survey: "csat", scale: { min, max: 5 } })),
      "incompatible-counts: counts-differ scales.csat -",
    ],
  ])("%s", (_, ledgers, expected) => {
    expect(refusal(ledgers)).toBe(expected);
  });
});

describe("merged ledgers", () => {
  test("find the sale of a refund, and a duplicate, in another part", () => {
    const row = { customerId: "ann", date: "2025-01-09", amount: 5, orderId: "o1" };
    const parts = [
      ordersLedger([{ ...row, type: "refund", amount: 2 }]),
      ordersLedger([{ ...row, customerId: "bob", orderId: "o2" }, row]),
      ordersLedger([row]),
    ];
    const whole = mergeLedgers(parts);
    expect([...whole.refunds.sale]).toEqual([1]);
    expect(whole.sales.size).toBe(2);
    expect(whole.warnings.map(({ code, row: at, otherRow }) => [code, at, otherRow])).toEqual([
      ["duplicate-transaction", 3, 2],
    ]);
  });

  test("refuse rows of two parts that contradict each other", () => {
    const part = (amount: number) =>
      ordersLedger([{ customerId: "ann", date: "2025-01-09", amount, orderId: "o1" }]);
    expect(refusal([part(1), part(2)])).toBe("invalid-data: id-conflict orderId 1");
  });

  test("of one part are that part", () => {
    expect(mergeLedgers([orders({ currency: "EUR" })])).toEqual(orders({ currency: "EUR" }));
  });

  test("survive a structured clone", () => {
    const ledger = orders({ currency: "EUR" });
    expect(mergeLedgers([structuredClone(ledger), ledger]).sales.size).toBe(2);
  });

  test("without rows of their own add nothing, not even a doubt about the currency", () => {
    expect(mergeLedgers([ordersLedger([]), orders({}, "EUR")]).currency).toBe("EUR");
  });

  test("refuse what the decimals of another part leave no room for", () => {
    const order = (amount: string) =>
      ordersLedger([{ customerId: "ann", date: "2025-01-09", amount }]);
    const span = (mrr: string) =>
      subscriptionsLedger([{ customerId: "ann", start: "2025-01-09", mrr }]);
    const [most, cent] = ["9223372036854775807", "0.01"];
    expect(refusal([order(cent), order(most)])).toBe("invalid-data: number-out-of-range amount 1");
    expect(refusal([span(cent), span(most)])).toBe("invalid-data: number-out-of-range mrr 1");
  });
});
