import { type OptionCheck, readOptions } from "../base/options.ts";
import { newAnswerContext } from "../ledger/answer-context.ts";
import type { AnswersLedgerOptions } from "../ledger/answers.ts";
import type { SurveyAnswer } from "../ledger/rows.ts";
import { type AnswerField, answerKind } from "./answer-kind.ts";
import type { RowsInput, RowsStream } from "./read-input.ts";
import { readKind } from "./read-kind.ts";
import { type CheckedReadOptions, type ReadOptions, readOptionChecks } from "./read-options.ts";
import type { ReadRows } from "./read-result.ts";

/** How survey answers are to be read. */
export interface ReadSurveyAnswersOptions
  extends ReadOptions<AnswerField>,
    Pick<AnswersLedgerOptions, "survey" | "scale" | "scales"> {}

type Checked = CheckedReadOptions & { readonly [Name in "survey" | "scale" | "scales"]: unknown };

/**
 * Reads survey answers as {@link readTransactions} reads transactions. Rows may be bare scores. An
 * empty score is someone who was asked and did not answer: null, never 0.
 *
 * A score off the scale of its survey is rejected, never clamped; where the survey is not known, or
 * has no usual scale, any whole number passes and the KPI decides.
 *
 * @returns A promise if the input is a stream.
 * @throws As {@link readTransactions} does.
 * @example
 * const { rows, rejects } = readSurveyAnswers("score,date\n9,2025-01-09\n11,2025-01-10\n", { survey: "nps" });
 * rows; // => [{ score: 9, date: "2025-01-09" }]
 * rejects[0]?.issues[0]?.code; // => "score-out-of-scale"
 */
export function readSurveyAnswers(
  input: RowsInput,
  options?: ReadSurveyAnswersOptions,
): ReadRows<SurveyAnswer>;
export function readSurveyAnswers(
  input: RowsStream,
  options?: ReadSurveyAnswersOptions,
): Promise<ReadRows<SurveyAnswer>>;
export function readSurveyAnswers(
  input: RowsInput | RowsStream,
  options?: ReadSurveyAnswersOptions,
): ReadRows<SurveyAnswer> | Promise<ReadRows<SurveyAnswer>> {
  const members = answerKind(undefined, {}).fields.map(({ name }) => name);
  const { survey, scale, scales, ...checked } = readOptions<Checked>(options, {
    ...readOptionChecks(members),
    ...{ survey: asItIs, scale: asItIs, scales: asItIs },
  });
  const context = newAnswerContext({ survey, scale, scales }); // checks these three
  const kind = answerKind(context.survey, context.scales);
  return readKind<SurveyAnswer>(input, { kind, options: checked, layout: null });
}

const asItIs: OptionCheck<unknown> = (value) => value;
