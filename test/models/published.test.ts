import { afterAll, describe, expect, test } from "vitest";
import { formulaClv } from "../../src/index.ts";
import {
  type CustomerModel,
  discountedLifetime,
  discountedPurchases,
  discountedResidualLifetime,
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  fitSbg,
  NEW_CUSTOMER,
  probabilityAlive,
  projectedRetention,
  projectedSurvival,
  purchaseDistribution,
  purchaseSummary,
  type Sbg,
  worthByPeriod,
} from "../../src/models.ts";
import { sharedJson } from "../stats/shared-json.ts";
import { report } from "../support/report.ts";
import { type Check, cdnowSummary, worstOf } from "./shared-data.ts";

type Numbers = Readonly<Record<string, number>>;

interface Example {
  readonly id: string;
  readonly kpi: string;
  readonly variant: string;
  // biome-ignore lint/suspicious/noExplicitAny: each example has members of its own.
  readonly inputs: any;
  // biome-ignore lint/suspicious/noExplicitAny: a number, a list or a record.
  readonly expected: any;
  readonly tolerance: number | Numbers;
}

const KPIS = ["clvPredictive", "retentionProjection", "rfmSummary", "clvCohort"];
const all = sharedJson("examples/published.json") as readonly Example[] | null;
const examples = (all ?? []).filter(({ kpi }) => KPIS.includes(kpi));

describe.skipIf(all === null)("published examples", () => {
  const met = new Map<string, number>(KPIS.map((kpi) => [kpi, 0]));
  afterAll(() => {
    for (const [kpi, count] of met) {
      const of = examples.filter((example) => example.kpi === kpi).length;
      report(`published examples of ${kpi}: ${count} of ${of} met`);
    }
  });

  test("there are some of each", () => {
    for (const kpi of KPIS) expect(examples.map((example) => example.kpi)).toContain(kpi);
  });

  test.each(examples.map((example) => [example.id, example.variant, example] as const))(
    "%s: %s",
    (_, __, { kpi, variant, inputs, expected, tolerance }) => {
      const actual = answer(variant, inputs);
      const off = differences(actual, expected);
      for (const [name, difference] of Object.entries(off)) {
        const allowed = typeof tolerance === "number" ? tolerance : (tolerance[name] ?? 0);
        expect(difference, name).toBeLessThanOrEqual(allowed);
      }
      met.set(kpi, (met.get(kpi) ?? 0) + 1);
    },
  );
});

