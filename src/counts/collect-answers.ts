import { toDay } from "../base/day.ts";
import { argumentError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import { type AnswersLedger, NO_DAY, NOT_ANSWERED, SURVEYS } from "../ledger/answers.ts";
import { answersLedger } from "../ledger/answers-ledger.ts";
import type { Survey, SurveyAnswer } from "../ledger/rows.ts";
import type { AnswersAsked } from "./asked.ts";
import { CES_SCALES, type CesCounts, type CesVersion, cesVersion } from "./ces-counts.ts";
import { type Collected, measureOptions } from "./collected.ts";
import { type CsatCounts, satisfiedFrom } from "./csat-counts.ts";
import type { NpsCounts } from "./nps-counts.ts";
import { isLedger } from "./orders-source.ts";
import { QUESTION_CHECKS, type Question, readSpan, type Span, spanWarnings } from "./question.ts";
import { type Scale, scaleOption } from "./scale.ts";

/** Survey answers as a KPI takes them: rows, bare scores (`null`: not answered), or a ledger. */
export type AnswersSource = readonly SurveyAnswer[] | readonly (number | null)[] | AnswersLedger;

/** A question over survey answers. */
export interface AnswersQuestion extends Question {}

/** A question of CSAT. */
export interface CsatQuestion extends AnswersQuestion {
  /** Lowest and highest answer. Default 1 to 5. */
  readonly scale?: Scale;
}

/** A question of CES. */
export interface CesQuestion extends AnswersQuestion {
  /** Which question was asked: `"1.0"` (1 to 5, low is good) or `"2.0"` (1 to 7, high is good). */
  readonly version: CesVersion;
}

const NPS_SCALE: Scale = { min: 0, max: 10 };
const CSAT_SCALE: Scale = { min: 1, max: 5 };

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

/** Stage 1 of CSAT. */
export function collectCsat(
  source: AnswersSource,
  question: CsatQuestion = {},
): Collected<CsatCounts> {
  const asked = readOptions<CsatQuestion>(question, { ...QUESTION_CHECKS, scale: scaleOption });
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
  return { counts, options: answers.options };
}

/** Stage 1 of CES. */
export function collectCes(source: AnswersSource, question: CesQuestion): Collected<CesCounts> {
  const asked = readOptions<CesQuestion & { scale?: Scale }>(question, {
    ...QUESTION_CHECKS,
    version: cesVersion,
    scale: scaleOption,
  });
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
  return { counts, options: answers.options };
}

/** Some surveys have one scale only; naming another is refused rather than ignored. */
function requireScale(survey: string, given: Scale | undefined, only: Scale): void {
  if (given === undefined || (given.min === only.min && given.max === only.max)) return;
  const expected = `${only.min} to ${only.max}, the only scale of ${survey}`;
  throw argumentError("scale", expected, `${given.min} to ${given.max}`, "scale-invalid");
}

function scaleOfLedger(source: AnswersSource, survey: Survey): Scale | undefined {
  return isAnswersLedger(source) ? source.scales[survey] : undefined;
}

function isAnswersLedger(source: unknown): source is AnswersLedger {
  return isLedger(source, "answers");
}

interface AnswersCounted {
  readonly asked: AnswersAsked;
  /** Answers by score, the lowest score first. */
  readonly byScore: readonly number[];
  readonly unanswered: number;
  readonly options: Collected<unknown>["options"];
}

function countAnswers(
  source: AnswersSource,
  asked: Partial<AnswersQuestion>,
  survey: Survey,
  scale: Scale,
): AnswersCounted {
  const ledger = ledgerOf(source, asked, survey, scale);
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

function ledgerOf(
  source: AnswersSource,
  asked: Partial<AnswersQuestion>,
  survey: Survey,
  scale: Scale,
): AnswersLedger {
  const { timeZone } = asked;
  if (!isAnswersLedger(source)) {
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
