import { describe, expect, test } from "vitest";
import type { BgNbd } from "../../src/models/bg-nbd.ts";
import type { GammaGamma } from "../../src/models/gamma-gamma.ts";
import { simulatePurchases } from "../../src/models/simulate-purchases.ts";

const model: BgNbd = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
};
const spend: GammaGamma = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } };
const options = {
  customers: 4000,
  seed: 7,
  acquiredFrom: 20_089,
  acquiredUntil: 20_179,
  observedUntil: 20_454,
  spend,
};

describe("simulatePurchases", () => {
  const bought = simulatePurchases(model, options);

  test("is the same for the same seed and another for another", () => {
    expect(simulatePurchases(model, options)).toEqual(bought);
    expect(simulatePurchases(model, { ...options, seed: 8 })).not.toEqual(bought);
  });

  test("gives every customer a first purchase in the days of acquisition", () => {
    const first = new Map<number, number>();
    for (const [row, customer] of bought.customer.entries()) {
      if (!first.has(customer)) first.set(customer, bought.day[row] ?? 0);
    }
    expect(first.size).toBe(4000);
    expect(Math.min(...first.values())).toBe(20_089);
    expect(Math.max(...first.values())).toBe(20_178);
  });

  test("comes in order of days and ends before the observation does", () => {
    const days = [...bought.day];
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.at(-1)).toBeLessThan(20_454);
  });

  test("buys about as often as the model expects", () => {
    // E(X(t)) for a new customer is 1.195 in 39 weeks, 1.444 in 52; ages run from 39.3 to 52.1.
    const again = bought.customer.length - 4000;
    expect(again / 4000).toBeGreaterThan(1.15);
    expect(again / 4000).toBeLessThan(1.5);
  });

  test("pays whole cents around the mean p v / (q − 1)", () => {
    const mean = bought.amount.reduce((sum, amount) => sum + amount, 0) / bought.amount.length;
    expect(mean).toBeGreaterThan(33);
    expect(mean).toBeLessThan(38);
    expect(bought.amount.every((amount) => amount > 0)).toBe(true);
    expect(bought.amount.every((amount) => Number(amount.toFixed(2)) === amount)).toBe(true);
  });

  test("pays nothing without a spend model", () => {
    const { spend: _, ...rest } = options;
    expect(new Set(simulatePurchases(model, rest).amount)).toEqual(new Set([0]));
  });

  test.each([
    ["customers", 1.5],
    ["acquiredUntil", 20_089],
    ["observedUntil", 20_100],
  ])("refuses %s = %d, naming it", (option, value) => {
    expect(() => simulatePurchases(model, { ...options, [option]: value })).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        issues: [expect.objectContaining({ option })],
      }),
    );
  });
});
