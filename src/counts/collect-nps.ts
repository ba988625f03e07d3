import { readOptions } from "../base/options.ts";
import type { Collected } from "./collected.ts";
import {
  type AnswersQuestion,
  type AnswersSource,
  countAnswers,
  requireScale,
} from "./count-answers.ts";
import type { NpsCounts } from "./nps-counts.ts";
import { QUESTION_CHECKS } from "./question.ts";
import { type Scale, scaleOption } from "./scale.ts";

const NPS_SCALE: Scale = { min: 0, max: 10 };

/** Stage 1 of NPS. */
export function collectNps(
  source: AnswersSource,
  question: AnswersQuestion = {},
): Collected<NpsCounts> {
  const asked = readOptions<AnswersQuestion & { scale?: Scale }>(question, {
    ...QUESTION_CHECKS,
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
  return { counts, options: answers.options };
}
