import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import {
  type CovariateKind,
  fitWithCovariates,
  modelForCustomer,
} from "../../src/models/fit-with-covariates.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import type { PurchaseRow } from "../../src/models/purchase-summary.ts";
import { rowOf } from "../../src/models/read-summary.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";

const KINDS: readonly CovariateKind[] = ["bg-nbd", "mbg-nbd", "pareto-nbd"];

/** Customers of the shop, and of an app where they buy twice as often and leave three times as readily. */
function customers(kind: CovariateKind): { rows: readonly PurchaseRow[]; app: readonly number[] } {
  const model = (factor: number, leaving: number): PurchaseModel => {
    if (kind === "pareto-nbd") {
      return { kind, parameters: { r: 0.8, alpha: 8 / factor, s: 1, beta: 60 / leaving } };
    }
    return { kind, parameters: { r: 0.8, alpha: 8 / factor, a: 0.6 * leaving, b: 4 } };
  };
  const ages = Float64Array.from({ length: 2500 }, (_, index) => 30 + (index % 20));
  const shop = simulateSummary(model(1, 1), ages, { seed: 21 });
  const app = simulateSummary(model(2, 3), ages, { seed: 22 });
  const rowsOf = (summary: typeof shop) => Array.from(ages, (_, row) => rowOf(summary, row));
  return {
    rows: [...rowsOf(shop), ...rowsOf(app)],
    app: [...ages.map(() => 0), ...ages.map(() => 1)],
  };
}

describe("fitWithCovariates", () => {
  test.each(KINDS)(
    "%s finds the factors the data were made with, within 3 standard errors",
    (kind) => {
      const { rows, app } = customers(kind);
      const fit = fitWithCovariates(kind, rows, { app });
      expect(fit.convergence.converged).toBe(true);
      for (const [name, truth] of [
        ["purchase.app", 2],
        ["dropout.app", 3],
      ] as const) {
        const value = fit.parameters[name] ?? 0;
        const logError = (fit.standardErrors[name] ?? Number.NaN) / value;
        expect(logError).toBeLessThan(0.3);
        expect(Math.abs(Math.log(value / truth))).toBeLessThan(3 * logError);
      }
    },
  );

  test("is the plain fit where a covariate tells nothing, and never less likely", () => {
    const { rows } = customers("bg-nbd");
    const shop = rows.slice(0, 2000);
    const plain = fitBgNbd(shop);
    const noise = shop.map((_, index) => (index * 7919) % 2);
    const fit = fitWithCovariates("bg-nbd", shop, { noise });
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(plain.logLikelihood - 1e-8);
    expect(fit.logLikelihood - plain.logLikelihood).toBeLessThan(6);
    expect(fit.customers).toBe(2000);
  });

  test("does not depend on where a covariate has its zero or its unit", () => {
    const { rows, app } = customers("bg-nbd");
    const every = rows.filter((_, index) => index % 5 === 0);
    const z = app.filter((_, index) => index % 5 === 0);
    const plain = fitWithCovariates("bg-nbd", every, { z });
    const moved = fitWithCovariates("bg-nbd", every, { z: z.map((value) => 1000 + 50 * value) });
    expect(moved.logLikelihood).toBeCloseTo(plain.logLikelihood, 7);
    expect((moved.parameters["purchase.z"] ?? 0) ** 50).toBeCloseTo(
      plain.parameters["purchase.z"] ?? 0,
      6,
    );
  });

  test("gives each customer a plain model to ask", () => {
    const { rows, app } = customers("bg-nbd");
    const fit = fitWithCovariates("bg-nbd", rows, { app });
    const [shop, mobile] = [0, 1].map((value) => modelForCustomer(fit, { app: value }));
    if (!shop || !mobile) return;
    expect(shop.parameters.alpha).toBeCloseTo(fit.parameters["alpha"] ?? 0, 12);
    expect(expectedPurchases(mobile, NEW_CUSTOMER, 4)).toBeGreaterThan(
      expectedPurchases(shop, NEW_CUSTOMER, 4),
    );
    expect(() => modelForCustomer(fit, {})).toThrow(
      expect.objectContaining({ code: "invalid-argument" }),
    );
  });

  test.each([
    ["of the wrong length", [1, 0]],
    ["the same for everybody", [1, 1, 1]],
    ["that is no number", [1, Number.NaN, 0]],
  ])("refuses a covariate %s", (_, z) => {
    const rows = [1, 2, 3].map((repeatPurchases) => ({
      repeatPurchases,
      lastPurchaseAge: 5,
      age: 9,
    }));
    expect(() => fitWithCovariates("bg-nbd", rows, { z })).toThrow(
      expect.objectContaining({ name: "KpiError" }),
    );
  });
});
