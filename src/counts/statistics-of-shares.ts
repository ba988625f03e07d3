import { requireConfidence } from "../result/interval.ts";
import { adjustedWaldInterval as adjustedWald } from "../stats/adjusted-wald-interval.ts";
import { agrestiCoullInterval as agrestiCoull } from "../stats/agresti-coull-interval.ts";
import { clopperPearsonInterval as clopperPearson } from "../stats/clopper-pearson-interval.ts";
import { modifiedWilsonInterval as modifiedWilson } from "../stats/modified-wilson-interval.ts";
import type { NetAnswers } from "../stats/net-share.ts";
import { netShareWaldInterval as netShareWald } from "../stats/net-share-wald-interval.ts";
import { plusFourInterval as plusFour } from "../stats/plus-four-interval.ts";
import { poissonInterval as poisson } from "../stats/poisson-interval.ts";
import { sampleSizeForShare as sampleSize } from "../stats/sample-size.ts";
import { waldInterval as wald } from "../stats/wald-interval.ts";
import { wilsonContinuityInterval as wilsonContinuity } from "../stats/wilson-continuity-interval.ts";
import { wilsonInterval as wilson } from "../stats/wilson-interval.ts";
import {
  type Bounds,
  readMembers,
  requireNumber,
  requirePopulation,
  requireShare,
} from "./require-statistic.ts";

/**
 * Wilson's interval for a share: the library's own for every proportion of which more than three
 * succeeded and more than three failed. For fewer it is {@link modifiedWilsonInterval}.
 *
 * @param population - With it, the correction for a sample of a population so large.
 * @throws {@link KpiError} `invalid-argument` for numbers that are no share, as all of these do.
 * @example
 * wilsonInterval(800, 1000, 0.95).map((bound) => bound.toFixed(4)); // => ["0.7741", "0.8236"]
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): Bounds {
  requireSampled(successes, trials, confidence, population);
  return wilson(successes, trials, confidence, population);
}

/**
 * Wilson's interval with the bound for one to three successes or failures from the Poisson
 * distribution, so that its coverage never falls below 91 % at 95 % (docs/coverage.md).
 */
export function modifiedWilsonInterval(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): Bounds {
  requireSampled(successes, trials, confidence, population);
  return modifiedWilson(successes, trials, confidence, population);
}

/** Wilson's interval with a correction for continuity: wider, close to Clopper and Pearson's. */
export function wilsonContinuityInterval(
  successes: number,
  trials: number,
  confidence: number,
): Bounds {
  requireSampled(successes, trials, confidence);
  return wilsonContinuity(successes, trials, confidence);
}

/** Agresti and Coull's short form for a share: Wald's after two successes and two failures more. */
export function plusFourInterval(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): Bounds {
  requireSampled(successes, trials, confidence, population);
  return plusFour(successes, trials, confidence, population);
}

/** Agresti and Coull's interval for a share. */
export function agrestiCoullInterval(
  successes: number,
  trials: number,
  confidence: number,
): Bounds {
  requireSampled(successes, trials, confidence);
  return agrestiCoull(successes, trials, confidence);
}

/** Clopper and Pearson's interval for a share: never below its stated coverage, so rather wide. */
export function clopperPearsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): Bounds {
  requireSampled(successes, trials, confidence);
  return clopperPearson(successes, trials, confidence);
}

/** The textbook interval for a share, for comparison only: it can leave 0 to 1, or have no width. */
export function waldInterval(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): Bounds {
  requireSampled(successes, trials, confidence, population);
  return wald(successes, trials, confidence, population);
}

/** The exact Poisson interval for a rate: events over the exposure in which they were counted. */
export function poissonInterval(count: number, exposure: number, confidence: number): Bounds {
  requireNumber(count, "count", "a number from 0 on", 0);
  requireNumber(exposure, "exposure", "a number above 0", Number.MIN_VALUE);
  requireConfidence(confidence);
  return poisson(count, exposure, confidence);
}

/** The adjusted Wald interval for a net share such as promoters less detractors, from -1 to 1. */
export function adjustedWaldInterval(
  answers: NetAnswers,
  confidence: number,
  population?: number,
): Bounds {
  const given = readNetAnswers(answers, "answers");
  requireConfidence(confidence);
  requirePopulation(population, given.total);
  return adjustedWald(given, confidence, population);
}

/** The Wald interval for a net share, for comparison only. */
export function netShareWaldInterval(
  answers: NetAnswers,
  confidence: number,
  population?: number,
): Bounds {
  const given = readNetAnswers(answers, "answers");
  requireConfidence(confidence);
  requirePopulation(population, given.total);
  return netShareWald(given, confidence, population);
}

/** How many answers a share needs for an interval of a width, from the share that is expected. */
export function sampleSizeForShare(
  plannedShare: number,
  width: number,
  confidence: number,
): number {
  requireShare(plannedShare, 1);
  requireNumber(width, "width", "a number above 0", Number.MIN_VALUE);
  requireConfidence(confidence);
  return sampleSize(plannedShare, width, confidence);
}

/** Answers for, against and in all, checked. */
export function readNetAnswers(answers: NetAnswers, argument: string): NetAnswers {
  const read = readMembers<NetAnswers>(answers, argument, ["plus", "minus", "total"]);
  requireNumber(read.minus, `${argument}.minus`, "a number from 0 on", 0);
  requireNumber(read.plus, `${argument}.plus`, "a number from 0 on", 0);
  requireShare(read.plus + read.minus, read.total, `${argument}.`);
  return read;
}

function requireSampled(
  successes: number,
  trials: number,
  confidence: number,
  population?: number,
): void {
  requireShare(successes, trials);
  requireConfidence(confidence);
  requirePopulation(population, trials);
}
