import { type CsatCounts, dissatisfiedTo } from "../counts/csat-counts.ts";

/** What the formulas of customer satisfaction mention. */
export type CsatSymbol =
  | "satisfied"
  | "answered"
  | "highest"
  | "scoreSum"
  | "dissatisfied"
  | "notSatisfied";

/** What a symbol is worth; `null` where the answers by score are not known. */
export function csatNumber(counts: CsatCounts, name: CsatSymbol): number | null {
  const { satisfied, answered, countsByScore, scale } = counts;
  if (name === "satisfied") return satisfied;
  if (name === "answered") return answered;
  if (name === "notSatisfied") return answered - satisfied;
  if (countsByScore === null || scale === null) return null;
  if (name === "highest") return countsByScore.at(-1) ?? 0;
  const { min } = scale;
  if (name === "scoreSum") return weighed(countsByScore, (at) => min + at);
  const upTo = dissatisfiedTo(scale);
  return weighed(countsByScore, (at) => (min + at <= upTo ? 1 : 0));
}

/** Squares of the scores, added up. */
export function scoreSquares(countsByScore: readonly number[], min: number): number {
  return weighed(countsByScore, (at) => (min + at) ** 2);
}

function weighed(countsByScore: readonly number[], weight: (at: number) => number): number {
  return countsByScore.reduce((sum, count, at) => sum + count * weight(at), 0);
}
