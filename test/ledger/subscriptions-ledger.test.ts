import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/base/day.ts";
import { KpiError } from "../../src/base/errors.ts";
import type { Subscription } from "../../src/ledger/rows.ts";
import { OPEN, REASONS, type SubscriptionsLedgerOptions } from "../../src/ledger/subscriptions.ts";
import { subscriptionsLedger } from "../../src/ledger/subscriptions-ledger.ts";

const span = (
  start: string,
  end: string | null,
  more: Partial<Subscription> = {},
): Subscription => ({
  ...{ customerId: "ann", start, end, mrr: "30.00" },
  ...more,
});

const noticed = (rows: readonly Subscription[], options?: SubscriptionsLedgerOptions) =>
  subscriptionsLedger(rows, options).warnings.map(
    ({ code, row, otherRow, count }) => `${code} ${row} ${otherRow ?? "-"} ×${count}`,
  );

function refusal(rows: readonly unknown[], options?: SubscriptionsLedgerOptions): KpiError {
  try {
    subscriptionsLedger(rows as readonly Subscription[], options);
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error("these rows should have been refused");
}

const places = ({ issues }: KpiError) =>
  issues.map(({ code, row, field }) => `${code} ${row} ${field}`);

describe("a span", () => {
  test("runs from its start to the day before its end, or on", () => {
    const ledger = subscriptionsLedger([
      span("2025-01-01", "2025-02-01"),
      span("2025-03-01", null, { customerId: "bob" }),
      { customerId: "cid", start: new Date("2025-02-10T10:00:00Z"), mrr: 12.5 },
    ]);
    expect([...ledger.start]).toEqual([dayOf(2025, 1, 1), dayOf(2025, 3, 1), dayOf(2025, 2, 10)]);
    expect([...ledger.end]).toEqual([dayOf(2025, 2, 1), OPEN, OPEN]);
    expect(ledger).toMatchObject({ firstDay: dayOf(2025, 1, 1), lastDay: dayOf(2025, 3, 1) });
    expect([...ledger.mrr.values]).toEqual([300, 300, 125]);
  });

  test("that ends before it starts is refused", () => {
    expect(places(refusal([span("2025-02-01", "2025-01-31")]))).toEqual([
      "subscription-reversed 0 end",
    ]);
    const hours = span("2025-02-01T12:00:00Z", "2025-02-01T11:00:00Z");
    expect(places(refusal([hours]))).toEqual(["subscription-reversed 0 end"]);
  });

  test("that ends before a start in the future has the wrong start", () => {
    const rows = [span("2026-01-01", "2025-02-01")];
    expect(places(refusal(rows, { asOf: "2025-06-01" }))).toEqual([
      "subscription-reversed 0 start",
    ]);
  });

  test("of no length is noticed, and overlaps nothing", () => {
    const rows = [span("2025-01-01", null), span("2025-02-01", "2025-02-01")];
    expect(noticed(rows)).toEqual(["subscription-zero-length 1 - ×1"]);
  });

  test("may end, but not start, after asOf without a word", () => {
    const rows = [span("2025-01-01", "2027-01-01"), span("2027-01-01", null)];
    expect(noticed(rows, { asOf: "2026-01-01" })).toEqual(["date-in-future 1 - ×1"]);
  });

  test.each([
    [{ mrr: "-1" }, "negative-amount 0 mrr"],
    [{ mrr: null }, "field-missing 0 mrr"],
    [{ end: false }, "field-wrong-type 0 end"],
    [{ end: "" }, "field-missing 0 end"],
    [{ reason: "unknown" }, "field-wrong-type 0 reason"],
    [{ reason: 1 }, "field-wrong-type 0 reason"],
    [{ trial: "yes" }, "field-wrong-type 0 trial"],
    [{ cancelledAt: "2025-02-30" }, "date-invalid 0 cancelledAt"],
    [{ customerId: null }, "field-missing 0 customerId"],
    [{ start: undefined }, "field-missing 0 start"],
    [{ subscriptionId: "" }, "id-empty 0 subscriptionId"],
  ])("with %j is refused: %s", (more, expected) => {
    expect(places(refusal([{ ...span("2025-01-01", null), ...more }]))).toEqual([expected]);
  });
});

describe("columns that are optional", () => {
  test("are null where no row has them", () => {
    const ledger = subscriptionsLedger([span("2025-01-01", null)]);
    expect(ledger).toMatchObject({
      cancelledAt: null,
      reason: null,
      trial: null,
      subscriptionId: null,
    });
  });

  test("are filled up where some rows have them", () => {
    const ledger = subscriptionsLedger([
      span("2025-01-01", null),
      span("2025-01-01", "2025-02-01", {
        ...{ customerId: "bob", cancelledAt: "2025-01-20", reason: "involuntary", trial: true },
      }),
    ]);
    expect([...(ledger.cancelledAt ?? [])]).toEqual([OPEN, dayOf(2025, 1, 20)]);
    expect([...(ledger.reason ?? [])].map((code) => REASONS[code])).toEqual([
      "unknown",
      "involuntary",
    ]);
    expect([...(ledger.trial ?? [])]).toEqual([0, 1]);
  });
});

describe("subscriptions with one id", () => {
  const first = span("2025-01-01", null, { subscriptionId: "s1" });

  test("and equal content are one", () => {
    const ledger = subscriptionsLedger([first, { ...first, mrr: 30 }]);
    expect(ledger).toMatchObject({ rows: 2, size: 1 });
    expect(noticed([first, first])).toEqual(["duplicate-transaction 1 0 ×1"]);
  });

  test.each<Partial<Subscription>>([
    { customerId: "bob" },
    { start: "2025-01-02" },
    { end: "2025-02-01" },
    { mrr: 31 },
    { trial: true },
  ])("but other content %j are refused", (other) => {
    expect(refusal([first, { ...first, ...other }]).issues).toMatchObject([
      { code: "id-conflict", row: 1, otherRow: 0, field: "subscriptionId" },
    ]);
  });
});

describe("spans of one customer that overlap", () => {
  test("are noticed, each with the longest before it", () => {
    const rows = [
      span("2025-01-15", "2025-02-10"),
      span("2025-01-01", null),
      span("2025-03-01", "2025-04-01"),
      span("2025-01-01", null, { customerId: "bob" }),
    ];
    expect(noticed(rows)).toEqual(["subscription-overlap 1 0 ×2"]);
  });

  test("do not when one starts where the other ends", () => {
    expect(noticed([span("2025-02-01", null), span("2025-01-01", "2025-02-01")])).toEqual([]);
  });

  test("may be twenty thousand", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      span("2025-01-01", null, { subscriptionId: at }),
    );
    expect(noticed(rows)).toEqual(["subscription-overlap 1 0 ×19999"]);
  });
});
