import { argumentError } from "../base/errors.ts";
import { requireConfidence } from "../result/interval.ts";
import { agrestiCaffoInterval as agrestiCaffo } from "../stats/agresti-caffo-interval.ts";
import { holm } from "../stats/holm.ts";
import type { NetAnswers } from "../stats/net-share.ts";
import { netShareTest as netShare } from "../stats/net-share-test.ts";
import { newcombeInterval as newcombe } from "../stats/newcombe-interval.ts";
import { priceBonettInterval as priceBonett } from "../stats/price-bonett-interval.ts";
import type { Proportion } from "../stats/proportion.ts";
import { type ProportionsTest, proportionsTest as proportions } from "../stats/proportions-test.ts";
import type { TestResult } from "../stats/test-result.ts";
import { twoProportionTest as twoProportions } from "../stats/two-proportion-test.ts";
import { type Bounds, readProportion, requireNumber } from "./require-statistic.ts";
import { readNetAnswers } from "./statistics-of-shares.ts";

/**
 * Newcombe's interval for the difference of two independent shares, first less second.
 *
 * @throws {@link KpiError} `invalid-argument` for numbers that are no share, as all of these do.
 * @example
 * const [lower, upper] = newcombeInterval({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95);
 * [lower.toFixed(4), upper.toFixed(4)]; // => ["0.0524", "0.3339"]
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): Bounds {
  requireConfidence(confidence);
  return newcombe(...readPair(first, second), confidence);
}

/** Agresti and Caffo's interval for the difference of two independent shares. */
export function agrestiCaffoInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): Bounds {
  requireConfidence(confidence);
  return agrestiCaffo(...readPair(first, second), confidence);
}

/** Price and Bonett's interval for one share over another, such as the lift of a programme. */
export function priceBonettInterval(
  first: Proportion,
  second: Proportion,
  confidence: number,
): Bounds {
  requireConfidence(confidence);
  return priceBonett(...readPair(first, second), confidence);
}

/** Tests whether two independent shares differ by more than chance. */
export function twoProportionTest(first: Proportion, second: Proportion): TestResult {
  return twoProportions(...readPair(first, second));
}

/** Tests whether several independent shares are one and the same. */
export function proportionsTest(groups: readonly Proportion[]): ProportionsTest {
  if (!Array.isArray(groups) || groups.length < 2) {
    throw argumentError("groups", "a list of two shares or more", groups, "option-wrong-type");
  }
  return proportions(Array.from(groups, (group, at) => readProportion(group, `groups.${at}`)));
}

/** Tests whether two net shares, such as the NPS of two periods, differ by more than chance. */
export function netShareTest(first: NetAnswers, second: NetAnswers): TestResult {
  return netShare(readNetAnswers(first, "first"), readNetAnswers(second, "second"));
}

/**
 * Holm's correction of the p-values of many comparisons, in the order in which they came.
 *
 * @example
 * holmCorrection([0.01, 0.04]); // => [0.02, 0.04]
 */
export function holmCorrection(pValues: readonly number[]): readonly number[] {
  if (!Array.isArray(pValues)) {
    throw argumentError("pValues", "a list of numbers from 0 to 1", pValues, "option-wrong-type");
  }
  pValues.forEach((value, at) => {
    requireNumber(value, `pValues.${at}`, "a number from 0 to 1", 0);
    if (value > 1) throw argumentError(`pValues.${at}`, "a number from 0 to 1", value);
  });
  return holm(pValues);
}

function readPair(first: Proportion, second: Proportion): readonly [Proportion, Proportion] {
  return [readProportion(first, "first"), readProportion(second, "second")];
}
