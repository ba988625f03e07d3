import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { discountedPurchases } from "../../src/models/discounted-purchases.ts";
import { expectedPurchases, expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import type { Fit } from "../../src/models/fit.ts";
import { fitGammaGamma, type GammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { purchaseDistribution } from "../../src/models/purchase-distribution.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import { valueByPeriod } from "../../src/models/value-by-period.ts";
import { sharedJson } from "../stats/shared-json.ts";
import { type Check, cdnowSummary, worstOf } from "./shared-data.ts";

interface OracleCustomer {
  readonly id: number;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly loglik: number;
  readonly p_alive: number;
  readonly expected: Readonly<Record<string, number>>;
  readonly p_alive_future?: Readonly<Record<string, number>>;
  readonly dert?: number;
  readonly discounted_expected_to_horizon: number;
  readonly clv_12_months_1pct: number;
}

interface OracleModel {
  readonly reference_mle: {
    readonly params: Readonly<Record<string, number>>;
    readonly loglik: number;
    readonly standard_errors: Readonly<Record<string, number>>;
    readonly covariance?: readonly (readonly number[])[];
  };
  readonly new_customer_expected: Readonly<Record<string, number>>;
  readonly pmf_new_customer: { readonly t: number; readonly probs: readonly number[] };
  readonly customers: readonly OracleCustomer[];
  readonly population_total_expected: { readonly t: number; readonly value_double: number };
}

interface OracleSpend {
  readonly reference_mle: OracleModel["reference_mle"];
  readonly population_mean_spend: number;
  readonly customers: readonly {
    readonly id: number;
    readonly x: number;
    readonly mean_value: number;
    readonly conditional_mean: number;
  }[];
}

interface Oracle {
  readonly continuous_discount_delta: number;
  readonly models: {
    readonly gg: OracleSpend;
    readonly bgnbd: OracleModel;
    readonly mbgnbd: OracleModel;
    readonly pnbd: OracleModel;
  };
}

const oracle = sharedJson("oracles/cdnow_sample_models.json") as Oracle | null;
const rows = cdnowSummary();

/** Parameters to 1e-6, log-likelihood at least the reference less 1e-8. */
function meetsReference(name: string, fit: Fit<string>, reference: OracleModel["reference_mle"]) {
  const names = Object.keys(fit.parameters);
  const parameters = names.map(
    (key): Check => [key, fit.parameters[key] ?? Number.NaN, reference.params[key] ?? Number.NaN],
  );
  const errors = names.map((key): Check => {
    return [
      key,
      fit.standardErrors[key] ?? Number.NaN,
      reference.standard_errors[key] ?? Number.NaN,
    ];
  });
  expect(fit.convergence.converged).toBe(true);
  expect(fit.boundary).toEqual([]);
  expect(worstOf(`${name} parameters`, parameters)).toBeLessThan(1e-9);
  expect(worstOf(`${name} standard errors`, errors)).toBeLessThan(1e-6);
  expect(fit.logLikelihood).toBeGreaterThanOrEqual(reference.loglik - 1e-8);
  expect(fit.logLikelihood).toBeLessThan(reference.loglik + 1e-7);
  for (const [i, row] of (reference.covariance ?? []).entries()) {
    for (const [j, wanted] of row.entries()) {
      expect(Math.abs((fit.covariance?.[i]?.[j] ?? Number.NaN) / wanted - 1)).toBeLessThan(1e-5);
    }
  }
}

describe.skipIf(oracle === null || rows.length === 0)("CDNOW, cdnow_sample_models.json", () => {
  if (!oracle) return;
  const { gg, bgnbd, mbgnbd, pnbd } = oracle.models;
  const spendModel: GammaGamma = {
    kind: "gamma-gamma",
    parameters: gg.reference_mle.params as GammaGamma["parameters"],
  };

  test.each([
    ["bgnbd", fitBgNbd, bgnbd],
    ["mbgnbd", fitMbgNbd, mbgnbd],
    ["pnbd", fitParetoNbd, pnbd],
  ] as const)("the fit of %s is the maximum", (name, fit, model) => {
    meetsReference(name, fit(rows), model.reference_mle);
  });

  test("the fit of gamma-gamma is the maximum, and says whom it left out", () => {
    const fit = fitGammaGamma(rows);
    meetsReference("gg", fit, gg.reference_mle);
    expect(fit.customers).toBe(946);
    expect(fit.warnings.map(({ code }) => code)).toEqual([
      "left-out",
      "spend-depends-on-frequency",
    ]);
    expect(fit.spendAndFrequency.correlation).toBeCloseTo(0.11388391048600445, 12);
  });

  test.each([
    ["bgnbd", "bg-nbd", bgnbd],
    ["mbgnbd", "mbg-nbd", mbgnbd],
    ["pnbd", "pareto-nbd", pnbd],
  ] as const)("every number of %s is right to 1e-9", (name, kind, reference) => {
    // The oracle's parameters have the names of the model of this kind.
    const model = { kind, parameters: reference.reference_mle.params } as PurchaseModel;
    const checks: Check[] = [];
    for (const [t, wanted] of Object.entries(reference.new_customer_expected)) {
      checks.push([`new ${t}`, expectedPurchases(model, NEW_CUSTOMER, Number(t)), wanted]);
    }
    const { t, probs } = reference.pmf_new_customer;
    const counts = purchaseDistribution(model, NEW_CUSTOMER, t, probs.length - 1);
    for (const [n, wanted] of probs.entries()) checks.push([`pmf ${n}`, counts[n] ?? 0, wanted]);
    for (const customer of reference.customers) {
      const history = {
        repeatPurchases: customer.x,
        lastPurchaseAge: customer.t_x,
        age: customer.T,
      };
      const is = (what: string, actual: number, wanted: number): void => {
        checks.push([`${what} of ${customer.id}`, actual, wanted]);
      };
      is("P(alive)", probabilityAlive(model, history), customer.p_alive);
      for (const [horizon, wanted] of Object.entries(customer.expected)) {
        is(`E ${horizon}`, expectedPurchases(model, history, Number(horizon)), wanted);
      }
      for (const [horizon, wanted] of Object.entries(customer.p_alive_future ?? {})) {
        is(`P(alive at ${horizon})`, probabilityAlive(model, history, Number(horizon)), wanted);
      }
      const rate = oracle.continuous_discount_delta;
      const last = Math.max(...Object.keys(customer.expected).map(Number));
      const discounted = discountedPurchases(model, history, { rate, horizon: last });
      is("discounted", discounted, customer.discounted_expected_to_horizon);
      if (customer.dert !== undefined) {
        is("DERT", discountedPurchases(model, history, { rate }), customer.dert);
      }
      const spender = gg.customers.find(({ id }) => id === customer.id);
      if (!spender) continue;
      const years = { periods: 12, periodLength: 4.345, discount: 0.01 };
      const value = valueByPeriod(model, history, { spend: spender.conditional_mean, ...years });
      const total = value.reduce((sum, part) => sum + part, 0);
      is("CLV", total, customer.clv_12_months_1pct);
    }
    const { t: horizon, value_double } = reference.population_total_expected;
    const everybody = expectedPurchasesOfAll(model, rows, horizon);
    checks.push(["total", everybody.reduce((sum, part) => sum + part, 0), value_double]);
    expect(worstOf(name, checks)).toBeLessThan(1e-9);
  });

  test("every number of gamma-gamma is right to 1e-9", () => {
    const checks = gg.customers.map(({ id, x, mean_value, conditional_mean }): Check => {
      const actual = expectedSpend(spendModel, { repeatPurchases: x, meanSpend: mean_value });
      return [`spend of ${id}`, actual ?? Number.NaN, conditional_mean];
    });
    expect(worstOf("gg", checks)).toBeLessThan(1e-9);
    expect(expectedSpend(spendModel, { repeatPurchases: 0 })).toBeCloseTo(
      gg.population_mean_spend,
      9,
    );
  });
});
