import type { RepeatCustomerCounts, RepeatMethod } from "../../counts/repeat-customer-counts.ts";
import { agree, clients } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** Why each form of the repeat-customer rate differs from the default, and who uses it, in French. */
export const repeatVariantWords: Readonly<
  Record<RepeatMethod, FrenchVariantWords<RepeatCustomerCounts>>
> = {
  "in-period": {
    name: "dans la période",
    difference: () =>
      typeset("La définition par défaut : au moins deux commandes, toutes deux dans la période."),
    usedBy: [ARTICLES],
  },
  returning: {
    name: "clients de retour",
    difference: ({ counts }, usual, write) => {
      const more = counts.repeatCustomers - usual.counts.repeatCustomers;
      return more === 0
        ? typeset(
            "Identique ici : aucun client à une seule commande dans la période n'avait commandé auparavant.",
          )
        : fr`Compte ${clients(more, write)} de plus, avec une commande dans la période et une autre auparavant.`;
    },
    usedBy: ["Shopify (taux de clients de retour)"],
  },
  lifetime: {
    name: "depuis toujours",
    difference: ({ counts }, usual, write) => {
      const more = counts.customers - usual.counts.customers;
      return more === 0
        ? typeset("Mêmes clients : aucun n'a commandé uniquement avant la période.")
        : fr`Porte sur tous les clients connus à ce jour (${write.count(counts.customers)}) et toutes leurs commandes : ${write.count(more)} ${agree(more, "n'a", "n'ont")} pas commandé dans la période.`;
    },
    usedBy: [],
  },
  cohort: {
    name: "par cohorte",
    difference: ({ counts }, _, write) => {
      const days = counts.question?.windowDays;
      const time =
        days === undefined ? "" : ` (${write.count(days)} ${agree(days, "jour", "jours")})`;
      return fr`Porte sur ${clients(counts.customers, write)} acquis dans la période et laisse à chacun le même délai${time} pour revenir.`;
    },
    usedBy: [],
    refused: typeset(
      "Indiquez `windowDays` : en combien de jours la deuxième commande peut suivre la première.",
    ),
  },
};
