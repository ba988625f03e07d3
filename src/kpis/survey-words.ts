import type { AnswersAsked } from "../counts/asked.ts";
import type { Writer } from "../result/language.ts";

/** What every survey KPI takes for granted, in English. */
export function answersAssumptions(
  counts: { readonly question: AnswersAsked | null; readonly unanswered: number },
  write: Writer,
): readonly string[] {
  const { unanswered } = counts;
  const each = "Every answer counts once, also of a respondent who answered twice.";
  if (unanswered === 0) return [each];
  const people =
    unanswered === 1
      ? "1 person who was asked"
      : `${write.count(unanswered)} people who were asked`;
  return [each, `${people} did not answer and ${unanswered === 1 ? "is" : "are"} in no number.`];
}
