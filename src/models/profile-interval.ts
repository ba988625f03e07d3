import { requireArgument } from "../base/errors.ts";
import { maximise } from "../stats/maximise.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import type { Objective } from "../stats/objective.ts";
import type { AnyModel } from "./any-model.ts";
import { inCoordinates, pointAt } from "./coordinates.ts";
import type { Fit } from "./fit.ts";
import type { LikelihoodProblem } from "./fit-by-likelihood.ts";
import { type DataOf, likelihoodProblemOf } from "./likelihood-problem-of.ts";
import { type Bounds, requireConfidence } from "./parameter-intervals.ts";
import { ALL_KINDS, requireFit } from "./require-model.ts";
import { aboveZero } from "./require-question.ts";

/**
 * The values of one parameter that the data do not speak against: those at which the log-likelihood,
 * as large as the other parameters can make it, is less than half the chi-square quantile below
 * the maximum. A bound that the data do not give is 0 or infinite.
 *
 * The fit must be one without a prior, to the same data.
 *
 * @see Venzon & Moolgavkar (1988), A Method for Computing Profile-Likelihood-Based Confidence
 *   Intervals, Applied Statistics 37(1), 87-94.
 * @example
 * const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * const bounds = profileInterval(fitSbg([cohort]), [cohort], "alpha");
 * bounds.map((bound) => bound.toFixed(3)); // => ["0.589", "0.850"]
 */
export function profileInterval<Model extends AnyModel & Fit<string>>(
  fit: Model,
  data: DataOf<Model>,
  parameter: keyof Model["parameters"] & string,
  confidence: number = 0.95,
): Bounds {
  requireConfidence(confidence);
  const profile = profileFor(fit, data, parameter);
  const limit = Math.max(LEAST_LIMIT, normalQuantile((1 + confidence) / 2));
  const error = fit.standardErrors[parameter] ?? null;
  const value = fit.parameters[parameter] ?? 1;
  const stride = error === null ? 1 : Math.min(2, (limit * error) / value);
  const lower = crossing((by) => profile(-by), stride, limit);
  const upper = crossing(profile, stride, limit);
  return [value * Math.exp(-lower), value * Math.exp(upper)];
}

/**
 * How much the data speak against a value of one parameter, in standard errors: √(2 × what the
 * log-likelihood falls by, the other parameters at their best). A 95 % profile interval holds the
 * values that are less than 1.96 deep.
 *
 * @example
 * const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * const fit = fitSbg([cohort]);
 * profileDepth(fit, [cohort], "alpha", 0.589).toFixed(1); // => "2.0"
 */
export function profileDepth<Model extends AnyModel & Fit<string>>(
  fit: Model,
  data: DataOf<Model>,
  parameter: keyof Model["parameters"] & string,
  value: number,
): number {
  aboveZero(value, "value");
  const profile = profileFor(fit, data, parameter);
  const depth = profile(Math.log(value / (fit.parameters[parameter] ?? 1)));
  requireArgument(!Number.isNaN(depth), "value", "a number nearer to the fitted one", value);
  return depth;
}

function profileFor<Model extends AnyModel & Fit<string>>(
  fit: Model,
  data: DataOf<Model>,
  parameter: string,
): (by: number) => number {
  requireFit(fit, ALL_KINDS);
  const problem = likelihoodProblemOf(fit, data);
  const index = problem.names.indexOf(parameter);
  requireArgument(index !== -1, "parameter", `one of ${problem.names.join(", ")}`, parameter);
  return profileOf(problem, fit.parameters, index);
}

/** How far the log-likelihood falls when the log-parameter is moved, as a number of standard errors. */
function profileOf(
  problem: LikelihoodProblem<string>,
  parameters: Readonly<Record<string, number>>,
  index: number,
): (by: number) => number {
  const { names, scales, coordinates, customers, objective, bounds } = problem;
  const logs = Float64Array.from(names, (name, i) =>
    Math.log((parameters[name] ?? 1) / (scales[i] ?? 1)),
  );
  const top = pointAt(coordinates, logs);
  const whole = inCoordinates(coordinates, objective);
  const highest = whole(top, new Float64Array(top.length));
  const row = coordinates[index] ?? [];
  const tied = row.findIndex((factor) => factor !== 0);
  const free = row.flatMap((_, j) => (j === tied ? [] : [j]));
  let near = Float64Array.from(free, (j) => top[j] ?? 0);
  return (by) => {
    const target = (logs[index] ?? 0) + by;
    const rest = tiedObjective(whole, row, tied, free, target);
    const limits = bounds ? { bounds: free.map((j) => bounds[j] ?? 25) } : {};
    const best = maximise(rest, near, limits);
    near = Float64Array.from(best.point);
    return Math.sqrt(Math.max(0, 2 * customers * (highest - best.value)));
  };
}

/** The objective over the free coordinates, the tied one such that row · point is the target. */
function tiedObjective(
  whole: Objective,
  row: readonly number[],
  tied: number,
  free: readonly number[],
  target: number,
): Objective {
  const point = new Float64Array(row.length);
  const slopes = new Float64Array(row.length);
  const pivot = row[tied] ?? 1;
  return (place, gradient) => {
    let known = 0;
    for (const [k, j] of free.entries()) {
      point[j] = place[k] ?? 0;
      known += (row[j] ?? 0) * (place[k] ?? 0);
    }
    point[tied] = (target - known) / pivot;
    const value = whole(point, slopes);
    for (const [k, j] of free.entries()) {
      gradient[k] = (slopes[j] ?? 0) - ((row[j] ?? 0) / pivot) * (slopes[tied] ?? 0);
    }
    return value;
  };
}

/** Beyond this factor (in logs), a bound is as good as 0 or infinite. */
const FAR = 20;

/** Where a rising function that is nearly a line through 0 passes the limit. */
function crossing(height: (by: number) => number, stride: number, limit: number): number {
  let [low, lowHeight, high] = [0, 0, stride];
  let highHeight = height(high);
  while (highHeight < limit) {
    if (high > FAR) return Number.POSITIVE_INFINITY;
    [low, lowHeight] = [high, highHeight];
    high *= 1.6;
    highHeight = height(high);
  }
  for (let round = 0; round < 40 && high - low > 1e-9 * high; round += 1) {
    const line = low + ((limit - lowHeight) / (highHeight - lowHeight)) * (high - low);
    const by = round % 4 === 3 ? (low + high) / 2 : line;
    const here = height(by);
    if (Math.abs(here - limit) < 1e-8) return by;
    if (here < limit) [low, lowHeight] = [by, here];
    else [high, highHeight] = [by, here];
  }
  return (low + high) / 2;
}

/** Nearer to the fitted parameter than this is the parameter itself. */
const LEAST_LIMIT = 1e-6;
