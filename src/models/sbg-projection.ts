import { requireArgument } from "../base/errors.ts";
import { wholeNumber } from "../base/options.ts";
import { hypergeometric } from "../stats/hypergeometric.ts";
import { requireModel } from "./require-model.ts";
import type { Sbg } from "./sbg.ts";

/**
 * The share of a cohort expected to be active at ages 0, 1, …, `periods`.
 *
 * @see Fader & Hardie (2007), How to Project Customer Retention, equation 6.
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 1, beta: 1 } };
 * projectedSurvival(model, 3); // => [1, 0.5, 1 / 3, 0.25]
 */
export function projectedSurvival(model: Sbg, periods: number): readonly number[] {
  const survival = [1];
  for (const retention of projectedRetention(model, periods)) {
    survival.push((survival.at(-1) ?? 1) * retention);
  }
  return survival;
}

/**
 * Of those active at age t − 1, the share expected at age t, for t = 1, …, `periods`.
 *
 * @see Fader & Hardie (2007), How to Project Customer Retention, equation 8.
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 1, beta: 1 } };
 * projectedRetention(model, 2); // => [0.5, 2 / 3]
 */
export function projectedRetention(model: Sbg, periods: number): readonly number[] {
  requireModel(model, ["sbg"]);
  requirePeriods("periods", periods, 0);
  const { alpha, beta } = model.parameters;
  return Array.from({ length: periods }, (_, age) => (beta + age) / (alpha + beta + age));
}

/**
 * Discounted expected lifetime of a new subscriber in periods, the one that starts now included.
 *
 * @param discount - Rate per period of the model, such as 0.1. At 0 the lifetime is infinite unless alpha > 1.
 * @see Fader & Hardie (2010), Customer-Base Valuation in a Contractual Setting: The Perils of
 *   Ignoring Heterogeneity, Marketing Science 29(1), 85-93.
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 3, beta: 1 } };
 * discountedLifetime(model, 0); // => 1.5
 */
export function discountedLifetime(model: Sbg, discount: number): number {
  requireModel(model, ["sbg"]);
  const { alpha, beta } = model.parameters;
  return lifetimeSum(alpha, beta, discount);
}

/**
 * Discounted expected residual lifetime, just before the renewal number `renewal`, of a subscriber
 * who made all renewals before it. That renewal, if it comes, counts in full.
 *
 * @see Fader & Hardie (2010), Marketing Science 29(1), 85-93.
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 3, beta: 1 } };
 * discountedResidualLifetime(model, 1, 0); // => 0.5
 */
export function discountedResidualLifetime(model: Sbg, renewal: number, discount: number): number {
  requireModel(model, ["sbg"]);
  requirePeriods("renewal", renewal, 1);
  const { alpha, beta } = model.parameters;
  const retention = (beta + renewal - 1) / (alpha + beta + renewal - 1);
  return retention * lifetimeSum(alpha, beta + renewal, discount);
}

/** Σ_{t≥0} S(t) (1 + d)^−t for subscribers who leave with a chance from Beta(a, b). */
function lifetimeSum(a: number, b: number, discount: number): number {
  requireArgument(
    typeof discount === "number" && discount >= 0 && discount < Number.POSITIVE_INFINITY,
    "discount",
    "0 or more",
    discount,
  );
  if (discount > 0) return hypergeometric(1, b, a + b, 1 / (1 + discount));
  return a > 1 ? (a + b - 1) / (a - 1) : Number.POSITIVE_INFINITY;
}

function requirePeriods(option: string, value: unknown, least: number): void {
  const expected = `a whole number from ${least} to ${MOST_PERIODS}`;
  wholeNumber(least, expected, MOST_PERIODS)(value, option);
}

const MOST_PERIODS = 100_000;
