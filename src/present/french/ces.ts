import { CES_SCALES, type CesCounts } from "../../counts/ces-counts.ts";
import type { CesMethod } from "../../kpis/ces-form.ts";
import { CES_BOXES, type CesSymbol, cesNumber } from "../../kpis/ces-symbols.ts";
import type { Wording } from "../../result/definition.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { answersAssumptions } from "./surveys.ts";
import { fr, typeset } from "./typography.ts";

type CesCore = ResultCore<CesCounts>;

/** French words of all forms of the Customer Effort Score. */
export const cesWords: Wording<CesCounts, CesSymbol> = (core, write) => {
  const { counts, reason } = core;
  const method = core.variant as CesMethod; // as its definition says
  return {
    title: TITLES[method],
    symbols: {
      scoreSum: { name: "somme des notes", meaning: "toutes les réponses additionnées" },
      answered: { name: "réponses", meaning: "toutes les personnes ayant répondu" },
      agreeing: { name: "réponses d’accord", meaning: `réponses notées ${box("agreeing")}` },
      topTwo: { name: typeset("réponses « facile »"), meaning: `réponses notées ${box("topTwo")}` },
      hard: { name: typeset("réponses « difficile »"), meaning: `réponses notées ${box("hard")}` },
    },
    sentence:
      reason === undefined
        ? SENTENCES[method](core, write)
        : reason === "missing-count"
          ? typeset("Il faut le nombre de réponses par note : `countsByScore`.")
          : typeset("Personne n'a répondu : il n'y a donc pas de score d'effort client."),
    assumptions: answersAssumptions(counts, write),
  };
};

const TITLES: Readonly<Record<CesMethod, string>> = {
  mean: typeset("score d'effort client (CES)"),
  "percent-agree": "part ayant trouvé cela facile (CES)",
  "top-2": "part ayant trouvé cela très facile (CES)",
  "net-easy": "score net de facilité (CES)",
};

type Sentence = (core: CesCore, write: Writer) => string;

const SENTENCES: Readonly<Record<CesMethod, Sentence>> = {
  mean: (core, write) => {
    const { answered, version } = core.counts;
    const { min, max } = CES_SCALES[version];
    const good = version === "1.0" ? "une note basse est bonne" : "une note élevée est bonne";
    return fr`${answers(answered, write)} au CES ${version} ${agree(answered, "totalise", "totalisent")} ${number(core, "scoreSum", write)}, soit, sur l'échelle de ${String(min)} à ${String(max)} où ${good}, une moyenne de ${write.value(core)}.`;
  },
  "percent-agree": (core, write) =>
    fr`${found(core, "agreeing", write)} cela facile (notes de ${box("agreeing")}), soit ${write.value(core)}.`,
  "top-2": (core, write) =>
    fr`${found(core, "topTwo", write)} cela très facile (notes de ${box("topTwo")}), soit ${write.value(core)}.`,
  "net-easy": (core, write) =>
    fr`Sur ${answers(core.counts.answered, write)}, ${counted(cesNumber(core.counts, "topTwo"), "jugeait", "jugeaient", write)} cela facile (6 ou 7) et ${number(core, "hard", write)} difficile (1 à 3), soit un score net de facilité de ${write.value(core)}.`,
};

function number({ counts }: CesCore, name: CesSymbol, write: Writer): string {
  return write.count(cesNumber(counts, name) ?? 0);
}

function answers(count: number, write: Writer): string {
  return counted(count, "réponse", "réponses", write);
}

/** `64 réponses sur 100 jugeaient`. */
function found({ counts }: CesCore, name: CesSymbol, write: Writer): string {
  const part = cesNumber(counts, name) ?? 0;
  return `${answers(part, write)} sur ${write.count(counts.answered)} ${agree(part, "jugeait", "jugeaient")}`;
}

function box(name: keyof typeof CES_BOXES): string {
  const [from, to] = CES_BOXES[name];
  return `${from} à ${to} sur l’échelle de 1 à 7`;
}
