import type { AnswersLedger, AnswersLedgerOptions } from "./answers.ts";
import type { SurveyAnswer } from "./rows.ts";

/** Reads survey answers once, for any number of questions. */
export function answersLedger(
  rows: readonly (SurveyAnswer | number | null)[],
  options?: AnswersLedgerOptions,
): AnswersLedger {
  throw new Error(`not written yet ${rows.length} ${typeof options}`);
}
