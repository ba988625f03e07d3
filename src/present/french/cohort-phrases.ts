import { ELAPSED_DAYS } from "../../counts/cohort-ages.ts";
import type { CohortAsked } from "../../counts/cohort-counts.ts";
import type { CohortAverageBy, CohortBase } from "../../counts/cohort-question.ts";
import type { CohortSymbol } from "../../kpis/cohort-cell-definition.ts";
import type { Words } from "../../result/definition.ts";
import { agree } from "./agreement.ts";
import { frenchDay, namedPeriod } from "./period-words.ts";
import { STEPS } from "./steps.ts";
import { fr, typeset } from "./typography.ts";

/** Who the customers of a cohort are, to stand after `clients`. */
export function cohortMembers({ cohortBy, attribute }: CohortAsked, cohort: string): string {
  if (cohortBy === "attribute") {
    return fr`dont « ${attribute ?? ""} » valait « ${cohort} » à la première commande`;
  }
  const when = namedPeriod(cohort)?.during ?? fr`pendant « ${cohort} »`;
  return cohortBy === "first"
    ? `dont la première commande a eu lieu ${when}`
    : `ayant commandé ${when}`;
}

/** What customers did who count as back at an age, to stand after their number. */
export function returned(question: CohortAsked, age: string, count: number): string {
  const have = agree(count, "a", "ont");
  const later = `${age} ${stepsOf(question, age)}`;
  if (age === "0") {
    return fr`${have} commandé à l'âge 0, c'est-à-dire pendant ${arrival(question)} de leur arrivée`;
  }
  switch (question.return) {
    case "on":
    case "bracket":
      return `${have} commandé ${later} plus tard`;
    case "on-or-after":
      return `${have} commandé ${later} plus tard ou après`;
    case "on-or-before":
      return `${agree(count, "avait", "avaient")} de nouveau commandé ${later} plus tard au plus`;
    case "streak":
      return fr`${have} commandé à chaque étape jusqu'à ${later} plus tard`;
  }
}

/** `mois`, or `périodes de 30 jours`. */
export function stepsOf({ every, clock }: CohortAsked, age: string): string {
  const isOne = age === "0" || age === "1";
  const [one, many] = STEPS[every];
  if (clock === "calendar") return isOne ? one : many;
  return `${isOne ? "période" : "périodes"} de ${elapsed(every)}`;
}

function arrival({ every, clock }: CohortAsked): string {
  if (clock === "elapsed") return `la période de ${elapsed(every)}`;
  const [one] = STEPS[every];
  if (every === "year") return fr`l'${one}`;
  return `${every === "week" ? "la" : "le"} ${one}`;
}

function elapsed(every: CohortAsked["every"]): string {
  const days = ELAPSED_DAYS[every];
  return days === 1 ? "24 heures" : `${days} jours`;
}

/** What is followed, and how that is said with its article. */
export const FOLLOWED: Readonly<Record<CohortAsked["measure"], string>> = {
  customers: "clients",
  orders: "commandes",
  revenue: typeset("chiffre d'affaires"),
};

/** What the two symbols of the formula stand for. */
export function cohortSymbols(
  { measure }: CohortAsked,
  base: CohortBase,
): Words<CohortSymbol>["symbols"] {
  const counted = FOLLOWED[measure];
  const isCustomers = measure === "customers";
  const back = isCustomers ? "clients revenus" : `${counted} à cet âge`;
  const asBack = isCustomers ? " comptés comme revenus" : "";
  const start = isCustomers ? "clients de la cohorte" : fr`${counted} à l'âge 0`;
  return {
    returned: { name: back, meaning: `${counted} de la cohorte${asBack} à cet âge` },
    whole:
      base === "cohort"
        ? { name: start, meaning: `${counted} de la cohorte au départ` }
        : {
            name: `${isCustomers ? "clients revenus" : counted} un âge plus tôt`,
            meaning: `${counted} de la cohorte${asBack} un âge plus tôt`,
          },
  };
}

const COHORT_BY = {
  first: typeset("Un client appartient à une seule cohorte, celle de sa toute première commande."),
  "every-active-period": typeset(
    "Un client appartient à la cohorte de chaque période où il a commandé, donc à plusieurs.",
  ),
} as const;

const RETURN: Readonly<Record<CohortAsked["return"], string>> = {
  on: "Être revenu à un âge signifie avoir commandé pendant cette période même.",
  "on-or-after": typeset(
    "Être revenu à un âge signifie avoir commandé pendant cette période ou une suivante ; plus la cohorte est jeune, moins elle a eu le temps de revenir.",
  ),
  "on-or-before":
    "Être revenu à un âge signifie avoir commandé après la première période et au plus tard à cet âge.",
  streak: typeset(
    "Être revenu à un âge signifie avoir commandé pendant chaque période jusqu'à cet âge.",
  ),
  bracket: typeset(
    "Être revenu dans une tranche signifie avoir commandé à l'un de ses âges, les deux bornes comprises.",
  ),
};

/** What a table of cohorts takes for granted. */
export function cohortAssumptions(question: CohortAsked, base: CohortBase): readonly string[] {
  const { cohortBy, attribute, clock, every, timeZone, complete, includeIncomplete } = question;
  if (question.source === "cohorts") {
    return ["Les tailles et les nombres par âge sont ceux qui ont été donnés."];
  }
  return [
    cohortBy === "attribute"
      ? fr`Un client appartient à la cohorte de la valeur de « ${attribute ?? ""} » à sa première commande ; chaque âge ne compte que les clients observés aussi longtemps.`
      : COHORT_BY[cohortBy],
    RETURN[question.return],
    clock === "calendar"
      ? fr`Les âges sont des ${STEPS[every][1]} du calendrier ; les jours sont ceux du fuseau horaire ${timeZone}.`
      : fr`Les âges sont des ${stepsOf(question, "2")} à compter de la première commande de chaque client.`,
    ...(base === "previous"
      ? [fr`Les taux sont rapportés à l'âge précédent, non à la cohorte.`]
      : []),
    ...(complete === null
      ? []
      : [
          fr`Les données sont complètes jusqu'au ${frenchDay(complete)} ; ce qui n'était pas révolu à cette date est ${includeIncomplete ? fr`compté en l'état` : "laissé vide"}.`,
        ]),
    typeset(
      "Les commandes comptent même si elles ont été remboursées ; les invités (commandes sans client) ne sont dans aucune cohorte.",
    ),
  ];
}

/** How the rates of the cohorts became one. */
export const AVERAGE: Readonly<Record<CohortAverageBy, string>> = {
  pooled: typeset(
    "La moyenne est globale : tous ceux qui sont revenus sur tous ceux qui le pouvaient.",
  ),
  mean: "La moyenne est celle des taux des cohortes, quelle que soit leur taille.",
  median: "La valeur centrale est la médiane des taux des cohortes.",
  "size-squared": "La moyenne pondère le taux de chaque cohorte par le carré de sa taille.",
};

/** The same, to stand before `sur 12 cohortes`. */
export const AVERAGED: Readonly<Record<CohortAverageBy, string>> = {
  pooled: "moyenne globale",
  mean: "moyenne simple",
  median: "médiane",
  "size-squared": "moyenne pondérée par le carré des tailles",
};
