import { argumentError } from "../base/errors.ts";
import type { AnswerContext } from "./answer-context.ts";
import { NOT_ANSWERED, SURVEYS } from "./answers.ts";
import { refuseCell } from "./cell-fault.ts";
import type { Survey } from "./rows.ts";

/** The survey of a row: its own, or the one that was asked for. */
export function readSurvey({ survey, faults }: AnswerContext, value: unknown, row: number): Survey {
  if (value === undefined || value === null) {
    if (survey !== undefined) return survey;
    refuseCell(faults, "field-missing", row, "survey", value, `${NAMES}, or the option \`survey\``);
    return "nps";
  }
  const named = SURVEYS.find((name) => name === value);
  if (named === undefined) {
    refuseCell(faults, "field-wrong-type", row, "survey", value, NAMES);
  } else if (survey !== undefined && named !== survey) {
    refuseCell(
      faults,
      "scale-mixed",
      row,
      "survey",
      value,
      `"${survey}", the survey that was asked for`,
    );
  }
  return survey ?? named ?? "nps";
}

const NAMES = '"nps", "csat" or "ces"';

/** The score of a row, or `NOT_ANSWERED`. */
export function readScore(
  { scales, faults }: AnswerContext,
  survey: Survey,
  value: unknown,
  row: number,
): number {
  if (value === null) return NOT_ANSWERED;
  const scale = scales[survey];
  if (scale === undefined) {
    const expected = "given for CES, whose two questions have different scales";
    throw argumentError("scale", expected, undefined, "option-missing");
  }
  const { min, max } = scale;
  const expected = `a whole number from ${min} to ${max}, or null for no answer`;
  if (typeof value !== "number") {
    const code = value === undefined ? "field-missing" : "field-wrong-type";
    refuseCell(faults, code, row, "score", value, expected);
  } else if (!Number.isFinite(value)) {
    refuseCell(faults, "number-not-finite", row, "score", value, expected);
  } else if (!Number.isInteger(value)) {
    refuseCell(faults, "score-not-integer", row, "score", value, expected);
  } else if (value < min || value > max) {
    refuseCell(faults, "score-out-of-scale", row, "score", value, expected);
  } else {
    return value;
  }
  return NOT_ANSWERED;
}
