import { requireArgument } from "../base/errors.ts";
import { hypergeometric } from "../stats/hypergeometric.ts";
import { logRising } from "../stats/log-rising.ts";
import type { BetaBernoulliProcess } from "./process.ts";

/** The chance of still being here at the m-th opportunity from now. */
export function betaBernoulliSurvival(
  { gamma, delta }: BetaBernoulliProcess,
  opportunities: number,
): number {
  requireOpportunities(opportunities);
  return Math.exp(logRising(delta, opportunities) - logRising(gamma + delta, opportunities));
}

/** Purchases expected at the next m opportunities. */
export function betaBernoulliExpectation(
  { alpha, beta, gamma, delta }: BetaBernoulliProcess,
  opportunities: number,
): number {
  requireOpportunities(opportunities);
  let [here, sum] = [1, 0];
  for (let t = 0; t < opportunities; t += 1) {
    here *= (delta + t) / (gamma + delta + t);
    sum += here;
  }
  return (alpha / (alpha + beta)) * sum;
}

/** Purchases expected at the next opportunities, the m-th times (1 + rate)^−m. */
export function discountedOpportunities(
  process: BetaBernoulliProcess,
  rate: number,
  opportunities: number,
): number {
  const { alpha, beta, gamma, delta } = process;
  const buying = alpha / (alpha + beta);
  const factor = 1 / (1 + rate);
  if (opportunities === Number.POSITIVE_INFINITY) {
    const staying = delta / (gamma + delta);
    return buying * staying * factor * hypergeometric(1, delta + 1, gamma + delta + 1, factor);
  }
  requireOpportunities(opportunities);
  let [here, sum] = [1, 0];
  for (let t = 0; t < opportunities; t += 1) {
    here *= ((delta + t) / (gamma + delta + t)) * factor;
    sum += here;
  }
  return buying * sum;
}

/** Chances of 0, 1, …, `most` purchases at the next m opportunities. */
export function betaBernoulliCounts(
  { alpha, beta, gamma, delta }: BetaBernoulliProcess,
  opportunities: number,
  most: number,
): readonly number[] {
  requireOpportunities(opportunities);
  const counts = new Array<number>(most + 1).fill(0);
  let here = 1; // chance of being here at opportunity t
  for (let t = 0; t <= opportunities; t += 1) {
    // Gone before opportunity t + 1, or here to the end.
    const ends = t === opportunities ? here : (here * gamma) / (gamma + delta + t);
    for (let n = 0; n <= Math.min(t, most); n += 1) {
      counts[n] = (counts[n] ?? 0) + ends * betaBinomial(alpha, beta, t, n);
    }
    here *= (delta + t) / (gamma + delta + t);
  }
  return counts;
}

function betaBinomial(alpha: number, beta: number, tries: number, n: number): number {
  const ways = logRising(tries - n + 1, n) - logRising(1, n);
  const log = logRising(alpha, n) + logRising(beta, tries - n) - logRising(alpha + beta, tries);
  return Math.exp(ways + log);
}

function requireOpportunities(count: number): void {
  requireArgument(Number.isInteger(count), "horizon", "a whole number of opportunities", count);
}
