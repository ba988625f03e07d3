import { finitePopulationFactor } from "./finite-population.ts";
import { adjustedNetShare, type NetAnswers, netShare, netShareBounds } from "./net-share.ts";

/**
 * Adjusted Wald bounds for a net share, `(plus - minus) / total`, in [-1, 1].
 *
 * Adds 3 pseudo-answers (3/4 plus, 3/2 neutral, 3/4 minus) before the usual trinomial standard
 * error, so that one answer, or answers all alike, still leave a width. They pull the middle towards
 * 0. Where that would leave out the net share as it was answered (one answer at 95 %, answers all alike
 * below 84 %, a population nearly all asked), the bound on its side is moved out to it: bounds
 * that are only moved outwards cover no less.
 *
 * @param population - How many could have answered, if known; when all did, there is no error.
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
  const answered = netShare(answers).net;
  const factor = finitePopulationFactor(answers.total, population);
  if (factor === 0) return [answered, answered];
  const { net, standardError } = adjustedNetShare(answers);
  const bounds = netShareBounds({ net, standardError: standardError * factor }, confidence);
  return [Math.min(answered, bounds[0]), Math.max(answered, bounds[1])];
}
