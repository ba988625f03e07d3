import { requireArgument } from "../base/errors.ts";
import { negativeBinomial } from "../stats/negative-binomial.ts";
import type { BetaGeometricProcess, ErlangProcess } from "./process.ts";

/** What may happen in a span of time to one who buys by ticks and may leave after each purchase. */
export interface Renewals {
  /** Chances of 0, 1, 2, … purchases if nobody ever left. */
  readonly chances: Float64Array;
  /** Chances of still being here after 0, 1, 2, … purchases. */
  readonly survival: Float64Array;
}

/** Beyond this many times alpha, the chances are too many to be listed. */
const LONGEST = 1e5;

/** Works both out for the time t, for counts up to `upTo` at least. */
export function renewals(
  process: BetaGeometricProcess | ErlangProcess,
  t: number,
  upTo: number = 0,
): Renewals {
  const { r, alpha, a, b } = process;
  const { k, ticks } = process.kind === "erlang" ? process : { k: 1, ticks: [1] };
  requireArgument(t <= LONGEST * alpha, "horizon", `at most ${LONGEST} times alpha`, t);
  const lists = ticks.map((weight, j) => {
    const { first, chances } = negativeBinomial(r + j, t / (alpha + t), k * (upTo + 1));
    return { weight, start: first + j, chances };
  });
  const size = lists.reduce(
    (most, { start, chances }) => Math.max(most, start + chances.length),
    0,
  );
  const length = Math.floor(size / k) + 1;
  const bought = new Float64Array(length);
  for (const { weight, start, chances } of lists) {
    for (let i = 0; i < chances.length; i += 1) {
      const count = Math.floor((start + i) / k);
      bought[count] = (bought[count] ?? 0) + weight * (chances[i] ?? 0);
    }
  }
  const survival = new Float64Array(length).fill(1);
  for (let n = 1; n < length; n += 1) {
    survival[n] = ((survival[n - 1] ?? 0) * (b + n - 1)) / (a + b + n - 1);
  }
  return { chances: bought, survival };
}

/** Chances of 0, 1, …, `most` purchases in the time t. */
export function renewalCounts(
  process: BetaGeometricProcess | ErlangProcess,
  t: number,
  most: number,
): readonly number[] {
  const { chances, survival } = renewals(process, t, most);
  const counts = new Array<number>(most + 1).fill(0);
  let atLeast = 0; // chance of n or more purchases if nobody left, smallest summands first
  for (let n = chances.length - 1; n >= 0; n -= 1) {
    const chance = chances[n] ?? 0;
    atLeast += chance;
    if (n > most) continue;
    const stayed = survival[n] ?? 0;
    const leftNow =
      n === 0 ? 0 : ((survival[n - 1] ?? 0) * process.a) / (process.a + process.b + n - 1);
    counts[n] = chance * stayed + atLeast * leftNow;
  }
  return counts;
}

/** Purchases expected in the time t: the sum over n of the chances that the n-th comes. */
export function renewalExpectation(process: ErlangProcess, t: number): number {
  const { chances, survival } = renewals(process, t);
  let [sum, atLeast] = [0, 0];
  for (let n = chances.length - 1; n >= 1; n -= 1) {
    atLeast += chances[n] ?? 0;
    sum += atLeast * (survival[n - 1] ?? 0);
  }
  return sum;
}

/** The chance of still being here after the time t. */
export function renewalSurvival(process: ErlangProcess, t: number): number {
  const { chances, survival } = renewals(process, t);
  let sum = 0;
  for (let n = chances.length - 1; n >= 0; n -= 1) sum += (chances[n] ?? 0) * (survival[n] ?? 0);
  return sum;
}
