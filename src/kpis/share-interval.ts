import type { IntervalMethod } from "../result/interval.ts";
import { isFew, modifiedWilsonInterval } from "../stats/modified-wilson-interval.ts";

/**
 * The interval of a share of customers or answers: Wilson's, with the mended bound of Brown, Cai and
 * DasGupta where one to three succeeded or failed, since Wilson's covers too little there
 * (docs/coverage.md).
 */
export function shareInterval(
  successes: number,
  trials: number,
  confidence: number,
): {
  readonly method: Extract<IntervalMethod, "wilson" | "modified-wilson">;
  readonly bounds: readonly [lower: number, upper: number];
} {
  const isMended = isFew(successes, trials) || isFew(trials - successes, trials);
  return {
    method: isMended ? "modified-wilson" : "wilson",
    bounds: modifiedWilsonInterval(successes, trials, confidence),
  };
}
