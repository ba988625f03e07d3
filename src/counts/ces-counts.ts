import { argumentError } from "../base/errors.ts";
import { gather } from "../base/gather.ts";
import type { OptionCheck } from "../base/options.ts";
import type { Scale } from "../ledger/scale.ts";
import type { AnswersAsked } from "./asked.ts";
import { listOfCounts } from "./counts-by-score.ts";
import { type CountsOf, readCounts, wholeCount } from "./read-counts.ts";

/** The effort question of 2010 (1 to 5, low is good) or of 2013 (1 to 7, high is good). Never mixed. */
export type CesVersion = "1.0" | "2.0";

/** The scale of each version. */
export const CES_SCALES: Readonly<Record<CesVersion, Scale>> = {
  "1.0": { min: 1, max: 5 },
  "2.0": { min: 1, max: 7 },
};

/** A check for the version. */
export const cesVersion: OptionCheck<CesVersion> = (value, option) => {
  if (value === "1.0" || value === "2.0") return value;
  const expected = '"1.0" (1 to 5, low is good) or "2.0" (1 to 7, high is good)';
  const code = typeof value === "string" ? "option-out-of-range" : "option-wrong-type";
  throw argumentError(option, expected, value, code);
};

/** Effort answers of one version. Any split of the rows merges. */
export interface CesCounts {
  readonly kind: "ces";
  readonly question: (AnswersAsked & { readonly version: CesVersion }) | null;
  readonly version: CesVersion;
  readonly answered: number;
  /** All scores added up. */
  readonly scoreSum: number;
  /** Answers by score from 1 on; `null` when only the sum is known. */
  readonly countsByScore: readonly number[] | null;
  /** Asked but not answered; in no number of the score. */
  readonly unanswered: number;
}

/** Counts of CES as a person types them: `version` with `countsByScore`, or with `scoreSum` and `answered`. */
export interface CesCountsInput extends Partial<Omit<CesCounts, "version">> {
  readonly version: CesVersion;
}

const FIELDS: CountsOf<Omit<CesCountsInput, "kind" | "question">> = {
  version: cesVersion,
  answered: wholeCount,
  scoreSum: wholeCount,
  countsByScore: listOfCounts,
  unanswered: wholeCount,
};

/** Completes CES counts typed by hand, and refuses those that contradict each other. */
export function readCesCounts(input: CesCountsInput): CesCounts {
  const given = readCounts<CesCountsInput>(input, "ces", FIELDS, ["version"]);
  const { version, question = null, countsByScore = null } = given;
  const unanswered = given.unanswered ?? 0; // not known is none
  const base = { kind: "ces", question, version, countsByScore, unanswered } as const;
  const { min, max } = CES_SCALES[version];
  if (countsByScore !== null) {
    if (countsByScore.length !== max) {
      const expected = `one number for each score from ${min} to ${max}`;
      throw argumentError("countsByScore", expected, countsByScore.length, "counts-inconsistent");
    }
    const answered = countsByScore.reduce((sum, count) => sum + count, 0);
    const scoreSum = countsByScore.reduce((sum, count, at) => sum + count * (at + min), 0);
    const { attempt, close } = gather();
    attempt(() => requireEqual("answered", given.answered, answered));
    attempt(() => requireEqual("scoreSum", given.scoreSum, scoreSum));
    close();
    return { ...base, answered, scoreSum };
  }
  const { scoreSum, answered } = given;
  if (scoreSum === undefined || answered === undefined) {
    const member = scoreSum === undefined ? "scoreSum" : "answered";
    throw argumentError(member, "given, or `countsByScore`", undefined, "option-missing");
  }
  if (scoreSum < answered * min || scoreSum > answered * max) {
    const expected = `between ${answered * min} and ${answered * max} for ${answered} answers`;
    throw argumentError("scoreSum", expected, scoreSum, "counts-inconsistent");
  }
  return { ...base, answered, scoreSum };
}

function requireEqual(member: string, given: number | undefined, counted: number): void {
  if (given === undefined || given === counted) return;
  throw argumentError(
    member,
    `${counted}, as \`countsByScore\` says`,
    given,
    "counts-inconsistent",
  );
}
