import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../src/models/bg-bb.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import type { Fit } from "../../src/models/fit.ts";
import { fitGammaGamma, type GammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgCnbdK } from "../../src/models/mbg-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { purchaseDistribution } from "../../src/models/purchase-distribution.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import { fitSbg } from "../../src/models/sbg.ts";
import { simulateCohort } from "../../src/models/simulate-cohort.ts";
import { simulateOpportunities } from "../../src/models/simulate-opportunities.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";

const ages = Float64Array.from({ length: 3000 }, (_, index) => 30 + (index % 30));
const betaGeometric = { r: 0.8, alpha: 6, a: 0.9, b: 3 };
const pareto = { r: 0.8, alpha: 6, s: 0.8, beta: 20 };
const spend: GammaGamma = { kind: "gamma-gamma", parameters: { p: 4, q: 3, v: 20 } };

/** Each parameter's logarithm within 3.5 standard errors of that it was drawn from. */
function isNear(fit: Fit<string>, truth: Readonly<Record<string, number>>): void {
  expect(fit.convergence.converged).toBe(true);
  expect(fit.boundary).toEqual([]);
  for (const [name, value] of Object.entries(truth)) {
    const found = fit.parameters[name] ?? Number.NaN;
    const error = (fit.standardErrors[name] ?? Number.NaN) / found;
    expect(Math.abs(Math.log(found / value)) / error).toBeLessThan(3.5);
  }
}

describe("a model fitted to data drawn from it finds itself again", () => {
  test("BG/NBD and gamma-gamma", () => {
    const model: PurchaseModel = { kind: "bg-nbd", parameters: betaGeometric };
    const data = simulateSummary(model, ages, { seed: 1, spend });
    isNear(fitBgNbd(data), betaGeometric);
    isNear(fitGammaGamma(data), spend.parameters);
  });

  test("MBG/NBD", () => {
    const model: PurchaseModel = { kind: "mbg-nbd", parameters: betaGeometric };
    isNear(fitMbgNbd(simulateSummary(model, ages, { seed: 2 })), betaGeometric);
  });

  test("MBG/CNBD-k, its k included", () => {
    const model: PurchaseModel = { kind: "mbg-cnbd-k", k: 3, parameters: betaGeometric };
    const fit = fitMbgCnbdK(simulateSummary(model, ages, { seed: 3 }));
    expect(fit.k).toBe(3);
    isNear(fit, betaGeometric);
  });

  test("Pareto/NBD", () => {
    const model: PurchaseModel = { kind: "pareto-nbd", parameters: pareto };
    isNear(fitParetoNbd(simulateSummary(model, ages, { seed: 4 })), pareto);
  });

  test("BG/BB", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const data = simulateOpportunities({ kind: "bg-bb", parameters }, 8, {
      customers: 6000,
      seed: 5,
    });
    isNear(fitBgBb(data), parameters);
  });

  test("shifted beta-geometric", () => {
    const parameters = { alpha: 0.7, beta: 1.2 };
    isNear(
      fitSbg([simulateCohort({ kind: "sbg", parameters }, 8, { size: 4000, seed: 6 })]),
      parameters,
    );
  });
});

describe("what a model expects is what its simulation does", () => {
  // 20,000 customers watched for 60 weeks; at week 25 the model is asked about the rest.
  const models: readonly PurchaseModel[] = [
    { kind: "bg-nbd", parameters: betaGeometric },
    { kind: "mbg-nbd", parameters: betaGeometric },
    { kind: "mbg-cnbd-k", k: 3, parameters: betaGeometric },
    { kind: "pareto-nbd", parameters: pareto },
  ];
  test.each(models.map((model) => [model.kind, model] as const))("%s", (_, model) => {
    const count = 20_000;
    const { repeatPurchases } = simulateSummary(model, new Float64Array(count).fill(35), {
      seed: 9,
    });
    const mean = repeatPurchases.reduce((sum, x) => sum + x, 0) / count;
    const expected = expectedPurchases(model, NEW_CUSTOMER, 35);
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.03);
    const pmf = purchaseDistribution(model, NEW_CUSTOMER, 35, 40);
    expect(pmf.reduce((sum, chance) => sum + chance, 0)).toBeGreaterThan(0.98);
    const none = repeatPurchases.filter((x) => x === 0).length / count;
    const two = repeatPurchases.filter((x) => x === 2).length / count;
    expect(Math.abs((pmf[0] ?? 0) - none)).toBeLessThan(0.012);
    expect(Math.abs((pmf[2] ?? 0) - two)).toBeLessThan(0.008);
    // Mean of the distribution, far enough out, is the expectation.
    const long = purchaseDistribution(model, NEW_CUSTOMER, 35, 800);
    expect(long.reduce((sum, chance, n) => sum + n * chance, 0) / expected).toBeCloseTo(1, 7);
    // P(alive) falls with time, from P(alive) now.
    const now = probabilityAlive(model, NEW_CUSTOMER);
    const later = [0, 1, 10, 100].map((t) => probabilityAlive(model, NEW_CUSTOMER, t));
    expect(later[0]).toBe(now);
    expect(later).toEqual([...later].sort((a, b) => b - a));
  });
});
