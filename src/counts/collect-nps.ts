import { type OptionChecks, oneOf, readOptions } from "../base/options.ts";
import { type Scale, scaleOption } from "../ledger/scale.ts";
import type { Collected } from "./collected.ts";
import {
  type AnswersQuestion,
  type AnswersSource,
  countAnswers,
  requireScale,
} from "./count-answers.ts";
import type { NpsCounts } from "./nps-counts.ts";
import { QUESTION_CHECKS } from "./question.ts";
import { wholeCount } from "./read-counts.ts";

/** The only scale of NPS. */
export const NPS_SCALE: Scale = { min: 0, max: 10 };

/** How the interval of NPS is to be made. */
export interface NpsIntervalOptions {
  /** Default `"adjusted-wald"`. `"wald"` has no width when all answers are alike. */
  readonly intervalMethod?: "adjusted-wald" | "wald";
  /** How many could have been asked, if that is known and not many more than answered. */
  readonly population?: number;
}

/** The checks of {@link NpsIntervalOptions}. */
export const NPS_INTERVAL_CHECKS: OptionChecks<NpsIntervalOptions> = {
  intervalMethod: oneOf(["adjusted-wald", "wald"]),
  population: wholeCount,
};

/** A question of NPS. */
export interface NpsQuestion extends AnswersQuestion, NpsIntervalOptions {}

/** Stage 1 of NPS. */
export function collectNps(
  source: AnswersSource,
  question: NpsQuestion = {},
): Collected<NpsCounts> & { readonly asked: NpsIntervalOptions } {
  const asked = readOptions<NpsQuestion & { scale?: Scale }>(question, {
    ...QUESTION_CHECKS,
    ...NPS_INTERVAL_CHECKS,
    scale: scaleOption,
  });
  requireScale("NPS", asked.scale, NPS_SCALE);
  const answers = countAnswers(source, asked, "nps", NPS_SCALE);
  const { byScore, unanswered } = answers;
  const sum = (from: number, to: number): number =>
    byScore.slice(from, to + 1).reduce((total, count) => total + count, 0);
  const counts: NpsCounts = {
    ...{ kind: "nps", question: answers.asked },
    ...{ promoters: sum(9, 10), passives: sum(7, 8), detractors: sum(0, 6), unanswered },
  };
  return { asked, counts, options: answers.options };
}
