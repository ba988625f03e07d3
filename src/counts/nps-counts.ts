import { argumentError } from "../base/errors.ts";
import type { AnswersAsked } from "./asked.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** Answers to "how likely are you to recommend us?" by kind of respondent. Any split of the rows merges. */
export interface NpsCounts {
  readonly kind: "nps";
  readonly question: AnswersAsked | null;
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
  /** Asked but not answered; in no number of the score. */
  readonly unanswered: number;
}

/** Counts of NPS as a person types them. */
export interface NpsCountsInput
  extends Partial<Pick<NpsCounts, "kind" | "question" | "unanswered">>,
    Pick<NpsCounts, "promoters" | "passives" | "detractors"> {}

const FIELDS: CountsOf<Omit<NpsCountsInput, "kind" | "question">> = {
  promoters: wholeCount,
  passives: wholeCount,
  detractors: wholeCount,
  unanswered: wholeCount,
};

/** Completes NPS counts typed by hand. */
export function readNpsCounts(input: NpsCountsInput): NpsCounts {
  const required = ["promoters", "passives", "detractors"] as const;
  const given = readCounts<NpsCountsInput>(input, "nps", FIELDS, required);
  const { promoters, passives, detractors, question = null } = given;
  const unanswered = given.unanswered ?? 0; // not known is none
  return { kind: "nps", question, promoters, passives, detractors, unanswered };
}

/** Reichheld's three kinds of respondent. */
export type NpsCategory = "promoter" | "passive" | "detractor";

/**
 * Sorts a 0 to 10 answer into Reichheld's three kinds of respondent.
 *
 * @throws {@link KpiError} `invalid-argument` unless the score is a whole number from 0 to 10.
 * @example
 * npsCategory(9); // => "promoter"
 * npsCategory(7); // => "passive"
 * npsCategory(0); // => "detractor"
 */
export function npsCategory(score: number): NpsCategory {
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    throw argumentError("score", "a whole number from 0 to 10", score, "score-out-of-scale");
  }
  if (score >= 9) return "promoter";
  return score >= 7 ? "passive" : "detractor";
}
