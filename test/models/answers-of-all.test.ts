import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { bootstrapFits } from "../../src/models/bootstrap-fits.ts";
import type { CustomerModel } from "../../src/models/customer-model.ts";
import {
  discountedPurchases,
  discountedPurchasesOfAll,
} from "../../src/models/discounted-purchases.ts";
import { expectedPurchases, expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import {
  expectedSpend,
  expectedSpendOfAll,
  medianSpend,
  medianSpendOfAll,
} from "../../src/models/expected-spend.ts";
import type { GammaGamma } from "../../src/models/gamma-gamma.ts";
import { groupsOf } from "../../src/models/group-summary.ts";
import { posteriorRates, posteriorRatesOfAll } from "../../src/models/posterior-rates.ts";
import { probabilityAlive, probabilityAliveOfAll } from "../../src/models/probability-alive.ts";
import {
  probabilityOfNoPurchase,
  probabilityOfNoPurchaseOfAll,
} from "../../src/models/probability-of-no-purchase.ts";
import {
  purchaseDistribution,
  purchaseDistributionOfAll,
} from "../../src/models/purchase-distribution.ts";
import type { PurchaseRow } from "../../src/models/purchase-summary.ts";
import { readSummary } from "../../src/models/read-summary.ts";
import { refusalOf } from "../support/refusal-of.ts";

/** Whole ages, so that BG/BB can be asked too; the last two customers are like earlier ones. */
const ROWS: readonly PurchaseRow[] = [
  { repeatPurchases: 5, lastPurchaseAge: 21, age: 30, meanSpend: 12 },
  { repeatPurchases: 0, lastPurchaseAge: 0, age: 12, meanSpend: 0 },
  { repeatPurchases: 1, lastPurchaseAge: 12, age: 12, meanSpend: 40 },
  { repeatPurchases: 5, lastPurchaseAge: 21, age: 30, meanSpend: 7 },
  { repeatPurchases: 0, lastPurchaseAge: 0, age: 12, meanSpend: 0 },
];

const MODELS: readonly CustomerModel[] = [
  { kind: "bg-nbd", parameters: { r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 } },
  { kind: "mbg-nbd", parameters: { r: 0.5, alpha: 6.2, a: 0.9, b: 1.6 } },
  { kind: "mbg-cnbd-k", k: 3, parameters: { r: 0.5, alpha: 2.2, a: 0.9, b: 1.6 } },
  { kind: "pareto-nbd", parameters: { r: 0.55, alpha: 10.6, s: 0.61, beta: 11.7 } },
  { kind: "bg-bb", parameters: { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 } },
];

describe("a question about all customers gives what it gives about each", () => {
  test.each(MODELS.map((model) => [model.kind, model] as const))("by %s", (_, model) => {
    const each = (ask: (row: PurchaseRow) => number): readonly number[] => ROWS.map(ask);
    expect([...probabilityAliveOfAll(model, ROWS)]).toEqual(
      each((row) => probabilityAlive(model, row)),
    );
    expect([...probabilityAliveOfAll(model, ROWS, 4)]).toEqual(
      each((row) => probabilityAlive(model, row, 4)),
    );
    expect([...expectedPurchasesOfAll(model, ROWS, 9)]).toEqual(
      each((row) => expectedPurchases(model, row, 9)),
    );
    expect([...probabilityOfNoPurchaseOfAll(model, ROWS, 9)]).toEqual(
      each((row) => probabilityOfNoPurchase(model, row, 9)),
    );
    const discount = { rate: 0.01, horizon: 40 };
    expect([...discountedPurchasesOfAll(model, ROWS, discount)]).toEqual(
      each((row) => discountedPurchases(model, row, discount)),
    );
    for (const [n, column] of purchaseDistributionOfAll(model, ROWS, 9, 3).entries()) {
      expect([...column]).toEqual(
        each((row) => purchaseDistribution(model, row, 9, 3)[n] ?? Number.NaN),
      );
    }
    const { purchaseRate, dropoutRate, per } = posteriorRatesOfAll(model, ROWS);
    for (const [at, row] of ROWS.entries()) {
      const rates = { purchaseRate: purchaseRate[at], dropoutRate: dropoutRate[at], per };
      expect(rates).toEqual(posteriorRates(model, row));
    }
  });

  test("by gamma-gamma, who has no repeat purchase of a positive value is as a new customer", () => {
    const model: GammaGamma = { kind: "gamma-gamma", parameters: { p: 6, q: 3.7, v: 15 } };
    const history = ({ repeatPurchases, meanSpend = 0 }: PurchaseRow) =>
      meanSpend > 0 ? { repeatPurchases, meanSpend } : { repeatPurchases: 0 };
    const worthless: PurchaseRow = { repeatPurchases: 2, lastPurchaseAge: 3, age: 9, meanSpend: 0 };
    const rows = [...ROWS, worthless];
    expect([...expectedSpendOfAll(model, rows)]).toEqual(
      rows.map((row) => expectedSpend(model, history(row))),
    );
    expect([...medianSpendOfAll(model, rows)]).toEqual(
      rows.map((row) => medianSpend(model, history(row))),
    );
  });
});

describe("groupsOf", () => {
  test("joins like customers and leads back to their places", () => {
    const { summary, groupOf } = groupsOf(readSummary(ROWS));
    expect([...summary.repeatPurchases]).toEqual([0, 1, 5]);
    expect([...summary.customers]).toEqual([2, 1, 2]);
    expect([...groupOf]).toEqual([2, 0, 1, 2, 0]);
  });
});

test("groupsOf keeps its order for numbers of purchases beyond all reason", () => {
  const rows = [9e15, 3, 9e15 - 1, 0, 5].map((repeatPurchases) => ({
    ...{ repeatPurchases, lastPurchaseAge: repeatPurchases === 0 ? 0 : 5, age: 9 },
  }));
  const { summary, groupOf } = groupsOf(readSummary(rows));
  expect([...summary.repeatPurchases]).toEqual([0, 3, 5, 9e15 - 1, 9e15]);
  expect([...groupOf]).toEqual([4, 1, 3, 0, 2]);
});

describe("units are not mixed", () => {
  const fit = fitBgNbd(readSummary(ROWS, "week"));

  test("a summary in days is refused by a model in weeks, naming both", () => {
    const inDays = readSummary(ROWS, "day");
    for (const ask of [
      () => expectedPurchasesOfAll(fit, inDays, 9),
      () => purchaseDistributionOfAll(fit, inDays, 9, 3),
      () => posteriorRatesOfAll(fit, inDays),
      () => bootstrapFits(fit, inDays, { seed: 1, replicates: 1 }),
    ]) {
      const { code, message } = refusalOf(ask);
      expect(code).toBe("invalid-argument");
      expect(message).toMatch(/weeks.*days/);
    }
  });

  test("plain rows are taken to be in the model's unit", () => {
    const days = fitBgNbd(readSummary(ROWS, "day"));
    expect(expectedPurchasesOfAll(days, ROWS, 9)).toEqual(
      expectedPurchasesOfAll(days, readSummary(ROWS, "day"), 9),
    );
  });
});
