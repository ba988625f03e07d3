import type { CesCounts } from "../../counts/ces-counts.ts";
import type { CesMethod } from "../../kpis/ces-form.ts";
import { cesNumber } from "../../kpis/ces-symbols.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import type { FrenchVariantWords } from "./variant-words.ts";

const ONLY_OF_TWO = "Seule la version 2.0 demande un accord.";

/** Why each form of the effort score differs from the default, and who uses it, in French. */
export const cesVariantWords: Readonly<Record<CesMethod, FrenchVariantWords<CesCounts>>> = {
  mean: {
    name: "moyenne",
    difference: () => typeset("La définition par défaut : la moyenne de toutes les réponses."),
    usedBy: ["CYS"],
  },
  "percent-agree": {
    name: "part d’accord",
    difference: ({ counts }, _, write) =>
      fr`Une part, non une moyenne : ${answers(cesNumber(counts, "agreeing") ?? 0, write)} sur ${write.count(counts.answered)} ${agree(cesNumber(counts, "agreeing"), "valait", "valaient")} 5, 6 ou 7.`,
    usedBy: ["Simplesat"],
    refused: ONLY_OF_TWO,
  },
  "top-2": {
    name: "part tout à fait d’accord",
    difference: ({ counts }, _, write) =>
      fr`Une part, non une moyenne : ${answers(cesNumber(counts, "topTwo") ?? 0, write)} sur ${write.count(counts.answered)} ${agree(cesNumber(counts, "topTwo"), "valait", "valaient")} 6 ou 7.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
  "net-easy": {
    name: "score net de facilité",
    difference: ({ counts }, _, write) =>
      fr`Oppose ${answers(cesNumber(counts, "topTwo") ?? 0, write)} de 6 et 7 à ${write.count(cesNumber(counts, "hard") ?? 0)} de 1 à 3, comme le fait le NPS.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
};

function answers(count: number, write: Writer): string {
  return counted(count, "réponse", "réponses", write);
}
