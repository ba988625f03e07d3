import { describe, expect, test } from "vitest";
import { kindOfRows } from "../../src/ledger/row-kind.ts";

describe("the kind of rows", () => {
  test.each([
    [[{ date: "2025-01-09", amount: 1 }], "orders"],
    [[{ date: "2025-01-09", amount: 1, score: 9, start: 1 }], "orders"],
    [[{ start: "2025-01-09", mrr: 1 }], "subscriptions"],
    [[{ mrr: 1 }], "subscriptions"],
    [[{ cohort: "2025-01", size: 1, active: [1] }], "cohorts"],
    [[{ score: null, date: "2025-01-09" }], "answers"],
    [[9, 10], "answers"],
    [[null, 10], "answers"],
    [[{ amount: 1 }], "orders"],
    [[{ customerId: "ann", plan: "basic" }], null],
    [["x"], null],
    [[], null],
    [undefined, null],
    [{ amount: [1] }, null],
  ])("%j are %s", (rows, kind) => {
    expect(kindOfRows(rows)).toBe(kind);
  });

  test("is told by own members, none of which is read", () => {
    const row = Object.create({ score: 9 }) as object;
    expect(kindOfRows([row])).toBeNull();
    Object.defineProperty(row, "mrr", {
      get() {
        throw new Error("read");
      },
    });
    expect(kindOfRows([row])).toBe("subscriptions");
  });

  test("of what cannot be looked at is unknown", () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(kindOfRows(proxy)).toBeNull();
    expect(kindOfRows([proxy])).toBeNull();
  });
});
