import type { CandidateHoldout, DecidedBy, ModelCandidate } from "./model-choice.ts";

/** Differences in BIC below this are "not worth more than a bare mention". */
export const BARE_MENTION = 2;

/** Candidates best first, and what put the first one there. */
export interface Ranking {
  readonly candidates: readonly [ModelCandidate, ...ModelCandidate[]];
  readonly decidedBy: DecidedBy;
}

/**
 * Ranks candidates. Those that foretold the hold-out demonstrably worse than the best are out; of
 * the others the lowest BIC is best, and among those within 2 of it the smallest hold-out error. A
 * fit whose search did not end comes last.
 *
 * @see Kass & Raftery (1995), Bayes Factors, Journal of the American Statistical Association 90(430),
 *   773-795: a difference in BIC below 2 is not worth more than a bare mention.
 */
export function rankModels(candidates: readonly [ModelCandidate, ...ModelCandidate[]]): Ranking {
  const [first, ...others] = [...candidates].sort(
    (one, other) => standing(one) - standing(other) || one.bic - other.bic,
  );
  const lowest = first ?? candidates[0];
  const near = others.filter((other) => isEligible(other) && other.bic - lowest.bic < BARE_MENTION);
  const best = near.reduce(
    (least, next) => (errorOf(next) < errorOf(least) ? next : least),
    lowest,
  );
  const ranked = [lowest, ...others].filter((candidate) => candidate !== best);
  return {
    candidates: [best, ...ranked],
    decidedBy: decidedBy(best, ranked, near.length > 0),
  };
}

/** 0 in the running, 1 ruled out by the hold-out, 2 not to be trusted at all. */
function standing(candidate: ModelCandidate): 0 | 1 | 2 {
  if (!candidate.fit.convergence.converged) return 2;
  return candidate.holdout?.ruledOut ? 1 : 0;
}

function isEligible(candidate: ModelCandidate): boolean {
  return standing(candidate) === 0;
}

function errorOf({ holdout }: ModelCandidate): number {
  return holdout?.rootMeanSquare ?? 0;
}

function decidedBy(
  best: ModelCandidate,
  others: readonly ModelCandidate[],
  isNear: boolean,
): DecidedBy {
  if (others.length === 0) return "only-candidate";
  const beaten = (holdout: CandidateHoldout | null): boolean => holdout?.ruledOut === true;
  if (others.every(({ holdout }) => beaten(holdout))) return "holdout";
  if (!isNear) return "bic";
  return best.holdout === null ? "bic-narrowly" : "holdout-among-equal-bic";
}
