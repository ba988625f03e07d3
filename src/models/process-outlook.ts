import { betaExpectation } from "../stats/beta-expectation.ts";
import { hypergeometric } from "../stats/hypergeometric.ts";
import {
  betaBernoulliCounts,
  betaBernoulliExpectation,
  betaBernoulliSurvival,
} from "./beta-bernoulli-process.ts";
import { betaGeometricExpectation } from "./beta-geometric-expectation.ts";
import { renewalCounts, renewalExpectation, renewalSurvival } from "./counting.ts";
import {
  paretoCounts,
  paretoExpectation,
  paretoNoPurchase,
  paretoSurvival,
} from "./pareto-process.ts";
import type { BetaGeometricProcess, Process } from "./process.ts";

/** Purchases expected within `horizon` of one who is here now. */
export function expectationOf(process: Process, horizon: number): number {
  switch (process.kind) {
    case "beta-geometric": {
      const { r, alpha, a, b } = process;
      return betaGeometricExpectation(r, alpha, a, b, horizon);
    }
    case "erlang":
      return renewalExpectation(process, horizon);
    case "pareto":
      return paretoExpectation(process, horizon);
    case "beta-bernoulli":
      return betaBernoulliExpectation(process, horizon);
  }
}

/** The chance that one who is here now still is after `horizon`. */
export function survivalOf(process: Process, horizon: number): number {
  switch (process.kind) {
    case "beta-geometric":
      return betaGeometricSurvival(process, horizon);
    case "erlang":
      return renewalSurvival(process, horizon);
    case "pareto":
      return paretoSurvival(process, horizon);
    case "beta-bernoulli":
      return betaBernoulliSurvival(process, horizon);
  }
}

/** Chances of 0, 1, …, `most` purchases within `horizon` of one who is here now. */
export function countsOf(process: Process, horizon: number, most: number): readonly number[] {
  switch (process.kind) {
    case "beta-geometric":
    case "erlang":
      return renewalCounts(process, horizon, most);
    case "pareto":
      return paretoCounts(process, horizon, most);
    case "beta-bernoulli":
      return betaBernoulliCounts(process, horizon, most);
  }
}

/** The chance that one who is here now buys nothing within `horizon`. */
export function noPurchaseOf(process: Process, horizon: number): number {
  switch (process.kind) {
    case "beta-geometric":
      return Math.exp(-process.r * Math.log1p(horizon / process.alpha));
    case "pareto":
      return paretoNoPurchase(process, horizon);
    case "erlang":
    case "beta-bernoulli":
      return countsOf(process, horizon, 0)[0] ?? 1;
  }
}

/** The mean of (1 + p t/alpha)^−r over p ~ Beta(a, b), which is 2F1(r, a; a + b; −t/alpha). */
function betaGeometricSurvival({ r, alpha, a, b }: BetaGeometricProcess, t: number): number {
  const ratio = t / alpha;
  // The series is quick, and right while its numbers are of moderate size.
  const moderate = ratio < 9 && r < 200 && a + b < 1e3;
  if (moderate && r * Math.log1p(ratio) < 300) return hypergeometric(r, a, a + b, -ratio);
  return betaExpectation((p) => Math.exp(-r * Math.log1p(p * ratio)), a, b);
}
