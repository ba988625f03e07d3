import type { Issue } from "../base/issue.ts";
import { readScore, readSurvey } from "./answer-cells.ts";
import { ANSWER_FIELDS, type AnswerContext, newAnswerContext } from "./answer-context.ts";
import { type AnswerParts, settleAnswers } from "./answer-parts.ts";
import { type AnswersLedger, type AnswersLedgerOptions, NO_DAY, SURVEYS } from "./answers.ts";
import { readDimension } from "./dimensions.ts";
import { eachRow, type RowMembers, rowList } from "./each-row.ts";
import {
  finishIds,
  finishInts,
  type IdBuilder,
  newIntBuilder,
  pushInt,
  putId,
} from "./growing-column.ts";
import { readId } from "./id-fault.ts";
import type { SurveyAnswer } from "./rows.ts";

/**
 * Reads survey answers once, for any number of questions: rows, or bare scores of one survey.
 *
 * A score is a whole number within the scale; `null` is someone who was asked and did not answer.
 *
 * @throws `KpiError` `invalid-argument` for an option, `invalid-data` with the issues of all rows.
 * @example
 * const answers = answersLedger([10, 9, null, 3], { survey: "nps" });
 * answers.scales; // => { nps: { min: 0, max: 10 } }
 * answers.score[3]; // => 3
 */
export function answersLedger(
  rows: readonly (SurveyAnswer | number | null)[],
  options?: AnswersLedgerOptions,
): AnswersLedger {
  const context = newAnswerContext(options);
  const parts = readAnswers(rows, context);
  return settleAnswers(parts, context.faults, context.warnings);
}

/** The known members of a row, any of which may be absent. */
type AnswerMembers = { readonly [Field in keyof SurveyAnswer]?: unknown };

function readAnswers(rows: unknown, context: AnswerContext): AnswerParts {
  const { dimensions, faults, moments } = context;
  const [survey, score, day] = [newIntBuilder(), newIntBuilder(), newIntBuilder()];
  const [respondentId, customerId]: [IdBuilder, IdBuilder] = [[], []];
  const codes = dimensions.map(() => newIntBuilder());
  const moment = { day: NO_DAY, instant: Number.NaN };
  const cells: Record<keyof AnswerMembers, unknown> & { values: unknown[] } = {
    ...{ score: null, survey: null, respondentId: null, customerId: null, date: null },
    values: [],
  };
  let isDated = false;
  let firstObject = -1;
  let firstScore = -1;

  const keep = (row: number): void => {
    const name = readSurvey(context, cells.survey, row);
    pushInt(survey, SURVEYS.indexOf(name));
    pushInt(score, readScore(context, name, cells.score, row));
    moment.day = NO_DAY;
    if (cells.date !== undefined && cells.date !== null) {
      moments.read(cells.date, row, "date", moment);
      isDated = true;
    }
    pushInt(day, moment.day);
    const respondent = readId(cells.respondentId, row, "respondentId", faults);
    if (respondent !== undefined) putId(respondentId, row, respondent);
    const customer = readId(cells.customerId, row, "customerId", faults);
    if (customer !== undefined) putId(customerId, row, customer);
    for (const [dimension, column] of codes.entries()) {
      pushInt(column, readDimension(context, dimension, cells.values[dimension], row));
    }
  };

  eachRow(
    rowList(rows),
    {
      kind: "answers",
      names: [...ANSWER_FIELDS, ...dimensions],
      read(row: AnswerMembers, reading) {
        reading.member = 0;
        cells.score = row.score;
        reading.member = 1;
        cells.survey = row.survey;
        reading.member = 2;
        cells.respondentId = row.respondentId;
        reading.member = 3;
        cells.customerId = row.customerId;
        reading.member = 4;
        cells.date = row.date;
        for (const [dimension, name] of dimensions.entries()) {
          reading.member = 5 + dimension;
          cells.values[dimension] = (row as RowMembers)[name];
        }
      },
      keep(row) {
        if (firstObject < 0) firstObject = row;
        if (firstScore >= 0) faults.add(amongScores(row, firstScore));
        else keep(row);
      },
      keepOther(value, row) {
        if (firstObject >= 0 || Array.isArray(value) || typeof value === "function") return false;
        if (firstScore < 0) firstScore = row;
        cells.score = value;
        keep(row);
        return true;
      },
    },
    faults,
  );
  return {
    ...{ timeZone: context.zone.name, scales: context.scales, dimensions },
    survey: Uint8Array.from(finishInts(survey)),
    score: finishInts(score),
    day: isDated ? finishInts(day) : null,
    respondentId: finishIds(respondentId, score.size),
    customerId: finishIds(customerId, score.size),
    values: context.values.map((value) => value.values),
    codes: codes.map(finishInts),
  };
}

function amongScores(row: number, otherRow: number): Issue {
  const message = `Row ${row} is an object among bare scores, such as row ${otherRow}. Hand in one kind.`;
  return { code: "kind-mixed", message, row, otherRow };
}
