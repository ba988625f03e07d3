import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../src/models/bg-bb.ts";
import { type BgNbd, fitBgNbd } from "../../src/models/bg-nbd.ts";
import { expectedPurchases, expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import { expectedSpend, medianSpend } from "../../src/models/expected-spend.ts";
import { fitGammaGamma, type GammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAliveOfAll } from "../../src/models/probability-alive.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import type { PurchaseRow } from "../../src/models/purchase-summary.ts";
import { fitSbg } from "../../src/models/sbg.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";
import { randomStream, uniform } from "../../src/stats/random.ts";
import { gammaDraw, poissonDraw } from "../../src/stats/random-draws.ts";
import { report } from "../support/report.ts";
import { cdnowSummary, donations } from "./shared-data.ts";

const FITS = [
  ["BG/NBD", fitBgNbd],
  ["MBG/NBD", fitMbgNbd],
  ["Pareto/NBD", fitParetoNbd],
] as const;

/** Everything a fit says is a number, or null where the data say nothing. */
function isSound(fit: PurchaseModel & ReturnType<(typeof FITS)[number][1]>): void {
  const told = Object.values(fit.standardErrors).filter((value) => value !== null);
  for (const value of [...Object.values(fit.parameters), ...told, fit.logLikelihood, fit.bic]) {
    expect(Number.isFinite(value)).toBe(true);
  }
  expect(fit.convergence.converged).toBe(true);
}

function areSound(model: PurchaseModel, rows: readonly PurchaseRow[], horizon: number): void {
  const now = probabilityAliveOfAll(model, rows);
  const later = probabilityAliveOfAll(model, rows, horizon);
  for (const [row, expected] of expectedPurchasesOfAll(model, rows, horizon).entries()) {
    expect(expected).toBeGreaterThanOrEqual(0);
    expect(expected).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(later[row]).toBeGreaterThanOrEqual(0);
    expect(later[row]).toBeLessThanOrEqual((now[row] ?? 0) + 1e-12);
    expect(now[row]).toBeLessThanOrEqual(1);
  }
}

describe("where other programs fail", () => {
  // Poisson purchases at gamma rates, spread evenly: nobody ever leaves.
  const stream = randomStream(2);
  const faithful = Array.from({ length: 1000 }, (): PurchaseRow => {
    const count = poissonDraw(stream, (30 * gammaDraw(stream, 2)) / 10);
    const times = Array.from({ length: count }, () => 30 * uniform(stream));
    return { repeatPurchases: count, lastPurchaseAge: Math.max(0, ...times), age: 30 };
  });

  test.each(FITS)("no dropout at all is a boundary of %s, not an error", (_, fit) => {
    const found = fit(faithful);
    isSound(found);
    areSound(found, faithful.slice(0, 50), 30);
    expect(found.boundary).toEqual(["no-dropout"]);
    expect(found.parameters.r).toBeCloseTo(2, 0);
    expect(found.standardErrors.r).toBeGreaterThan(0);
    expect(found.standardErrors.alpha).toBeGreaterThan(0);
    expect(found.warnings.map(({ code }) => code)).toEqual(["boundary", "not-identified"]);
  });

  test.each(FITS)("%s takes identical rows, one customer, and everybody alive", (_, fit) => {
    const one = { repeatPurchases: 3, lastPurchaseAge: 20, age: 30 };
    const sets: readonly (readonly PurchaseRow[])[] = [
      Array.from({ length: 40 }, () => one),
      [one],
      [1, 2, 3, 4, 8].map((repeatPurchases) => ({ repeatPurchases, lastPurchaseAge: 30, age: 30 })),
    ];
    for (const rows of sets) {
      const found = fit(rows);
      isSound(found);
      areSound(found, rows, 30);
      expect(found.boundary.length).toBeGreaterThan(0);
    }
  });

  test.each(FITS)("one customer with 5,000 purchases does not lead %s astray", (_, fit) => {
    const rows = cdnowSummary().slice(0, 600);
    if (rows.length === 0) return;
    const extreme = { repeatPurchases: 5000, lastPurchaseAge: 38, age: 38.86 };
    const all = [...rows, extreme];
    const found = fit(all);
    isSound(found);
    areSound(found, all, 39);
    // The same maximum from far away.
    const start = Object.fromEntries(Object.keys(found.parameters).map((name) => [name, 3]));
    const again = fit(all, { start: start as never });
    expect(Math.abs(again.logLikelihood - found.logLikelihood)).toBeLessThan(1e-7);
  });

  test("a + b below 1 gives finite predictions", () => {
    const model: BgNbd = { kind: "bg-nbd", parameters: { r: 0.5, alpha: 5, a: 0.3, b: 0.4 } };
    const { repeatPurchases, lastPurchaseAge, age } = simulateSummary(
      model,
      new Float64Array(300).fill(40),
      { seed: 5 },
    );
    const rows = Array.from(age, (T, row) => ({
      repeatPurchases: repeatPurchases[row] ?? 0,
      lastPurchaseAge: lastPurchaseAge[row] ?? 0,
      age: T,
    }));
    for (const horizon of [1e-6, 1, 40, 1e4, 1e9]) areSound(model, rows, horizon);
    // Around the poles of the published formula, at a = 1 and a + b = 1, nothing jumps.
    for (const [a, b] of [
      [1, 2],
      [0.4, 0.6],
      [1, 1e-9],
    ] as const) {
      const at = expectedWith(a, b);
      expect(Math.abs(expectedWith(a * (1 + 1e-9), b) / at - 1)).toBeLessThan(1e-7);
    }
  });

  const expectedWith = (a: number, b: number): number =>
    expectedPurchases({ kind: "bg-nbd", parameters: { r: 0.5, alpha: 5, a, b } }, NEW_CUSTOMER, 20);

  test.each(FITS)("all one-time buyers: %s says that nothing can be told", (_, fit) => {
    const rows = [10, 20, 30].map((age) => ({ repeatPurchases: 0, lastPurchaseAge: 0, age }));
    const found = fit(rows);
    isSound(found);
    areSound(found, rows, 10);
    expect(found.boundary).toEqual(["no-repeat-purchases"]);
    expect(Object.values(found.standardErrors)).toEqual([null, null, null, null]);
    expect(found.covariance).toBeNull();
  });

  test("heavy-tailed spend is said to have no mean; a prior and the median still answer", () => {
    const draws = randomStream(3);
    const rows = Array.from({ length: 400 }, (): PurchaseRow => {
      const rate = gammaDraw(draws, 0.7) / 10;
      return {
        repeatPurchases: 2,
        lastPurchaseAge: 9,
        age: 30,
        meanSpend: gammaDraw(draws, 6) / rate / 2,
      };
    });
    const found = fitGammaGamma(rows);
    expect(found.parameters.q).toBeLessThan(1);
    expect(found.warnings.map(({ code }) => code)).toEqual(["mean-undefined"]);
    expect(expectedSpend(found, { repeatPurchases: 0 })).toBeNull();
    expect(medianSpend(found, { repeatPurchases: 0 })).toBeGreaterThan(0);
    expect(expectedSpend(found, { repeatPurchases: 2, meanSpend: 50 })).toBeGreaterThan(0);
    const mode = fitGammaGamma(rows, { prior: { q: { median: 2, sigma: 0.05 } } });
    expect(mode.parameters.q).toBeGreaterThan(1);
    expect(expectedSpend(mode, { repeatPurchases: 0 })).toBeGreaterThan(0);
  });

  test("spend of 0 is left out and counted, spend below 0 refused by row", () => {
    const row = (meanSpend: number): PurchaseRow => ({
      repeatPurchases: 2,
      lastPurchaseAge: 9,
      age: 30,
      meanSpend,
    });
    const good = [5, 8, 13, 40, 90, 7].map(row);
    const found = fitGammaGamma([
      ...good,
      row(0),
      row(0),
      { ...row(0), repeatPurchases: 0, lastPurchaseAge: 0 },
    ]);
    expect(found.customers).toBe(6);
    expect(found.warnings.flatMap((fact) => (fact.code === "left-out" ? [fact] : []))).toEqual([
      expect.objectContaining({ because: "no-repeat-purchases", customers: 1 }),
      expect.objectContaining({ because: "no-spend", customers: 2 }),
    ]);
    expect(() => fitGammaGamma([...good, row(-1)])).toThrow(
      expect.objectContaining({
        code: "invalid-data",
        issues: [expect.objectContaining({ row: 6, field: "meanSpend", code: "negative-amount" })],
      }),
    );
    expect(() => fitGammaGamma([row(0)])).toThrow("1 without spend were left out");
  });

  test("spend that goes with frequency is reported", () => {
    const rows = Array.from({ length: 60 }, (_, index): PurchaseRow => {
      const repeatPurchases = 1 + (index % 6);
      const meanSpend = 10 * repeatPurchases + (index % 7);
      return { repeatPurchases, lastPurchaseAge: 9, age: 30, meanSpend };
    });
    const { spendAndFrequency, warnings } = fitGammaGamma(rows);
    expect(spendAndFrequency.correlation).toBeGreaterThan(0.9);
    expect(warnings.map(({ code }) => code)).toContain("spend-depends-on-frequency");
  });
});

describe("what cannot be is refused, by row and field", () => {
  test.each([
    [
      "a last purchase without a repeat",
      { repeatPurchases: 0, lastPurchaseAge: 3, age: 9 },
      "lastPurchaseAge",
    ],
    [
      "a last purchase after now",
      { repeatPurchases: 1, lastPurchaseAge: 10, age: 9 },
      "lastPurchaseAge",
    ],
    ["half a purchase", { repeatPurchases: 1.5, lastPurchaseAge: 3, age: 9 }, "repeatPurchases"],
    ["fewer than none", { repeatPurchases: -1, lastPurchaseAge: 3, age: 9 }, "repeatPurchases"],
    [
      "an age that is no number",
      { repeatPurchases: 1, lastPurchaseAge: 3, age: Number.NaN },
      "age",
    ],
    ["no customers", { repeatPurchases: 1, lastPurchaseAge: 3, age: 9, customers: 0 }, "customers"],
  ])("%s", (_, row, field) => {
    const good = { repeatPurchases: 1, lastPurchaseAge: 3, age: 9 };
    for (const [, fit] of FITS) {
      expect(() => fit([good, row])).toThrow(
        expect.objectContaining({
          code: "invalid-data",
          issues: [expect.objectContaining({ row: 1, field })],
        }),
      );
    }
  });

  test.each([
    ["lastPurchaseAge", { repeatPurchases: 0, lastPurchaseAge: 3, age: 9, meanSpend: 0 }],
    ["lastPurchaseAge", { repeatPurchases: 1, lastPurchaseAge: 10, age: 9, meanSpend: 5 }],
    ["repeatPurchases", { repeatPurchases: 1.5, lastPurchaseAge: 3, age: 9, meanSpend: 5 }],
    ["meanSpend", { repeatPurchases: 1, lastPurchaseAge: 3, age: 9, meanSpend: -5 }],
  ])("the customer is named with `%s`", (field, row) => {
    const good = {
      customerId: "ann",
      repeatPurchases: 1,
      lastPurchaseAge: 3,
      age: 9,
      meanSpend: 5,
    };
    expect(() => fitGammaGamma([good, { ...row, customerId: "bob" }])).toThrow(
      expect.objectContaining({
        code: "invalid-data",
        message: expect.stringContaining(`\`${field}\` of customer "bob"`),
        issues: [expect.objectContaining({ row: 1, field })],
      }),
    );
  });

  test("an empty summary", () => {
    for (const [, fit] of FITS) {
      expect(() => fit([])).toThrow(expect.objectContaining({ code: "invalid-data" }));
    }
    expect(() => fitSbg([])).toThrow(expect.objectContaining({ code: "invalid-data" }));
  });

  test("a cohort that grows, one with a hole, and one that lost members before it began", () => {
    for (const [active, field] of [
      [[100, 50, 60], "active[2]"],
      [[100, null, 60], "active[2]"],
      [[90, 50], "active[0]"],
    ] as const) {
      expect(() => fitSbg([{ size: 100, active }])).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ row: 0, field })] }),
      );
    }
  });

  test("opportunities that are no whole numbers", () => {
    expect(() => fitBgBb([{ repeatPurchases: 1, lastPurchaseAge: 1.5, age: 6 }])).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ field: "lastPurchaseAge" })] }),
    );
  });
});

