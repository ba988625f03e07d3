import { criticalZ } from "./critical-values.ts";

/** How many answers count for, how many against, and how many there are. */
export interface NetAnswers {
  readonly plus: number;
  readonly minus: number;
  readonly total: number;
}

/** A net share `(plus − minus) / total`, from -1 to 1, and its standard error. */
export interface NetShare {
  readonly net: number;
  readonly standardError: number;
}

/**
 * The net share as it was answered, with the variance of three outcomes: p + d − (p − d)².
 *
 * Adding the variances of the two shares instead would drop their covariance.
 *
 * @example
 * netShare({ plus: 100, minus: 80, total: 200 }).net; // => 0.1
 */
export function netShare({ plus, minus, total }: NetAnswers): NetShare {
  const net = (plus - minus) / total;
  const variance = (plus + minus) / total - net * net;
  return { net, standardError: Math.sqrt(Math.max(0, variance) / total) };
}

/**
 * The net share after three answers more: ¾ for, ¾ against, 1½ neither.
 *
 * @see Rocks (2016), Interval Estimation for the "Net Promoter Score", The American Statistician
 *   70(4), 365-372. arXiv:1601.07235.
 */
export function adjustedNetShare({ plus, minus, total }: NetAnswers): NetShare {
  return netShare({ plus: plus + 0.75, minus: minus + 0.75, total: total + 3 });
}

/** Bounds z standard errors to either side, in [-1, 1]. */
export function netShareBounds(
  { net, standardError }: NetShare,
  confidence: number,
): readonly [lower: number, upper: number] {
  const spread = criticalZ(confidence) * standardError;
  return [Math.max(-1, net - spread), Math.min(1, net + spread)];
}
