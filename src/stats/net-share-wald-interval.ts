import { finitePopulationFactor } from "./finite-population.ts";
import { type NetAnswers, netShare, netShareBounds } from "./net-share.ts";

/**
 * Plain Wald bounds for a net share, `(plus - minus) / total`, cut to [-1, 1].
 *
 * Without width when all answers are alike; the adjusted interval is the better one.
 *
 * @param population - How many could have answered, if known.
 * @see Rocks (2016), The American Statistician 70(4), 365-372.
 * @example
 * const [lower, upper] = netShareWaldInterval({ plus: 100, minus: 80, total: 200 }, 0.95);
 * lower.toFixed(4); // => "-0.0307"
 * upper.toFixed(4); // => "0.2307"
 */
export function netShareWaldInterval(
  answers: NetAnswers,
  confidence: number,
  population: number = Number.POSITIVE_INFINITY,
): readonly [lower: number, upper: number] {
  const { net, standardError } = netShare(answers);
  const factor = finitePopulationFactor(answers.total, population);
  return netShareBounds({ net, standardError: standardError * factor }, confidence);
}
