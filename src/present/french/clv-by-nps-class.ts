import type { NpsCategory } from "../../counts/nps-counts.ts";
import type {
  NoRatioReason,
  NpsClassRatio,
  NpsClassWarningFact,
} from "../../kpis/clv-by-nps-class-shape.ts";
import type { ClvByNpsClassCore, ClvByNpsClassTexts } from "../../kpis/clv-by-nps-class-words.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients } from "./agreement.ts";
import { FRENCH_LABELS } from "./labels.ts";
import { fr, typeset } from "./typography.ts";

/** French words of value by class of NPS. */
export function clvByNpsClassWords(core: ClvByNpsClassCore, write: Writer): ClvByNpsClassTexts {
  return {
    title: "Valeur vie client par classe NPS",
    head: (confidence) => [
      ...["classe", "clients", "part", "valeur moyenne"],
      confidence === null ? "intervalle" : `intervalle à ${confidence}`,
      ...["de la valeur", "sans commande"],
    ],
    classes: { promoter: "promoteurs", passive: "passifs", detractor: "détracteurs" },
    noValue: FRENCH_LABELS.noValue,
    range: (lower, upper) => `de ${lower} à ${upper}`,
    sentence: comparison(core, write),
    warning: (fact) => warningOf(fact, write),
    assumptions: [
      typeset(
        "La dernière réponse d'un client compte, et de plusieurs du même jour la plus basse ; les réponses sans date précèdent toutes les autres.",
      ),
      typeset(
        "Un client qui a répondu sans commander compte avec une valeur de 0 : l'écarter flatterait la classe dont les clients ne viennent plus.",
      ),
      "Les parts sont celles des clients ayant répondu et de leur valeur.",
    ],
    labels: { warnings: FRENCH_LABELS.warnings, assumptions: FRENCH_LABELS.assumptions },
  };
}

function comparison({ classes, ratio }: ClvByNpsClassCore, write: Writer): string {
  if (ratio.exact === null) return typeset(WITHOUT[ratio.because ?? "no-customers"]);
  const worthOf = (wanted: NpsCategory): string => {
    const { exact, unit } = classes.find(({ npsClass }) => npsClass === wanted)?.result ?? {};
    return exact === null || exact === undefined || unit === undefined
      ? ""
      : write.inUnit(exact, unit);
  };
  return fr`Un promoteur a rapporté ${write.number(ratio.exact, 2)} fois autant qu'un détracteur${range(ratio, write)} : ${worthOf("promoter")} contre ${worthOf("detractor")}.`;
}

function range({ interval, because }: NpsClassRatio, write: Writer): string {
  if (interval === null) return because === null ? "" : typeset(NO_INTERVAL[because]);
  const percent = write.plain(String(Number((100 * interval.confidence).toPrecision(12))));
  return fr` (intervalle à ${percent} % de ${write.number(interval.lower, 2)} à ${write.number(interval.upper, 2)})`;
}

const NO_INTERVAL: Readonly<Record<NoRatioReason, string>> = {
  "no-customers": "",
  "not-positive": "",
  "small-sample": " (pas d'intervalle : il faut au moins 30 clients par classe)",
  "no-spread": " (pas d'intervalle : les clients de chaque classe ont tous la même valeur)",
  "not-wanted": "",
};

const WITHOUT: Readonly<Record<NoRatioReason, string>> = {
  "no-customers":
    "Il n'y a pas à la fois des promoteurs et des détracteurs : il n'y a rien à comparer.",
  "not-positive":
    "La valeur moyenne des promoteurs ou des détracteurs n'est pas supérieure à 0 : leur rapport n'a pas de sens.",
  ...{ "small-sample": "", "no-spread": "", "not-wanted": "" },
};

function warningOf(fact: NpsClassWarningFact, write: Writer): string {
  switch (fact.code) {
    case "answers-without-customer": {
      const { answers } = fact;
      return fr`${write.count(answers)} ${agree(answers, "réponse n’indique", "réponses n’indiquent")} pas de client et ${agree(answers, "est laissée", "sont laissées")} de côté.`;
    }
    case "id-type-differs": {
      const { customers } = fact;
      return fr`${clients(customers, write)} ${agree(customers, "n’a pas été retrouvé", "n’ont pas été retrouvés")}, un identifiant étant un texte d'un côté et un nombre de l'autre.`;
    }
    case "no-customer-found":
      return fr`Aucune commande n'est ${fact.customers === 1 ? "du client ayant répondu" : fr`d'un des ${write.count(fact.customers)} clients ayant répondu`} : les identifiants sont-ils les mêmes des deux côtés ?`;
    case "self-selected":
      return fr`Répondre est un choix${silent(fact.withoutAnswer, write)} ; et une classe peut découler des achats aussi bien que l'inverse.`;
  }
}

function silent(count: number, write: Writer): string {
  if (count === 0) return "";
  return fr`, et ${clients(count, write)} ayant commandé ${agree(count, "n’a", "n’ont")} pas répondu`;
}
