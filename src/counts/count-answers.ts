import { toDay } from "../base/day.ts";
import { argumentError } from "../base/errors.ts";
import { type AnswersLedger, NO_DAY, NOT_ANSWERED, SURVEYS } from "../ledger/answers.ts";
import { answersLedger } from "../ledger/answers-ledger.ts";
import { isLedgerOf } from "../ledger/ledger-kind.ts";
import type { Survey, SurveyAnswer } from "../ledger/rows.ts";
import type { Scale } from "../ledger/scale.ts";
import type { AnswersAsked } from "./asked.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { type Question, readSpan, type Span, spanWarnings } from "./question.ts";

/** Survey answers as a KPI takes them: rows, bare scores (`null`: not answered), or a ledger. */
export type AnswersSource = readonly SurveyAnswer[] | readonly (number | null)[] | AnswersLedger;

/** A question over survey answers. */
export interface AnswersQuestion extends Question {}

/** Answers to one survey by score. */
export interface AnswersCounted {
  readonly asked: AnswersAsked;
  /** Answers by score, the lowest score first. */
  readonly byScore: readonly number[];
  readonly unanswered: number;
  readonly options: Collected<unknown>["options"];
}

/** Counts the answers of one survey within the period asked about. */
export function countAnswers(
  source: AnswersSource,
  asked: Partial<AnswersQuestion>,
  survey: Survey,
  scale: Scale,
): AnswersCounted {
  const ledger = answersLedgerOf(source, asked, survey, scale);
  const span = readSpan(asked, ledger);
  const byScore = new Array<number>(scale.max - scale.min + 1).fill(0);
  const code = SURVEYS.indexOf(survey);
  let unanswered = 0;
  for (let at = 0; at < ledger.size; at += 1) {
    if (ledger.survey[at] !== code || !isWithin(ledger, at, span)) continue;
    const score = ledger.score[at] ?? NOT_ANSWERED;
    if (score === NOT_ANSWERED) unanswered += 1;
    else byScore[score - scale.min] = (byScore[score - scale.min] ?? 0) + 1;
  }
  const warnings = [...ledger.warnings, ...spanWarnings(span)];
  return {
    asked: { source: "answers", period: span.asked, timeZone: ledger.timeZone },
    ...{ byScore, unanswered },
    options: measureOptions(asked, span.shown, warnings),
  };
}

/** An answer without a date is in no period; it counts only where none is asked. */
function isWithin(ledger: AnswersLedger, at: number, { asked, until }: Span): boolean {
  const day = ledger.day?.[at] ?? NO_DAY;
  if (day === NO_DAY) return asked === null;
  return (asked === null || day >= toDay(asked.start)) && day < until;
}

/** The scale that a ledger was built with. */
export function scaleOfLedger(source: AnswersSource, survey: Survey): Scale | undefined {
  return isLedgerOf(source, "answers") ? source.scales[survey] : undefined;
}

/** Some surveys have one scale only; naming another is refused rather than ignored. */
export function requireScale(survey: string, given: Scale | undefined, only: Scale): void {
  if (given === undefined || (given.min === only.min && given.max === only.max)) return;
  const expected = `${only.min} to ${only.max}, the only scale of ${survey}`;
  throw argumentError("scale", expected, `${given.min} to ${given.max}`, "scale-invalid");
}

/** The ledger of answers to one survey, on its scale. */
export function answersLedgerOf(
  source: AnswersSource,
  asked: Partial<AnswersQuestion>,
  survey: Survey,
  scale: Scale,
): AnswersLedger {
  const { timeZone } = asked;
  if (!isLedgerOf(source, "answers")) {
    return answersLedger(source, {
      survey,
      scale,
      ...(timeZone === undefined ? {} : { timeZone }),
    });
  }
  if (timeZone !== undefined && timeZone !== source.timeZone) {
    throw argumentError("timeZone", `"${source.timeZone}", as the ledger was built with`, timeZone);
  }
  const built = source.scales[survey];
  if (built !== undefined && (built.min !== scale.min || built.max !== scale.max)) {
    const expected = `${built.min} to ${built.max}, as the ledger was built with`;
    throw argumentError("scale", expected, `${scale.min} to ${scale.max}`, "scale-mixed");
  }
  return source;
}
