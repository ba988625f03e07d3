import type { AnswersAsked } from "../../counts/asked.ts";
import type { NpsCounts } from "../../counts/nps-counts.ts";
import { type NpsSymbol, npsAnswered } from "../../kpis/nps.ts";
import type { Wording } from "../../result/definition.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";

/** What every survey KPI takes for granted. */
export function answersAssumptions(
  { unanswered }: { readonly question: AnswersAsked | null; readonly unanswered: number },
  write: Writer,
): readonly string[] {
  const each = typeset(
    "Chaque réponse compte une fois, même celle d'un répondant ayant répondu deux fois.",
  );
  if (unanswered === 0) return [each];
  const asked = counted(unanswered, "personne interrogée", "personnes interrogées", write);
  const silent = agree(unanswered, "n'a pas répondu et n'entre", "n'ont pas répondu et n'entrent");
  return [each, `${asked} ${typeset(silent)} dans aucun chiffre.`];
}

/** French words of the Net Promoter Score. */
export const npsWords: Wording<NpsCounts, NpsSymbol> = (core, write) => {
  const { counts, reason } = core;
  const { promoters, detractors } = counts;
  const all = counted(npsAnswered(counts), "répondant", "répondants", write);
  return {
    title: "Net Promoter Score",
    symbols: {
      promoters: { name: "promoteurs", meaning: "répondants ayant donné 9 ou 10" },
      detractors: { name: "détracteurs", meaning: "répondants ayant donné de 0 à 6" },
      respondents: {
        name: "répondants",
        meaning: "toutes les personnes ayant répondu, passifs (7 ou 8) compris",
      },
    },
    sentence:
      reason === undefined
        ? fr`Sur ${all}, on compte ${counted(promoters, "promoteur", "promoteurs", write)} et ${counted(detractors, "détracteur", "détracteurs", write)}, soit un Net Promoter Score de ${write.value(core)}.`
        : fr`Personne n'a répondu : il n'y a donc pas de Net Promoter Score.`,
    assumptions: answersAssumptions(counts, write),
  };
};
