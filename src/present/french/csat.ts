import { type CsatCounts, dissatisfiedTo, satisfiedFrom } from "../../counts/csat-counts.ts";
import type { CsatVariant } from "../../kpis/csat-form.ts";
import { type CsatSymbol, csatNumber } from "../../kpis/csat-symbols.ts";
import type { Wording } from "../../result/definition.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { answersAssumptions } from "./surveys.ts";
import { fr, typeset } from "./typography.ts";

type CsatCore = ResultCore<CsatCounts>;

/** French words of all forms of customer satisfaction. */
export const csatWords: Wording<CsatCounts, CsatSymbol> = (core, write) => {
  const { counts, reason } = core;
  const variant = core.variant as CsatVariant; // as its definition says
  const opinions = variant.startsWith("good-bad");
  return {
    title: TITLES[variant],
    symbols: {
      satisfied: {
        name: opinions ? "avis favorables" : "réponses satisfaites",
        meaning: `réponses ${topBox(counts, 2)}`,
      },
      answered: { name: "réponses", meaning: "toutes les personnes ayant répondu" },
      highest: {
        name: "réponses à la note maximale",
        meaning: `réponses ${highest(counts, 2)}`,
      },
      scoreSum: { name: "somme des notes", meaning: "toutes les réponses additionnées" },
      dissatisfied: {
        name: opinions ? "avis défavorables" : "réponses insatisfaites",
        meaning: `réponses ${bottomBox(counts, 2)}`,
      },
      notSatisfied: {
        name: opinions ? "avis défavorables" : "réponses non satisfaites",
        meaning: fr`réponses qui n'étaient pas ${topBox(counts, 2)}`,
      },
    },
    sentence: reason === undefined ? SENTENCES[variant](core, write) : without(core),
    assumptions: answersAssumptions(counts, write),
  };
};

const TITLES: Readonly<Record<CsatVariant, string>> = {
  "top-box": "satisfaction client (CSAT)",
  "top-1": "satisfaction client (CSAT, note maximale seule)",
  mean: "note moyenne de satisfaction",
  normalised: "note de satisfaction normalisée",
  "exclude-neutral": "satisfaction client (CSAT, sans les réponses neutres)",
  "good-bad": typeset("part d'avis favorables"),
  "good-bad-neutral-is-bad": typeset("part d'avis favorables"),
  dissatisfied: "insatisfaction client (DSAT)",
  "dissatisfied-neutral-is-bad": "insatisfaction client (DSAT)",
};

type Sentence = (core: CsatCore, write: Writer) => string;

const SENTENCES: Readonly<Record<CsatVariant, Sentence>> = {
  "top-box": (core, write) =>
    fr`${ofAnswers(core, "satisfied", write)} ${were(core, "satisfied")} ${topBox(core.counts, number(core, "satisfied"))}, soit une satisfaction client de ${write.value(core)}.`,
  "top-1": (core, write) =>
    fr`${ofAnswers(core, "highest", write)} ${were(core, "highest")} ${highest(core.counts, number(core, "highest"))}, soit ${write.value(core)} à la note maximale.`,
  mean: (core, write) =>
    fr`${addedUp(core, write)}, soit une satisfaction moyenne de ${write.value(core)} sur ${theScale(core.counts)}.`,
  normalised: (core, write) =>
    fr`${addedUp(core, write)} ; la moyenne se situe à ${write.value(core)} de ${theScale(core.counts)}.`,
  "exclude-neutral": (core, write) => {
    const [good, bad] = [number(core, "satisfied"), number(core, "dissatisfied")];
    return fr`Parmi les réponses non neutres, ${write.count(good)} ${were(core, "satisfied")} ${topBox(core.counts, good)} et ${write.count(bad)} ${bottomBox(core.counts, bad)}, soit ${write.value(core)} de satisfaites.`;
  },
  "good-bad": (core, write) =>
    fr`${opinions(core, "dissatisfied", write)}, soit ${write.value(core)} d'avis favorables.`,
  "good-bad-neutral-is-bad": (core, write) =>
    fr`${opinions(core, "notSatisfied", write)}, neutres compris, soit ${write.value(core)} d'avis favorables.`,
  dissatisfied: (core, write) =>
    fr`${ofAnswers(core, "dissatisfied", write)} ${were(core, "dissatisfied")} ${bottomBox(core.counts, number(core, "dissatisfied"))}, soit une insatisfaction client de ${write.value(core)}.`,
  "dissatisfied-neutral-is-bad": (core, write) => {
    const bad = number(core, "notSatisfied");
    return fr`${ofAnswers(core, "notSatisfied", write)} ${agree(bad, "n'était", "n'étaient")} pas ${topBox(core.counts, bad)}, soit une insatisfaction client de ${write.value(core)}.`;
  },
};

function without({ reason, counts: { answered } }: CsatCore): string {
  if (reason === "missing-count") {
    return typeset("Il faut le nombre de réponses par note : `countsByScore` et `scale`.");
  }
  return typeset(
    answered === 0
      ? "Personne n'a répondu : il n'y a donc pas de satisfaction client."
      : "Toutes les réponses étaient neutres : il n'y a donc pas de part de satisfaites parmi les autres.",
  );
}

function number({ counts }: CsatCore, name: CsatSymbol): number {
  return csatNumber(counts, name) ?? 0;
}

/** `74 réponses sur 107`. */
function ofAnswers(core: CsatCore, name: CsatSymbol, write: Writer): string {
  const part = counted(number(core, name), "réponse", "réponses", write);
  return `${part} sur ${write.count(number(core, "answered"))}`;
}

function were(core: CsatCore, name: CsatSymbol): string {
  return agree(number(core, name), "était", "étaient");
}

function addedUp(core: CsatCore, write: Writer): string {
  const answers = counted(
    number(core, "answered"),
    "réponse totalise",
    "réponses totalisent",
    write,
  );
  return `${answers} ${write.count(number(core, "scoreSum"))}`;
}

function opinions(core: CsatCore, bad: CsatSymbol, write: Writer): string {
  const favourable = counted(number(core, "satisfied"), "avis favorable", "avis favorables", write);
  return `${favourable} et ${counted(number(core, bad), "défavorable", "défavorables", write)}`;
}

function topBox(counts: CsatCounts, count: number): string {
  const { scale } = counts;
  return scale === null
    ? agree(count, "satisfaite", "satisfaites")
    : rated(counts, count, satisfiedFrom(scale), scale.max);
}

function bottomBox(counts: CsatCounts, count: number): string {
  const { scale } = counts;
  return scale === null
    ? agree(count, "insatisfaite", "insatisfaites")
    : rated(counts, count, scale.min, dissatisfiedTo(scale));
}

function highest(counts: CsatCounts, count: number): string {
  const { scale } = counts;
  return scale === null ? "à la note maximale" : rated(counts, count, scale.max, scale.max);
}

/** `notées de 4 à 5 sur l'échelle de 1 à 5`. */
function rated(counts: CsatCounts, count: number, from: number, to: number): string {
  const range = from === to ? `${from}` : `de ${from} à ${to}`;
  return `${agree(count, "notée", "notées")} ${range} sur ${theScale(counts)}`;
}

function theScale({ scale }: CsatCounts): string {
  return scale === null ? "l’échelle" : `l’échelle de ${scale.min} à ${scale.max}`;
}
