import type { RandomStream } from "../stats/random.ts";
import { exponentialDraw, gammaDraw } from "../stats/random-draws.ts";

/** A beta number by way of logarithms, so that shapes near 0 do not end as 0 ÷ 0. */
export function chanceDraw(stream: RandomStream, a: number, b: number): number {
  return 1 / (1 + Math.exp(logGammaDraw(stream, b) - logGammaDraw(stream, a)));
}

function logGammaDraw(stream: RandomStream, shape: number): number {
  if (shape >= 1) return Math.log(gammaDraw(stream, shape));
  return Math.log(gammaDraw(stream, shape + 1)) - exponentialDraw(stream) / shape;
}
