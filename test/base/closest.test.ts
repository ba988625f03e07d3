import { describe, expect, test } from "vitest";
import { closest } from "../../src/base/closest.ts";
import { averageOrderValue, formulaClv } from "../../src/index.ts";
import { predictiveClv } from "../../src/models.ts";
import { refusalOf } from "../support/refusal-of.ts";

describe("the nearest known word", () => {
  test.each([
    ["timezone", ["period", "timeZone"], "timeZone"],
    ["perod", ["period", "periods"], "period"],
    ["period", ["ordersPerPeriod", "periods"], "periods"],
    ["discountRate", ["discount", "annualDiscountRate"], "annualDiscountRate"],
    ["days", ["asOf", "inactiveAfterDays"], "inactiveAfterDays"],
    ["as", ["basis", "timeZone"], null],
    ["colour", ["period", "timeZone"], null],
    ["x".repeat(1000), ["period"], null],
  ])("to %s among %j is %s", (word, known, nearest) => {
    expect(closest(word, known)).toBe(nearest);
  });

  test("of equally near ones is the first", () => {
    expect(closest("ab", ["aa", "bb"])).toBeNull();
    expect(closest("abcd", ["abce", "abcf"])).toBe("abce");
  });
});

describe("a name that a function does not have", () => {
  const orders = [{ customerId: "ann", date: "2025-01-09", amount: 30, currency: "EUR" }];
  test.each([
    [
      "averageOrderValue",
      () => averageOrderValue(orders, { timezone: "UTC" } as never),
      "timeZone",
    ],
    ["formulaClv", () => formulaClv(orders, { discountRate: 0.1 } as never), "annualDiscountRate"],
    [
      "predictiveClv",
      () => predictiveClv(orders, { discount: 0.1, observedUntil: "2025-05-01" } as never),
      "annualDiscountRate",
    ],
  ])("leads %s to the one that was meant", (_, call, meant) => {
    expect(refusalOf(call).message).toContain(`Did you mean \`${meant}\`?`);
  });
});

describe("an option of formulaClv that goes with another source", () => {
  const orders = [{ customerId: "ann", date: "2025-01-09", amount: 30, currency: "EUR" }];
  const cohorts = [{ cohort: "2025-01", size: 10, active: [10, 5] }];
  const numbers = { profit: 100, retention: 0.8, discount: 0.1 };

  test.each([
    ["orders", orders, { discount: 0.1 }, "discount", /`annualDiscountRate`/],
    ["orders", orders, { profit: 10 }, "profit", /`margin`/],
    ["numbers", numbers, { annualDiscountRate: 0.1 }, "annualDiscountRate", /: `discount`/],
    ["numbers", numbers, { margin: 0.1 }, "margin", /among them/],
    ["cohorts", cohorts, { annualDiscountRate: 0.1 }, "annualDiscountRate", /: `discount`/],
  ] as const)(
    "is refused with %s, saying what to do instead",
    (_, source, question, option, hint) => {
      const error = refusalOf(() => formulaClv(source, { currency: "EUR", ...question }));
      expect(error.issues[0]?.option).toBe(option);
      expect(error.message).toMatch(hint);
    },
  );

  test("is named with every other one", () => {
    const question = { currency: "EUR", period: "2025", periods: 3, guests: "keep" } as const;
    const error = refusalOf(() => formulaClv(numbers, question));
    expect(error.issues.map(({ option }) => option)).toEqual(["period", "guests", "periods"]);
  });
});
