import { describe, expect, test } from "vitest";
import { type BgBb, fitBgBb } from "../../src/models/bg-bb.ts";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { discountedPurchases } from "../../src/models/discounted-purchases.ts";
import { expectedPurchases, expectedPurchasesOfAll } from "../../src/models/expected-purchases.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgCnbdK } from "../../src/models/mbg-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/mbg-nbd.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { purchaseDistribution } from "../../src/models/purchase-distribution.ts";
import type { SurvivalCohort } from "../../src/models/read-lifetimes.ts";
import { fitSbg, type Sbg } from "../../src/models/sbg.ts";
import {
  discountedLifetime,
  discountedResidualLifetime,
  projectedRetention,
  projectedSurvival,
} from "../../src/models/sbg-projection.ts";
import { summarisePurchases } from "../../src/models/summarise-purchases.ts";
import { sharedJson } from "../stats/shared-json.ts";
import { type Check, donations, sharedLines, sharedNumbers, worstOf } from "./shared-data.ts";

type Numbers = Readonly<Record<string, number>>;

interface Donations {
  readonly reference_mle: {
    readonly params: Numbers;
    readonly loglik: number;
    readonly standard_errors: Numbers;
  };
  readonly new_customer_expected: Numbers;
  readonly pmf_calibration: readonly number[];
  readonly rows: readonly {
    readonly x: number;
    readonly t_x: number;
    readonly n: number;
    readonly p_alive_next: number;
    readonly p_alive_now: number;
    readonly expected: Numbers;
    readonly dert_10pct: number;
  }[];
  readonly total_expected_holdout: { readonly m: number; readonly value: number };
}

const bgbb = sharedJson("oracles/donations_bgbb.json") as Donations | null;

describe.skipIf(bgbb === null)("donations_bgbb.json", () => {
  if (!bgbb) return;
  const { params, loglik, standard_errors } = bgbb.reference_mle;

  test("the fit is the maximum", () => {
    const fit = fitBgBb(donations());
    const names = ["alpha", "beta", "gamma", "delta"] as const;
    const found = names.map((key): Check => [key, fit.parameters[key], params[key] ?? 0]);
    const errors = names.map((key): Check => {
      return [key, fit.standardErrors[key] ?? 0, standard_errors[key] ?? 0];
    });
    expect(worstOf("donations parameters", found)).toBeLessThan(1e-9);
    expect(worstOf("donations standard errors", errors)).toBeLessThan(1e-6);
    expect(Math.abs(fit.logLikelihood - loglik)).toBeLessThan(1e-8);
    expect(fit.customers).toBe(11_104);
  });

  test("every number is right to 1e-9", () => {
    const model: BgBb = { kind: "bg-bb", parameters: params as BgBb["parameters"] };
    const checks: Check[] = [];
    for (const [m, wanted] of Object.entries(bgbb.new_customer_expected)) {
      checks.push([`new ${m}`, expectedPurchases(model, NEW_CUSTOMER, Number(m)), wanted]);
    }
    const pmf = purchaseDistribution(model, NEW_CUSTOMER, 6, 6);
    for (const [n, wanted] of bgbb.pmf_calibration.entries())
      checks.push([`pmf ${n}`, pmf[n] ?? 0, wanted]);
    for (const { x, t_x, n, p_alive_next, p_alive_now, expected, dert_10pct } of bgbb.rows) {
      const history = { repeatPurchases: x, lastPurchaseAge: t_x, age: n };
      const at = `(${x}, ${t_x})`;
      checks.push([`alive ${at}`, probabilityAlive(model, history), p_alive_now]);
      checks.push([`alive next ${at}`, probabilityAlive(model, history, 1), p_alive_next]);
      for (const [m, wanted] of Object.entries(expected)) {
        checks.push([`E ${m} ${at}`, expectedPurchases(model, history, Number(m)), wanted]);
      }
      checks.push([`DERT ${at}`, discountedPurchases(model, history, { rate: 0.1 }), dert_10pct]);
    }
    const rows = donations();
    const each = expectedPurchasesOfAll(model, rows, bgbb.total_expected_holdout.m);
    const total = each.reduce((sum, value, row) => sum + value * (rows[row]?.customers ?? 0), 0);
    checks.push(["hold-out", total, bgbb.total_expected_holdout.value]);
    expect(worstOf("donations_bgbb.json", checks)).toBeLessThan(1e-9);
  });
});

