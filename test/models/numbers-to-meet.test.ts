import { describe, expect, test } from "vitest";
import {
  expectedPurchases,
  expectedPurchasesOfAll,
  type Fit,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  fitSbg,
  type SurvivalCohort,
} from "../../src/models.ts";
import { cdnowSummary, donations, sharedNumbers } from "./shared-data.ts";

const rows = cdnowSummary();
const donors = donations();

const cohorts = (): readonly SurvivalCohort[] =>
  sharedNumbers("sbg_multi_cohort.csv").map(([, ...active]) => ({ size: active[0] ?? 0, active }));

/** Of 1,000 subscribers, whose survival is published in per cent. */
const segment = (column: 1 | 2): readonly SurvivalCohort[] => {
  const survival = sharedNumbers("sbg_retention.csv").slice(0, 8);
  return [{ size: 1000, active: survival.map((row) => (row[column] ?? 0) * 10) }];
};

/** Parameters and log-likelihoods that several programs agree on, the customers they are counted per. */
const TABLE: readonly (readonly [
  name: string,
  fit: () => Fit<string>,
  parameters: readonly number[],
  logLikelihood: number,
  per: number,
])[] = [
  [
    "CDNOW, BG/NBD",
    () => fitBgNbd(rows),
    [0.242593, 4.413532, 0.792886, 2.425753],
    -9582.425561,
    1,
  ],
  [
    "CDNOW, MBG/NBD",
    () => fitMbgNbd(rows),
    [0.524838, 6.182992, 0.891356, 1.613999],
    -9582.132685,
    1,
  ],
  [
    "CDNOW, Pareto/NBD",
    () => fitParetoNbd(rows),
    [0.553276, 10.577612, 0.606214, 11.667911],
    -9594.97393,
    1,
  ],
  [
    "CDNOW, gamma-gamma",
    () => fitGammaGamma(rows),
    [6.248802, 3.744588, 15.447748],
    -4055.923244,
    1,
  ],
  [
    "donations, BG/BB",
    () => fitBgBb(donors),
    [1.2035224, 0.7497164, 0.6567182, 2.7834422],
    -33225.581274,
    1,
  ],
  ["sBG, regular", () => fitSbg(segment(1)), [0.7040773, 1.182043], -1.6802652, 1000],
  ["sBG, high end", () => fitSbg(segment(2)), [0.6680884, 3.806095], -1.6111581, 1000],
  ["sBG, many cohorts", () => fitSbg(cohorts()), [3.798126, 15.191907], -40255.83728, 1],
];

describe.skipIf(rows.length === 0)("numbers that other programs and papers agree on", () => {
  test.each(TABLE)("%s", (_, fit, parameters, logLikelihood, per) => {
    const found = fit();
    const values = Object.values(found.parameters);
    for (const [i, wanted] of parameters.entries()) {
      // The table has six or seven decimals.
      expect(Math.abs((values[i] ?? Number.NaN) / wanted - 1)).toBeLessThanOrEqual(2.5e-6);
    }
    expect(Math.abs(found.logLikelihood / per - logLikelihood)).toBeLessThanOrEqual(
      logLikelihood > -2 ? 0.51e-7 : 5.1e-6,
    );
  });

  test("BG/NBD: 1.226 purchases in 39 weeks of x = 2, t_x = 30.43, T = 38.86", () => {
    const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 };
    expect(expectedPurchases(fitBgNbd(rows), customer, 39)).toBeCloseTo(1.226, 3);
  });

  test("Pareto/NBD: 25.46 purchases in 52 weeks of x = 26, t_x = 30.86, T = 31", () => {
    const customer = { repeatPurchases: 26, lastPurchaseAge: 30.86, age: 31 };
    expect(expectedPurchases(fitParetoNbd(rows), customer, 52)).toBeCloseTo(25.46, 2);
  });

  test("BG/BB: 12,884.2 donations expected in the five years held out, of 13,260 made", () => {
    const each = expectedPurchasesOfAll(fitBgBb(donors), donors, 5);
    const total = each.reduce((sum, value, at) => sum + value * (donors[at]?.customers ?? 0), 0);
    expect(total).toBeCloseTo(12_884.2, 1);
  });

  test("the sBG of the regular segment is .704, not the .688 of one preprint", () => {
    const [cohort] = segment(1);
    const at = (alpha: number): number => {
      const { beta } = fitSbg(segment(1)).parameters;
      const { active = [] } = cohort ?? {};
      let [survival, sum] = [1, 0];
      for (let t = 1; t < active.length; t += 1) {
        const leaves = alpha / (alpha + beta + t - 1);
        sum += ((active[t - 1] ?? 0) - (active[t] ?? 0)) * Math.log(survival * leaves);
        survival *= 1 - leaves;
      }
      return sum + (active.at(-1) ?? 0) * Math.log(survival);
    };
    expect(at(0.7040773)).toBeGreaterThan(at(0.688));
    expect(at(0.7040773) / 1000).toBeCloseTo(-1.6802652, 7);
  });

  test("with one customer of 5,000 purchases the maximum of Pareto/NBD is 9267.66", () => {
    const extreme = { repeatPurchases: 5000, lastPurchaseAge: 38.7, age: 38.86 };
    const fit = fitParetoNbd([...rows, extreme]);
    expect(fit.convergence.converged).toBe(true);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(9267.66 - 1e-3);
    expect(fit.logLikelihood).toBeCloseTo(9267.6592, 4);
    const expected = expectedPurchases(fit, extreme, 39);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(5000);
  });
});