/** Absolute differences of all numbers of two like structures, by name or place. */
function differences(actual: unknown, wanted: unknown): Numbers {
  if (typeof wanted === "number") return { value: Math.abs((actual as number) - wanted) };
  const entries = Object.entries(wanted as object).flatMap(([name, value]) => {
    const inside = differences((actual as Readonly<Record<string, unknown>>)[name], value);
    return Object.values(inside).map((off, index) => [
      index === 0 ? name : `${name}.${index}`,
      off,
    ]);
  });
  return Object.fromEntries(entries) as Numbers;
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
function answer(variant: string, inputs: any): unknown {
  const model = { kind: kindOf(variant), parameters: inputs.params } as CustomerModel;
  const history = {
    repeatPurchases: inputs.x,
    lastPurchaseAge: inputs.tx,
    age: inputs.T ?? inputs.nCal,
  };
  switch (variant) {
    case "discounting: monthly rate 1 halves one period":
      return inputs.expectedTransactions.map((count: number) => {
        return worthByPeriod([count], { spend: inputs.monetary, discount: inputs.discount })[0];
      });
    case "bgnbd.expectedTransactions":
      return expectedPurchases(model, NEW_CUSTOMER, inputs.t);
    case "bgnbd.conditionalExpectedTransactions":
    case "paretonbd.conditionalExpectedTransactions":
      return expectedPurchases(model, history, inputs.t);
    case "bgbb.conditionalExpectedTransactions":
      return expectedPurchases(model, history, inputs.nStar);
    case "bgnbd.pmf": {
      const counts: readonly number[] = [inputs.x].flat();
      const pmf = purchaseDistribution(model, NEW_CUSTOMER, inputs.t, Math.max(...counts));
      return Array.isArray(inputs.x) ? counts.map((n) => pmf[n]) : pmf[inputs.x];
    }
    case "bgnbd.fit": {
      const { parameters, logLikelihood } = fitBgNbd(cdnowSummary());
      return { ...parameters, logLikelihood };
    }
    case "gammaGamma.expectedAverageValue": {
      const spend = { repeatPurchases: inputs.x, meanSpend: inputs.meanValue };
      return expectedSpend({ kind: "gamma-gamma", parameters: inputs.params }, spend);
    }
    case "survival-weighted-undiscounted": {
      const { revenuePerPeriod: profit, survival } = inputs;
      const curve = { profit, survival, discount: 0 };
      return formulaClv(curve, { currency: "USD", formula: "cohort-curve" }).value;
    }
    case "sbg.fit":
      return fitSbg([{ size: inputs.survivors[0], active: inputs.survivors }]).parameters;
    case "sbg.survivalCurve":
      return projectedSurvival({ kind: "sbg", parameters: inputs.params }, inputs.periods);
    default:
      return summaryOf(variant, inputs);
  }
}

function kindOf(variant: string): string {
  if (variant.startsWith("paretonbd")) return "pareto-nbd";
  return variant.startsWith("bgbb") ? "bg-bb" : "bg-nbd";
}

interface Order {
  readonly customerId: number;
  readonly date: string;
  readonly amount?: number;
}

function summaryOf(
  variant: string,
  {
    transactions,
    end = "2014-06-01",
  }: { readonly transactions: readonly Order[]; readonly end?: string },
): unknown {
  const unit = variant.startsWith("week") ? "week" : "day";
  const orders = transactions.map(({ amount = 0, ...order }) => ({ ...order, amount }));
  const dayAfter = new Date(Date.parse(end) + 86_400_000);
  const summary = purchaseSummary(orders, { unit, buckets: unit, observedUntil: dayAfter });
  if (variant.startsWith("mean repeat value")) return summary.meanSpend?.[0];
  return summary.customerIds.map((id, row) => [
    id,
    summary.repeatPurchases[row],
    summary.lastPurchaseAge[row],
    summary.age[row],
  ]);
}

interface Point {
  readonly model: "bgnbd" | "mbgnbd" | "pnbd" | "gg" | "bgbb" | "sbg";
  readonly params: readonly number[];
  readonly args: readonly number[];
  readonly t?: number;
  readonly [name: string]: unknown;
}

const points = sharedJson("oracles/special_functions.json") as {
  readonly model_points: readonly Point[];
} | null;

describe.skipIf(points === null)("special_functions.json, customers at 25 digits", () => {
  test("every number of every model is right to 1e-12", () => {
    const checks = (points?.model_points ?? []).flatMap((point) =>
      Object.entries(valuesOf(point)).map(([name, value]): Check => {
        return [`${name} of ${point.model}(${point.args})`, value, Number(point[name])];
      }),
    );
    expect(checks.length).toBeGreaterThan(100);
    expect(worstOf("special_functions.json model_points", checks)).toBeLessThan(1e-12);
  });
});

function valuesOf({ model, params, args, t = 0 }: Point): Numbers {
  const [first = 0, second = 0, third = 0, fourth = 0] = params;
  const [x = 0, last = 0, age = 0] = args;
  const history = { repeatPurchases: x, lastPurchaseAge: last, age };
  switch (model) {
    case "bgnbd":
    case "mbgnbd": {
      const kind = model === "bgnbd" ? "bg-nbd" : "mbg-nbd";
      const parameters = { r: first, alpha: second, a: third, b: fourth };
      return outlook({ kind, parameters } as CustomerModel, history, t);
    }
    case "pnbd": {
      const parameters = { r: first, alpha: second, s: third, beta: fourth };
      return outlook({ kind: "pareto-nbd", parameters }, history, t);
    }
    case "gg": {
      const spend = { kind: "gamma-gamma", parameters: { p: first, q: second, v: third } } as const;
      const mean = expectedSpend(spend, { repeatPurchases: x, meanSpend: last });
      return { conditional_mean: mean ?? Number.NaN };
    }
    case "bgbb": {
      const parameters = { alpha: first, beta: second, gamma: third, delta: fourth };
      const bgbb: CustomerModel = { kind: "bg-bb", parameters };
      return {
        expected: expectedPurchases(bgbb, history, t),
        p_alive_next: probabilityAlive(bgbb, history, 1),
        dert_d10: discountedPurchases(bgbb, history, { rate: 0.1 }),
      };
    }
    case "sbg": {
      const sbg: Sbg = { kind: "sbg", parameters: { alpha: first, beta: second } };
      const survival = projectedSurvival(sbg, x);
      return {
        log_survival: Math.log(survival[x] ?? 0),
        log_pmf: Math.log((survival[x - 1] ?? 0) - (survival[x] ?? 0)),
        retention: projectedRetention(sbg, x)[x - 1] ?? Number.NaN,
        del_d10: discountedLifetime(sbg, 0.1),
        derl_d10: discountedResidualLifetime(sbg, x, 0.1),
      };
    }
  }
}

function outlook(
  model: CustomerModel,
  history: { repeatPurchases: number; lastPurchaseAge: number; age: number },
  t: number,
): Numbers {
  return {
    p_alive: probabilityAlive(model, history),
    expected: expectedPurchases(model, history, t),
  };
}