interface SbgOracle {
  readonly fits: readonly {
    readonly params: Numbers;
    readonly loglik_per_customer: number;
    readonly standard_errors_if_1000_customers: Numbers;
    readonly projected_survival: readonly number[];
    readonly retention_rate: readonly number[];
    readonly del_10pct: number;
    readonly derl_10pct: Numbers;
  }[];
  readonly multi_cohort: { readonly params: Numbers; readonly loglik: number };
}

const sbg = sharedJson("oracles/sbg_regular.json") as SbgOracle | null;
const retention = sharedNumbers("sbg_retention.csv");

describe.skipIf(sbg === null || retention.length === 0)("sbg_regular.json", () => {
  const regular = sbg?.fits[0];
  if (!sbg || !regular) return;
  const cohortOf = (column: 1 | 2): SurvivalCohort => {
    const active = retention.slice(0, 8).map((row) => (row[column] ?? 0) * 10);
    return { size: 1000, active };
  };

  test("the regular segment: parameters, standard errors, likelihood", () => {
    const fit = fitSbg([cohortOf(1)]);
    const { params, standard_errors_if_1000_customers: errors } = regular;
    const checks = (["alpha", "beta"] as const).flatMap((key): readonly Check[] => [
      [key, fit.parameters[key], params[key] ?? 0],
    ]);
    expect(worstOf("sbg_regular.json parameters", checks)).toBeLessThan(1e-9);
    expect(fit.standardErrors.alpha).toBeCloseTo(errors["alpha"] ?? 0, 8);
    expect(fit.standardErrors.beta).toBeCloseTo(errors["beta"] ?? 0, 8);
    expect(fit.logLikelihood / 1000).toBeCloseTo(regular.loglik_per_customer, 11);
  });

  test("the high-end segment has the maximum of the paper", () => {
    const fit = fitSbg([cohortOf(2)]);
    expect(fit.parameters.alpha).toBeCloseTo(0.6680884, 6);
    expect(fit.parameters.beta).toBeCloseTo(3.806095, 5);
    expect(fit.logLikelihood / 1000).toBeCloseTo(-1.6111581, 7);
  });

  test("every projection is right to 1e-9", () => {
    const model: Sbg = { kind: "sbg", parameters: regular.params as Sbg["parameters"] };
    const survival = projectedSurvival(model, 12);
    const rates = projectedRetention(model, 12);
    const checks: Check[] = [["DEL", discountedLifetime(model, 0.1), regular.del_10pct]];
    for (const [t, wanted] of regular.projected_survival.entries()) {
      checks.push([`S(${t})`, survival[t] ?? 0, wanted]);
    }
    for (const [t, wanted] of regular.retention_rate.entries()) {
      checks.push([`r(${t + 1})`, rates[t] ?? 0, wanted]);
    }
    for (const [n, wanted] of Object.entries(regular.derl_10pct)) {
      checks.push([`DERL(${n})`, discountedResidualLifetime(model, Number(n), 0.1), wanted]);
    }
    expect(worstOf("sbg_regular.json", checks)).toBeLessThan(1e-9);
  });

  test("many cohorts of different lengths are fitted together", () => {
    const cohorts = sharedNumbers("sbg_multi_cohort.csv").map(
      ([, ...active]): SurvivalCohort => ({ size: active[0] ?? 0, active }),
    );
    const fit = fitSbg(cohorts);
    const { params, loglik } = sbg.multi_cohort;
    expect(fit.parameters.alpha / (params["alpha"] ?? 0)).toBeCloseTo(1, 9);
    expect(fit.parameters.beta / (params["beta"] ?? 0)).toBeCloseTo(1, 9);
    expect(Math.abs(fit.logLikelihood - loglik)).toBeLessThan(1e-8);
  });
});

interface Peer {
  readonly params: Numbers;
  readonly loglik: number;
  readonly customers: readonly Numbers[];
}

const clvtools = sharedJson("oracles/clvtools_cdnow_sample.json") as {
  readonly models: Readonly<Record<"bgnbd" | "pnbd" | "gg", Peer>>;
} | null;
const btydplus = sharedJson("oracles/btydplus_cdnow_sample.json") as {
  readonly cdnow_sample: Readonly<Record<"mbgcnbd" | "bgcnbd" | "mbgnbd", Peer>>;
} | null;
const transactions = sharedLines("cdnow_sample_transactions.csv");

