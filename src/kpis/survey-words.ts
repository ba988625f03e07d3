import type { AnswersAsked } from "../counts/asked.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";

/** What every survey KPI takes for granted, in English. */
export function answersAssumptions(
  counts: { readonly question: AnswersAsked | null; readonly unanswered: number },
  write: Writer,
): readonly string[] {
  const { unanswered } = counts;
  const each = "Every answer counts once, also of a respondent who answered twice.";
  if (unanswered === 0) return [each];
  const asked = counted(write.count(unanswered), "person who was", "people who were");
  const are = plural(unanswered, "is", "are");
  return [each, `${asked} asked did not answer and ${are} in no number.`];
}
