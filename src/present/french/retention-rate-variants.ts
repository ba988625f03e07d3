import type { RetentionCounts } from "../../counts/retention-counts.ts";
import type { RetentionVariant } from "../../kpis/retention-rate-form.ts";
import { keptBy } from "../../kpis/retention-rate-formulas.ts";
import { agree, clients } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** Why each form of retention differs from the default, and who uses it, in French. */
export const retentionVariantWords: Readonly<
  Record<RetentionVariant, FrenchVariantWords<RetentionCounts>>
> = {
  cohort: {
    name: "clients du début conservés",
    difference: () =>
      typeset("La définition par défaut : parmi les clients du début, ceux qui sont encore là."),
    usedBy: ["ChartMogul (standard)"],
  },
  counts: {
    name: "par les totaux",
    difference: ({ counts }, usual, write) => {
      if (usual.variant === "counts") {
        return typeset(
          "La définition par défaut quand on ignore qui est resté : fin moins nouveaux, rapporté au début.",
        );
      }
      const passing = (usual.counts.retainedCustomers ?? 0) - keptBy("counts", counts);
      if (passing < 0) {
        return fr`Compte comme ${agree(passing, "conservé", "conservés")} ${clients(-passing, write)} ${agree(passing, "revenu", "revenus")}.`;
      }
      return passing === 0
        ? typeset("Identique ici : personne n'est arrivé puis reparti au cours de la période.")
        : fr`Retranche ${clients(passing, write)} ${agree(passing, "arrivé puis reparti", "arrivés puis repartis")} au cours de la période.`;
    },
    usedBy: [ARTICLES],
  },
  "counts-with-returned": {
    name: "par les totaux, revenus compris",
    difference: ({ counts }, _, write) => {
      const returned = counts.returnedCustomers ?? 0;
      return returned === 0
        ? typeset("Comme la forme par les totaux : aucun ancien client n'est revenu.")
        : fr`Compte comme ${agree(returned, "conservé", "conservés")} ${clients(returned, write)} ${agree(returned, "revenu", "revenus")}, et retranche tous ceux qui sont arrivés.`;
    },
    usedBy: [],
  },
  "end-over-start": {
    name: "fin sur début",
    difference: ({ counts }, usual, write) => {
      const kept = keptBy(usual.variant === "counts" ? "counts" : "cohort", usual.counts);
      const more = keptBy("end-over-start", counts) - kept;
      return fr`Compte à la fin ${clients(more, write)} qui ${agree(more, "n'était", "n'étaient")} pas là au début : ce n'est pas un taux de rétention.`;
    },
    usedBy: [],
  },
  "repeat-active": {
    name: "acheteurs des deux périodes",
    difference: ({ counts }, usual, write) => {
      if (usual.counts.question?.inactiveAfterDays === undefined) {
        return typeset(
          "Identique : à partir des commandes, la définition par défaut demande qui a acheté pendant les deux périodes.",
        );
      }
      return fr`Porte sur les clients ayant acheté pendant la période précédente (${write.count(counts.customersAtStart)}), et non sur ceux encore actifs (${write.count(usual.counts.customersAtStart)}), et demande s'ils ont acheté de nouveau.`;
    },
    usedBy: [],
    refused: typeset(
      "Cette forme se compte à partir des commandes : qui a acheté pendant les deux périodes.",
    ),
  },
};
