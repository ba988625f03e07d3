import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";
import { CES_SCALES, type CesCounts, type CesVersion, cesVersion } from "./ces-counts.ts";
import type { Collected } from "./collected.ts";
import {
  type AnswersQuestion,
  type AnswersSource,
  countAnswers,
  requireScale,
} from "./count-answers.ts";
import { QUESTION_CHECKS } from "./question.ts";

/** A question of CES. */
export interface CesQuestion extends AnswersQuestion {
  /** Which question was asked: `"1.0"` (1 to 5, low is good) or `"2.0"` (1 to 7, high is good). */
  readonly version: CesVersion;
}

/** The checks of {@link CesQuestion}; a scale may be named, if it is the version's own. */
export const CES_CHECKS: OptionChecks<CesQuestion & { readonly scale?: Scale }> = {
  ...QUESTION_CHECKS,
  version: cesVersion,
  scale: scaleOption,
};

/** Counts of CES with the options of their stage 2, and the question as read. */
export interface CesCollected<Asked> extends Collected<CesCounts> {
  readonly asked: Partial<Asked>;
}

/** Stage 1 of CES. */
export function collectCes<Asked extends CesQuestion & { readonly scale?: Scale }>(
  source: AnswersSource,
  question: Asked,
  checks: OptionChecks<Asked>,
): CesCollected<Asked> {
  const asked = readOptions<Asked>(question, checks);
  if (asked.version === undefined) {
    throw argumentError(
      "version",
      '"1.0" or "2.0": the two cannot be told apart by their answers',
      undefined,
      "option-missing",
    );
  }
  const scale = CES_SCALES[asked.version];
  requireScale(`CES ${asked.version}`, asked.scale, scale);
  const answers = countAnswers(source, asked, "ces", scale);
  const { byScore, unanswered } = answers;
  const counts: CesCounts = {
    kind: "ces",
    question: { ...answers.asked, version: asked.version },
    version: asked.version,
    answered: byScore.reduce((total, count) => total + count, 0),
    scoreSum: byScore.reduce((total, count, at) => total + count * (at + scale.min), 0),
    countsByScore: byScore,
    unanswered,
  };
  return { asked, counts, options: answers.options };
}
