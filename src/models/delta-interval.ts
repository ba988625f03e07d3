import { type OptionChecks, oneOf, readOptions } from "../base/options.ts";
import { CONFIDENCE_CHECKS } from "../counts/confidence.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import type { AnyModel } from "./any-model.ts";
import type { Fit } from "./fit.ts";
import type { Bounds } from "./parameter-intervals.ts";
import { ALL_KINDS, requireFit } from "./require-model.ts";
import { requireFunction } from "./require-question.ts";

/** How an interval is made. */
export interface DeltaIntervalOptions {
  /** 0.95 if not given. */
  readonly confidence?: number;
  /**
   * On which scale errors are taken to be symmetric: `"log"` (if not given) for what is above 0,
   * `"logit"` for probabilities.
   */
  readonly scale?: "log" | "logit";
}

/**
 * Confidence interval of anything computed from a fitted model, by the delta method: how much the
 * parameters may be off, times how much the answer changes with them.
 *
 * It tells how well the expectation is known. What one customer will do varies around that
 * expectation by much more; `purchaseDistribution` tells how much.
 *
 * @param ask - The question, such as `(model) => expectedPurchases(model, customer, 52)`.
 * @returns null where the data do not tell all parameters.
 * @see Oehlert (1992), A Note on the Delta Method, The American Statistician 46(1), 27-29.
 * @example
 * const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * const fit = fitSbg([cohort]);
 * const bounds = deltaInterval(fit, (model) => discountedLifetime(model, 0.1));
 * bounds.map((bound) => bound.toFixed(2)); // => ["3.47", "3.93"]
 */
export function deltaInterval<Model extends AnyModel & Fit<string>>(
  fit: Model,
  ask: (model: Model) => number,
  options: DeltaIntervalOptions = {},
): Bounds | null {
  const read = readOptions<DeltaIntervalOptions>(options, CHECKS);
  const { confidence = 0.95, scale = "log" } = read;
  requireFit(fit, ALL_KINDS);
  requireFunction(ask, "ask");
  const { covariance } = fit;
  if (!covariance) return null;
  const [to, from] = SCALES[scale];
  const entries = Object.entries<number>(fit.parameters);
  const at = (changed: number, factor: number): number => {
    const moved = entries.map(([name, value], i) => [name, i === changed ? value * factor : value]);
    // The same model with one parameter moved.
    return to(ask({ ...fit, parameters: Object.fromEntries(moved) } as Model));
  };
  const slopes = entries.map(([, value], i) => {
    return (at(i, 1 + STEP) - at(i, 1 - STEP)) / (2 * STEP * value);
  });
  let variance = 0;
  for (const [i, row] of covariance.entries()) {
    for (const [j, entry] of row.entries()) variance += (slopes[i] ?? 0) * entry * (slopes[j] ?? 0);
  }
  const middle = to(ask(fit));
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  return [from(middle - reach), from(middle + reach)];
}

const STEP = 1e-4;

const SCALES = {
  log: [Math.log, Math.exp],
  logit: [(p: number) => Math.log(p / (1 - p)), (x: number) => 1 / (1 + Math.exp(-x))],
} as const;

const CHECKS: OptionChecks<DeltaIntervalOptions> = {
  confidence: CONFIDENCE_CHECKS.confidence,
  scale: /* @__PURE__ */ oneOf(["log", "logit"]),
};
