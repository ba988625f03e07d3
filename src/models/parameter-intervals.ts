import { requireArgument } from "../base/errors.ts";
import { normalQuantile } from "../stats/normal-distribution.ts";
import type { Fit } from "./fit.ts";
import { requireErrors } from "./require-model.ts";

/** A lower and an upper bound. */
export type Bounds = readonly [lower: number, upper: number];

/**
 * Confidence intervals of all parameters by their standard errors, on the scale of logarithms, so
 * that no bound is below 0. Null for parameters that the data do not tell.
 *
 * Quick, and right where the log-likelihood is a parabola in the log-parameters; `profileInterval`
 * does not need that.
 *
 * @example
 * const cohort = { size: 1000, active: [1000, 631, 468, 382, 326, 289, 262, 241] };
 * const bounds = parameterIntervals(fitSbg([cohort])).alpha;
 * bounds.map((bound) => bound.toFixed(3)); // => ["0.587", "0.845"]
 */
export function parameterIntervals<Name extends string>(
  fit: Fit<Name>,
  confidence: number = 0.95,
): Readonly<Record<Name, Bounds | null>> {
  requireConfidence(confidence);
  requireErrors(fit);
  const z = normalQuantile((1 + confidence) / 2);
  // The parameters have exactly the fit's names.
  const names = Object.keys(fit.parameters) as unknown as readonly Name[];
  const entries = names.map((name) => {
    const error = fit.standardErrors[name];
    const value = fit.parameters[name];
    if (error === null) return [name, null] as const;
    const factor = Math.exp((z * error) / value);
    return [name, [value / factor, value * factor]] as const;
  });
  return Object.fromEntries(entries) as unknown as Readonly<Record<Name, Bounds | null>>;
}

/** Refuses a confidence that is no share. */
export function requireConfidence(confidence: unknown): asserts confidence is number {
  const isShare = typeof confidence === "number" && confidence > 0 && confidence < 1;
  requireArgument(isShare, "confidence", "between 0 and 1", confidence);
}
