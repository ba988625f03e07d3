import { finitePopulationFactor } from "./finite-population.ts";
import { adjustedNetShare, type NetAnswers, netShareBounds } from "./net-share.ts";

/**
 * Adjusted Wald bounds for a net share, `(plus - minus) / total`, in [-1, 1].
 *
 * Adds 3 pseudo-answers (3/4 plus, 3/2 neutral, 3/4 minus) before the usual trinomial standard
 * error, so that one answer, or answers all alike, still leave a width.
 *
 * @param population - How many could have answered, if known.
 * @see Rocks (2016), Interval Estimation for the "Net Promoter Score", The American Statistician
 *   70(4), 365-372. arXiv:1601.07235.
 * @example
 * const [lower, upper] = adjustedWaldInterval({ plus: 70, minus: 10, total: 100 }, 0.95);
 * lower.toFixed(4); // => "0.4527"
 * upper.toFixed(4); // => "0.7124"
 */
export function adjustedWaldInterval(
  answers: NetAnswers,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const { net, standardError } = adjustedNetShare(answers);
  const factor = finitePopulationFactor(answers.total, population);
  return netShareBounds({ net, standardError: standardError * factor }, confidence);
}
