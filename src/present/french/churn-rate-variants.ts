import type { RetentionCounts } from "../../counts/retention-counts.ts";
import {
  type ChurnVariant,
  hasExposure,
  joinedOf,
  lostOf,
} from "../../kpis/churn-rate-formulas.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** Why each form of churn differs from the default, and who uses it, in French. */
export const churnVariantWords: Readonly<
  Record<ChurnVariant, FrenchVariantWords<RetentionCounts>>
> = {
  starters: {
    name: "clients du début perdus",
    difference: () =>
      typeset(
        "La définition par défaut : seuls comptent les clients du début, c'est donc exactement le complément à un de la rétention.",
      ),
    usedBy: ["ChartMogul (standard)"],
  },
  counts: {
    name: "par les totaux",
    difference: () =>
      typeset(
        "La définition par défaut quand on ignore qui est resté : début plus nouveaux moins fin, rapporté au début.",
      ),
    usedBy: [],
  },
  all: {
    name: "toutes les pertes",
    difference: ({ counts }, usual, write) => {
      const { retainedCustomers } = usual.counts;
      if (retainedCustomers === null) {
        return typeset("Identique : les mêmes pertes sont comptées.");
      }
      const passing = lostOf(counts) - (counts.customersAtStart - retainedCustomers);
      return passing === 0
        ? typeset("Identique ici : personne n'est arrivé puis reparti au cours de la période.")
        : fr`Compte ${clients(passing, write)} ${agree(passing, "arrivé puis reparti", "arrivés puis repartis")} au cours de la période.`;
    },
    usedBy: [ARTICLES, "Recurly (calcul simple)", "Chargify"],
  },
  average: {
    name: "sur la moyenne du début et de la fin",
    difference: ({ counts }, _, write) =>
      fr`Rapporte ${losses(counts, write)} à la moyenne de ${ends(counts, write)}.`,
    usedBy: ["la finance", "les ressources humaines"],
  },
  mid: {
    name: "sur le début et la moitié des arrivées",
    difference: ({ counts }, _, write) =>
      fr`Rapporte ${losses(counts, write)} à ${atStart(counts, write)} et à la moitié des clients arrivés (${write.count(joinedOf(counts))}), présents une partie de la période seulement.`,
    usedBy: [],
  },
  "start-plus-new": {
    name: "sur le début et les arrivées",
    difference: ({ counts }, _, write) =>
      fr`Rapporte ${losses(counts, write)} à ${atStart(counts, write)} et à tous les clients arrivés (${write.count(joinedOf(counts))}), qui ont pourtant eu moins de temps pour partir.`,
    usedBy: [],
  },
  end: {
    name: "sur la fin",
    difference: ({ counts }, _, write) =>
      fr`Rapporte ${losses(counts, write)} à ${clients(counts.customersAtEnd, write)} à la fin, nouveaux compris.`,
    usedBy: ["les anciens rapports"],
  },
  "exposure-hazard": {
    name: "par durée de présence (taux)",
    difference: ({ counts }, _, write) =>
      fr`Rapporte ${losses(counts, write)} à ${exposure(counts, write)} : chacun compte pour le temps où il a été présent.`,
    usedBy: ["Shopify (Noble, 2011)", "Recurly (jours-clients)"],
  },
  "exposure-probability": {
    name: "par durée de présence (probabilité)",
    difference: ({ counts }, _, write) =>
      fr`Convertit ${losses(counts, write)} pour ${exposure(counts, write)} en probabilité qu'un client présent toute la période soit perdu.`,
    usedBy: [],
  },
  voluntary: {
    name: "départs volontaires",
    difference: ({ counts }, usual, write) =>
      fr`Compte ${counted(counts.voluntaryLostStarters, "départ volontaire", "départs volontaires", write)} sur ${lostStarters(usual.counts, write)}.`,
    usedBy: [],
  },
  involuntary: {
    name: "échecs de paiement",
    difference: ({ counts }, usual, write) =>
      fr`Compte ${counted(counts.involuntaryLostStarters, "échec de paiement", "échecs de paiement", write)} sur ${lostStarters(usual.counts, write)}.`,
    usedBy: [],
  },
};

function lostStarters(counts: RetentionCounts, write: Writer): string {
  const lost = counts.customersAtStart - (counts.retainedCustomers ?? 0);
  return `${counted(lost, "client perdu", "clients perdus", write)} parmi ceux du début`;
}

function losses(counts: RetentionCounts, write: Writer): string {
  return counted(lostOf(counts), "perte", "pertes", write);
}

function atStart({ customersAtStart }: RetentionCounts, write: Writer): string {
  return `${clients(customersAtStart, write)} au début`;
}

function ends(counts: RetentionCounts, write: Writer): string {
  return `${atStart(counts, write)} et de ${write.count(counts.customersAtEnd ?? 0)} à la fin`;
}

function exposure(counts: RetentionCounts, write: Writer): string {
  return hasExposure(counts)
    ? counted(counts.customerDays, "jour-client", "jours-clients", write)
    : `une exposition égale à la moyenne de ${ends(counts, write)}`;
}