describe("20 random starts reach the same maximum to 1e-8", () => {
  const cdnow = cdnowSummary();
  const gifts = donations();
  const truth: BgNbd = { kind: "bg-nbd", parameters: { r: 0.6, alpha: 8, a: 0.9, b: 2.5 } };
  const spend: GammaGamma = { kind: "gamma-gamma", parameters: { p: 4, q: 3, v: 20 } };
  const simulated = simulateSummary(truth, new Float64Array(1500).fill(40), { seed: 11, spend });
  const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };

  test.each([
    ["CDNOW, BG/NBD", fitBgNbd, cdnow],
    ["CDNOW, MBG/NBD", fitMbgNbd, cdnow],
    ["CDNOW, Pareto/NBD", fitParetoNbd, cdnow],
    ["CDNOW, gamma-gamma", fitGammaGamma, cdnow],
    ["donations, BG/BB", fitBgBb, gifts],
    ["simulated, BG/NBD", fitBgNbd, simulated],
    ["simulated, MBG/NBD", fitMbgNbd, simulated],
    ["simulated, Pareto/NBD", fitParetoNbd, simulated],
    ["simulated, gamma-gamma", fitGammaGamma, simulated],
    ["regular segment, sBG", fitSbg, [cohort]],
  ] as const)("%s", (name, fit, data) => {
    if ("length" in data && data.length === 0) return;
    // Each pairing above fits its data.
    const run = fit as (data: unknown, options?: unknown) => ReturnType<typeof fit>;
    const best = run(data);
    const draws = randomStream(99);
    let furthest = 0;
    for (let trial = 0; trial < 20; trial += 1) {
      const start = Object.fromEntries(
        Object.entries(best.parameters).map(([key, value]) => {
          return [key, value * Math.exp(4 * uniform(draws) - 2)];
        }),
      );
      const again = run(data, { start });
      furthest = Math.max(furthest, Math.abs(again.logLikelihood - best.logLikelihood));
    }
    report(`${name}: 20 starts differ by ${furthest.toExponential(1)} in log-likelihood`);
    expect(furthest).toBeLessThan(1e-8);
  });
});
