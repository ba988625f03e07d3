import type { GapMethod } from "../../counts/collect-gaps.ts";
import type { PurchaseGapCounts } from "../../counts/purchase-gap-counts.ts";
import { clients, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** Why each form of the time between purchases differs from the default, and who uses it, in French. */
export const gapVariantWords: Readonly<Record<GapMethod, FrenchVariantWords<PurchaseGapCounts>>> = {
  "mean-of-gaps": {
    name: "moyenne des délais",
    difference: () =>
      typeset(
        "La définition par défaut : chaque délai compte une fois, les clients qui achètent souvent pèsent donc le plus.",
      ),
    usedBy: [],
  },
  "mean-of-customers": {
    name: "moyenne des clients",
    difference: ({ counts }, _, write) =>
      fr`Compte une fois chaque client (${write.count(counts.customers)}), et non chaque délai (${write.count(counts.gaps)}).`,
    usedBy: [],
  },
  median: {
    name: "médiane des délais",
    difference: (core, usual, write) => {
      const gaps = counted(core.counts.gaps, "délai", "délais", write);
      const lower = (core.value ?? 0) < (usual.value ?? 0);
      return fr`Prend la valeur centrale de ${gaps} : ${
        lower
          ? "quelques longs délais tirent la moyenne vers le haut."
          : "de longs délais ne la déplacent pas."
      }`;
    },
    usedBy: [],
  },
  "period-over-frequency": {
    name: "période sur fréquence",
    difference: ({ counts }, _, write) => {
      const buyers = counts.customers + counts.oneOrderCustomers;
      const purchases = counted(counts.gaps + buyers, "achat", "achats", write);
      return fr`Répartit ${purchases} de ${clients(buyers, write)} sur ${counted(counts.periodDays, "jour", "jours", write)}, y compris avant le premier et après le dernier.`;
    },
    usedBy: [ARTICLES],
  },
  "kaplan-meier": {
    name: "médiane de Kaplan-Meier",
    difference: ({ counts }, _, write) => {
      const open = (counts.openGaps ?? []).reduce((sum, [, customers]) => sum + customers, 0);
      return fr`Suit aussi les derniers achats (${write.count(open)}) qui n'ont pas de suivant à ce jour.`;
    },
    usedBy: [],
  },
};
