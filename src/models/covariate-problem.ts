import type { Objective } from "../stats/objective.ts";
import type { Covariate } from "./covariates.ts";
import type { LikelihoodProblem } from "./fit-by-likelihood.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";

/** How covariates move a model's log-parameters: which one by purchasing, which by leaving, and in which direction. */
export interface CovariateEffect {
  readonly purchase: { readonly parameter: number; readonly sign: 1 | -1 };
  readonly dropout: { readonly parameter: number; readonly sign: 1 | -1 };
}

/**
 * The problem of a purchase model whose rates differ with what is known of the customers: one more
 * parameter each for purchasing and for leaving, the factor that goes with one unit of a covariate.
 *
 * Customers with the same covariates are looked at together, with the likelihood of the plain model.
 */
export function covariateProblem(
  summary: PurchaseSummary,
  covariates: readonly Covariate[],
  effect: CovariateEffect,
  plainProblem: (summary: PurchaseSummary) => LikelihoodProblem<string>,
): LikelihoodProblem<string> {
  const whole = plainProblem(summary);
  const size = whole.names.length;
  const groups = groupsOf(summary, covariates).map(({ rows, values }) => ({
    problem: plainProblem(pick(summary, rows)),
    values,
  }));
  const zeros = new Array<number>(2 * covariates.length).fill(0);
  return {
    ...whole,
    names: [
      ...whole.names,
      ...covariates.map(({ name }) => `purchase.${name}`),
      ...covariates.map(({ name }) => `dropout.${name}`),
    ],
    scales: [...whole.scales, ...zeros.map(() => 1)],
    coordinates: [
      ...whole.coordinates.map((row, i) => [
        ...row,
        ...covariates.map((covariate) => centring(covariate, i, effect.purchase)),
        ...covariates.map((covariate) => centring(covariate, i, effect.dropout)),
      ]),
      ...zeros.map((_, k) => {
        const { deviation = 1 } = covariates[k % covariates.length] ?? {};
        const row = new Array<number>(size + zeros.length).fill(0);
        row[size + k] = 1 / deviation;
        return row;
      }),
    ],
    otherStarts: whole.otherStarts.map((start) => [...start, ...zeros]),
    objective: grouped(whole, groups, size, covariates.length, effect),
    constant: 0,
  };
}

/** What keeps the customer of mean covariates in place when a factor changes. */
function centring(
  { mean, deviation }: Covariate,
  parameter: number,
  by: CovariateEffect["purchase"],
): number {
  return parameter === by.parameter ? (-by.sign * mean) / deviation : 0;
}

interface Group {
  readonly problem: LikelihoodProblem<string>;
  readonly values: readonly number[];
}

function grouped(
  whole: LikelihoodProblem<string>,
  groups: readonly Group[],
  size: number,
  count: number,
  { purchase, dropout }: CovariateEffect,
): Objective {
  const slopes = new Float64Array(size);
  const moved = new Float64Array(size);
  return (point, gradient) => {
    gradient.fill(0);
    let value = 0;
    for (const { problem, values } of groups) {
      // Each group's objective has a unit of time of its own.
      for (let i = 0; i < size; i += 1) {
        moved[i] = (point[i] ?? 0) + Math.log((whole.scales[i] ?? 1) / (problem.scales[i] ?? 1));
      }
      for (const [k, z] of values.entries()) {
        const { parameter, sign } = purchase;
        moved[parameter] = (moved[parameter] ?? 0) + sign * z * (point[size + k] ?? 0);
        const other = dropout.parameter;
        moved[other] = (moved[other] ?? 0) + dropout.sign * z * (point[size + count + k] ?? 0);
      }
      const share = problem.customers / whole.customers;
      value += share * problem.objective(moved, slopes) + problem.constant / whole.customers;
      for (let i = 0; i < size; i += 1) gradient[i] = (gradient[i] ?? 0) + share * (slopes[i] ?? 0);
      for (const [k, z] of values.entries()) {
        const byPurchase = purchase.sign * z * (slopes[purchase.parameter] ?? 0);
        const byDropout = dropout.sign * z * (slopes[dropout.parameter] ?? 0);
        gradient[size + k] = (gradient[size + k] ?? 0) + share * byPurchase;
        gradient[size + count + k] = (gradient[size + count + k] ?? 0) + share * byDropout;
      }
    }
    return value;
  };
}

/** The rows that have all covariates in common. */
function groupsOf(
  summary: PurchaseSummary,
  covariates: readonly Covariate[],
): readonly { readonly rows: readonly number[]; readonly values: readonly number[] }[] {
  const groups = new Map<string, { rows: number[]; values: readonly number[] }>();
  for (let row = 0; row < summary.age.length; row += 1) {
    const values = covariates.map((covariate) => covariate.values[row] ?? 0);
    const key = values.join(" ");
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { rows: [row], values });
  }
  return [...groups.values()];
}

function pick(summary: PurchaseSummary, rows: readonly number[]): PurchaseSummary {
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => column[row] ?? 0);
  return {
    unit: summary.unit,
    repeatPurchases: take(summary.repeatPurchases),
    lastPurchaseAge: take(summary.lastPurchaseAge),
    age: take(summary.age),
    customers: take(summary.customers),
    meanSpend: null,
    sumLogGaps: summary.sumLogGaps && take(summary.sumLogGaps),
  };
}
