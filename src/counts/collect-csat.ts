import { type OptionChecks, readOptions } from "../base/options.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";
import type { Collected } from "./collected.ts";
import {
  type AnswersQuestion,
  type AnswersSource,
  countAnswers,
  scaleOfLedger,
} from "./count-answers.ts";
import { type CsatCounts, satisfiedFrom } from "./csat-counts.ts";
import { QUESTION_CHECKS } from "./question.ts";

/** A question of CSAT. */
export interface CsatQuestion extends AnswersQuestion {
  /** Lowest and highest answer. Default 1 to 5. */
  readonly scale?: Scale;
}

const CSAT_SCALE: Scale = { min: 1, max: 5 };

/** The checks of {@link CsatQuestion}. */
export const CSAT_CHECKS: OptionChecks<CsatQuestion> = {
  ...QUESTION_CHECKS,
  scale: scaleOption,
};

/** Counts of CSAT with the options of their stage 2, and the question as read. */
export interface CsatCollected<Asked> extends Collected<CsatCounts> {
  readonly asked: Partial<Asked>;
}

/** Stage 1 of CSAT. */
export function collectCsat<Asked extends CsatQuestion>(
  source: AnswersSource,
  question: Asked,
  checks: OptionChecks<Asked>,
): CsatCollected<Asked> {
  const asked = readOptions<Asked>(question, checks);
  const scale = asked.scale ?? scaleOfLedger(source, "csat") ?? CSAT_SCALE;
  const from = satisfiedFrom(scale);
  const answers = countAnswers(source, asked, "csat", scale);
  const { byScore, unanswered } = answers;
  const counts: CsatCounts = {
    kind: "csat",
    question: { ...answers.asked, scale },
    scale,
    satisfied: byScore.slice(from - scale.min).reduce((total, count) => total + count, 0),
    answered: byScore.reduce((total, count) => total + count, 0),
    countsByScore: byScore,
    unanswered,
  };
  return { asked, counts, options: answers.options };
}