describe.skipIf(!clvtools || !btydplus || transactions.length === 0)("CDNOW in exact weeks", () => {
  if (!clvtools || !btydplus) return;
  const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
  const cells = transactions.map((line) => line.split(","));
  const summary = summarisePurchases(
    {
      customer: Int32Array.from(cells, ([customer]) => Number(customer)),
      day: Int32Array.from(cells, ([, date = ""]) => dayOf(date)),
      amount: Float64Array.from(cells, ([, , , amount]) => Number(amount)),
    },
    { observedUntil: dayOf("1997-10-01") },
  );
  const historyOf = (customer: Numbers) => ({
    repeatPurchases: customer["x"] ?? 0,
    lastPurchaseAge: customer["t.x"] ?? customer["t_x"] ?? 0,
    age: customer["T.cal"] ?? customer["T"] ?? 0,
  });

  test.each([
    ["bgnbd", fitBgNbd],
    ["pnbd", fitParetoNbd],
  ] as const)(
    "clvtools_cdnow_sample.json, %s: as likely or likelier, predictions to 1e-3",
    (name, fit) => {
      const peer = clvtools.models[name];
      const ours = fit(summary);
      expect(ours.logLikelihood).toBeGreaterThanOrEqual(peer.loglik - 1e-8);
      expect(ours.logLikelihood - peer.loglik).toBeLessThan(1e-3);
      const rate = Math.log(1.1) / 52;
      const checks = peer.customers.flatMap((customer): readonly Check[] => {
        const history = historyOf(customer);
        const at = `of ${customer["id"]}`;
        const dert = customer["DERT"];
        return [
          [`CET ${at}`, expectedPurchases(ours, history, 39), customer["CET"] ?? 0],
          [`PAlive ${at}`, probabilityAlive(ours, history), customer["PAlive"] ?? 0],
          ...(dert === undefined
            ? []
            : [[`DERT ${at}`, discountedPurchases(ours, history, { rate }), dert] as const]),
        ];
      });
      expect(worstOf(`clvtools_cdnow_sample.json ${name}`, checks)).toBeLessThan(1e-3);
    },
  );

  test("exact weeks give BG/NBD the likelihood −9582.42920667", () => {
    expect(fitBgNbd(summary).logLikelihood).toBeCloseTo(-9582.42920667, 7);
  });

  test("clvtools_cdnow_sample.json, gg: as likely or likelier, predictions to 1e-3", () => {
    const peer = clvtools.models.gg;
    const ours = fitGammaGamma(summary);
    expect(ours.logLikelihood).toBeGreaterThanOrEqual(peer.loglik - 1e-8);
    expect(ours.logLikelihood - peer.loglik).toBeLessThan(1e-3);
    const checks = peer.customers.map((customer): Check => {
      const history = { repeatPurchases: customer["x"] ?? 0, meanSpend: customer["Spending"] ?? 0 };
      const mean = expectedSpend(ours, history) ?? Number.NaN;
      return [`spend of ${customer["id"]}`, mean, customer["predicted.mean.spending"] ?? 0];
    });
    expect(worstOf("clvtools_cdnow_sample.json gg", checks)).toBeLessThan(1e-3);
  });

  test("btydplus_cdnow_sample.json: the same k, as likely or likelier, predictions to 1e-3", () => {
    const { mbgcnbd, mbgnbd, bgcnbd } = btydplus.cdnow_sample;
    const regular = fitMbgCnbdK(summary);
    expect(regular.k).toBe(mbgcnbd.params["k"]);
    const fits = [
      ["mbgcnbd", mbgcnbd, regular],
      ["mbgnbd", mbgnbd, fitMbgNbd(summary)],
      ["bgcnbd with k = 1", bgcnbd, fitBgNbd(summary)],
    ] as const;
    for (const [name, peer, ours] of fits) {
      expect(ours.logLikelihood).toBeGreaterThanOrEqual(peer.loglik - 1e-8);
      expect(ours.logLikelihood - peer.loglik).toBeLessThan(1e-3);
      const checks = peer.customers.flatMap((customer): readonly Check[] => {
        const history = historyOf(customer);
        const row = summary.customer.indexOf(customer["id"] ?? -1);
        const at = `of ${customer["id"]}`;
        const gaps = customer["sum_log_interpurchase_time"] ?? 0;
        expect(Math.abs((summary.sumLogGaps?.[row] ?? -1) - gaps)).toBeLessThan(1e-9);
        return [
          [`expected ${at}`, expectedPurchases(ours, history, 39), customer["expected_39"] ?? 0],
          [`alive ${at}`, probabilityAlive(ours, history), customer["p_alive"] ?? 0],
        ];
      });
      expect(worstOf(`btydplus_cdnow_sample.json ${name}`, checks)).toBeLessThan(1e-3);
    }
  });
});
