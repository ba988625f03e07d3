import type { CsatCounts } from "../../counts/csat-counts.ts";
import type { CsatVariant } from "../../kpis/csat-form.ts";
import { csatNumber } from "../../kpis/csat-symbols.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import type { FrenchVariantWords } from "./variant-words.ts";

type CsatCore = ResultCore<CsatCounts>;

/** Why each form of satisfaction differs from the default, and who uses it, in French. */
export const csatVariantWords: Readonly<Record<CsatVariant, FrenchVariantWords<CsatCounts>>> = {
  "top-box": {
    name: "notes hautes",
    difference: () =>
      typeset("La définition par défaut : réponses satisfaites sur toutes les réponses."),
    usedBy: ["la plupart des outils d’enquête"],
  },
  "top-1": {
    name: "note maximale",
    difference: (core, _, write) => {
      const less = core.counts.satisfied - (csatNumber(core.counts, "highest") ?? 0);
      return less === 0
        ? typeset("Identique ici : toutes les réponses satisfaites ont la note maximale.")
        : fr`Laisse de côté ${answers(less, write)} ${agree(less, "satisfaite", "satisfaites")} mais pas à la note maximale.`;
    },
    usedBy: [],
  },
  mean: {
    name: "moyenne",
    difference: () =>
      typeset("Une moyenne de notes, non une part de réponses : un 1 pèse plus qu'un 3."),
    usedBy: [],
  },
  normalised: {
    name: "normalisée",
    difference: () =>
      typeset(
        "La moyenne comme place sur l'échelle, de 0 à 1 ; elle ressemble à une part de réponses et n'en est pas une.",
      ),
    usedBy: [],
  },
  "exclude-neutral": { name: "sans les neutres", difference: leavesOutNeutral, usedBy: [] },
  "good-bad": { name: "avis favorables", difference: leavesOutNeutral, usedBy: ["Zendesk"] },
  "good-bad-neutral-is-bad": {
    name: "avis favorables, neutres défavorables",
    difference: () =>
      typeset("Identique : chaque réponse est favorable ou défavorable, les neutres défavorables."),
    usedBy: [typeset("les services d'assistance qui classent 3 sur 5 comme défavorable")],
  },
  dissatisfied: {
    name: "insatisfaits",
    difference: (core, _, write) => {
      const neutral = neutralOf(core);
      return neutral === 0
        ? typeset(
            "Compte plutôt les insatisfaits : ici le complément à un de la définition par défaut, car personne n'était neutre.",
          )
        : fr`Compte plutôt les insatisfaits ; ${answers(neutral, write)} ${agree(neutral, "était neutre", "étaient neutres")}, ce n'est donc pas le complément à un de la définition par défaut.`;
    },
    usedBy: [],
  },
  "dissatisfied-neutral-is-bad": {
    name: "insatisfaits et neutres",
    difference: () =>
      typeset(
        "Le complément à un de la définition par défaut : toutes les réponses non satisfaites.",
      ),
    usedBy: ["Kaizo"],
  },
};

function leavesOutNeutral(core: CsatCore, _: CsatCore, write: Writer): string {
  const neutral = neutralOf(core);
  return neutral === 0
    ? typeset("Identique ici : aucune réponse n'était neutre.")
    : fr`Laisse de côté ${answers(neutral, write)} ni ${agree(neutral, "satisfaite ni insatisfaite", "satisfaites ni insatisfaites")}.`;
}

function neutralOf({ counts }: CsatCore): number {
  return (csatNumber(counts, "notSatisfied") ?? 0) - (csatNumber(counts, "dissatisfied") ?? 0);
}

function answers(count: number, write: Writer): string {
  return counted(count, "réponse", "réponses", write);
}
