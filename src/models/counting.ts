import { requireArgument } from "../base/errors.ts";
import { negativeBinomial } from "../stats/negative-binomial.ts";
import type { BetaGeometricProcess, ErlangProcess, Process } from "./process.ts";

/** What may happen in a span of time to one who buys by ticks and may leave after each purchase. */
export interface Renewals {
  /** Chances of 0, 1, 2, … purchases if nobody ever left. */
  readonly chances: Float64Array;
  /** Chances of still being here after 0, 1, 2, … purchases. */
  readonly survival: Float64Array;
}

/** Beyond this many times alpha, the chances are too many to be listed. */
export const LONGEST = 1e5;

/** Whether a time is too long for the chances of all counts to be listed. */
export function isTooLong(process: Process, t: number): boolean {
  const isListed = process.kind === "beta-geometric" || process.kind === "erlang";
  return isListed && t > LONGEST * process.alpha;
}

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
  return { chances: bought, survival: survivalUpTo(length, a, b) };
}

function survivalUpTo(length: number, a: number, b: number): Float64Array {
  const survival = new Float64Array(length).fill(1);
  for (let n = 1; n < length; n += 1) {
    survival[n] = ((survival[n - 1] ?? 0) * (b + n - 1)) / (a + b + n - 1);
  }
  return survival;
}

/** From this many times alpha on, the tail is so long that a few counts are better taken alone. */
const LONG_TAILED = 50;

/** The chances of the first few counts, and of all beyond; null where the tail is no longer than that. */
function beginning(
  process: BetaGeometricProcess | ErlangProcess,
  t: number,
  most: number,
): (Renewals & { readonly beyond: number }) | null {
  const { r, alpha, a, b } = process;
  const { k, ticks } = process.kind === "erlang" ? process : { k: 1, ticks: [1] };
  const none = Math.exp(-(r + k - 1) * Math.log1p(t / alpha));
  if (t <= LONG_TAILED * alpha || none < 1e-200 || most > t / alpha) return null;
  const share = t / (alpha + t);
  const bought = new Float64Array(most + 1);
  let beyond = 1;
  for (const [j, weight] of ticks.entries()) {
    let chance = Math.exp(-(r + j) * Math.log1p(t / alpha));
    for (let n = 0; j + n < k * (most + 1); n += 1) {
      const count = Math.floor((j + n) / k);
      bought[count] = (bought[count] ?? 0) + weight * chance;
      beyond -= weight * chance;
      chance *= ((r + j + n) * share) / (n + 1);
    }
  }
  const survival = survivalUpTo(most + 1, a, b);
  return { chances: bought, survival, beyond: Math.max(0, beyond) };
}

/** Chances of 0, 1, …, `most` purchases in the time t. */
export function renewalCounts(
  process: BetaGeometricProcess | ErlangProcess,
  t: number,
  most: number,
): readonly number[] {
  const { chances, survival, beyond } = beginning(process, t, most) ?? {
    ...renewals(process, t, most),
    beyond: 0,
  };
  const counts = new Array<number>(most + 1).fill(0);
  let atLeast = beyond; // chance of n or more purchases if nobody left, smallest summands first
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
