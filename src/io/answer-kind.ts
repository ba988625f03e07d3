import { newAnswerContext, type Scales } from "../ledger/answer-context.ts";
import { SURVEYS } from "../ledger/answers.ts";
import type { Survey } from "../ledger/rows.ts";
import { idCell, scoreCell, wordCell } from "./cell-kinds.ts";
import { momentCell } from "./moment-cell.ts";
import type { AcrossFault, Field, RowKind, RowUnderConstruction } from "./row-kind.ts";
import { CUSTOMER_GUESSES } from "./transaction-kind.ts";

/** The members of a survey answer that have a meaning of their own. */
export type AnswerField = "score" | "survey" | "respondentId" | "customerId" | "date";

const FIELDS: readonly Field[] = [
  {
    name: "score",
    cell: scoreCell,
    absent: "null",
    guesses: [
      "score",
      "rating",
      "npsscore",
      "csatscore",
      "cesscore",
      "nps",
      "csat",
      "ces",
      "answer",
    ],
  },
  {
    name: "survey",
    cell: /* @__PURE__ */ wordCell(SURVEYS),
    absent: "left-out",
    guesses: ["survey", "surveytype"],
  },
  {
    name: "respondentId",
    cell: idCell,
    absent: "left-out",
    guesses: ["respondentid", "respondent", "responseid", "answerid", "id"],
  },
  { name: "customerId", cell: idCell, absent: "left-out", guesses: CUSTOMER_GUESSES },
  {
    name: "date",
    cell: momentCell,
    absent: "left-out",
    guesses: [
      ...["surveydate", "responsedate", "answeredat", "respondedat", "submittedat"],
      ...["completedat", "createdat", "created", "timestamp"],
    ],
  },
];

/** Survey answers. @param survey The survey that all rows answer, if one does. */
/* @__NO_SIDE_EFFECTS__ */
export function answerKind(survey: Survey | undefined, scales: Scales): RowKind {
  return {
    fields: FIELDS,
    across: (row) => checkSurvey(row, survey) ?? checkScale(row, survey, scales),
    fromPlain: (value) => (typeof value === "number" || value === null ? { score: value } : value),
  };
}

/** Survey answers, each on the usual scale of the survey that it names. */
/* @__NO_SIDE_EFFECTS__ */
export function usualAnswerKind(): RowKind {
  return answerKind(undefined, newAnswerContext(undefined).scales);
}

function checkSurvey(row: RowUnderConstruction, survey: Survey | undefined): AcrossFault | null {
  const own = row["survey"];
  if (survey === undefined || own === undefined || own === survey) return null;
  const expected = `"${survey}", the survey that was asked for`;
  return { code: "scale-mixed", field: "survey", expected };
}

/** A score is looked at where its survey and the scale of that are known. */
function checkScale(
  row: RowUnderConstruction,
  asked: Survey | undefined,
  scales: Scales,
): AcrossFault | null {
  const survey = SURVEYS.find((name) => name === row["survey"]) ?? asked;
  const scale = survey && scales[survey];
  const score = row["score"];
  if (!scale || typeof score !== "number" || !Number.isInteger(score)) return null;
  const { min, max } = scale;
  if (score >= min && score <= max) return null;
  const expected = `a whole number from ${min} to ${max}, or null for no answer`;
  return { code: "score-out-of-scale", field: "score", expected };
}
