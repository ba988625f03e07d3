import type { PurchaseFrequencyCounts } from "../../counts/purchase-frequency-counts.ts";
import type { FrequencyMethod } from "../../kpis/purchase-frequency-form.ts";
import { agree, clients, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** Why each form of purchase frequency differs from the default, and who uses it, in French. */
export const frequencyVariantWords: Readonly<
  Record<FrequencyMethod, FrenchVariantWords<PurchaseFrequencyCounts>>
> = {
  "per-buyer": {
    name: "par acheteur",
    difference: () =>
      typeset("La définition par défaut : seuls les clients ayant commandé sont comptés."),
    usedBy: [ARTICLES],
  },
  "per-all-customers": {
    name: "par client connu",
    difference: ({ counts }, _, write) => {
      const more = (counts.allCustomers ?? 0) - counts.customers;
      return more === 0
        ? typeset("Identique ici : tous les clients à ce jour ont commandé dans la période.")
        : fr`Compte ${clients(more, write)} de plus, qui ${agree(more, "n'a", "n'ont")} pas commandé dans la période.`;
    },
    usedBy: [],
  },
  annualised: {
    name: "annualisée",
    difference: ({ counts }, _, write) =>
      fr`Étend ${counted(counts.periodDays, "jour", "jours", write)} à toute l'année, comme si elle leur ressemblait : ceux qui ont commandé alors sont ceux qui commandent souvent.`,
    usedBy: [],
  },
  "per-customer-year": {
    name: "par client et par an",
    difference: ({ counts }, _, write) => {
      const orders =
        counts.repeatOrders === null
          ? counted(counts.orders, "commande", "commandes", write)
          : `${counted(counts.repeatOrders, "commande", "commandes", write)} après la première`;
      return fr`Rapporte ${orders} à ${counted(counts.customerDays, "jour-client", "jours-clients", write)}, clients n'ayant pas commandé compris.`;
    },
    usedBy: [],
  },
};
