import type { PurchaseFrequencyCounts } from "../../counts/purchase-frequency-counts.ts";
import type { FrequencyMethod } from "../../kpis/purchase-frequency-form.ts";
import type { FrequencySymbol } from "../../kpis/purchase-frequency-words.ts";
import type { Wording } from "../../result/definition.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { inPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";

/** French words of purchase frequency in all its forms. */
export const frequencyWords: Wording<PurchaseFrequencyCounts, FrequencySymbol> = (core, write) => {
  const when = inPeriod(core);
  const method = core.variant as FrequencyMethod; // the words of this KPI's own definitions
  return {
    title: typeset("fréquence d'achat"),
    symbols: {
      orders: { name: "commandes", meaning: `commandes de clients identifiés${when}` },
      customers: { name: "clients", meaning: `clients distincts ayant commandé${when}` },
      allCustomers: {
        name: "tous les clients",
        meaning: "clients distincts ayant commandé avant la fin de la période",
      },
      repeatOrders: {
        name: "réachats",
        meaning: `commandes${when} autres que la première de leur client`,
      },
      customerDays: {
        name: "jours-clients",
        meaning:
          "jours de la période à compter de la première commande de chaque client, additionnés",
      },
      periodDays: { name: "jours de la période", meaning: "jours du début à la fin de la période" },
    },
    sentence:
      core.reason === undefined
        ? measured(method, core, when, write)
        : core.reason === "no-customers"
          ? fr`Aucun client n'a commandé${when} : il n'y a donc pas de fréquence d'achat.`
          : typeset(
              "Il manque dans les comptages un nombre que demande cette forme : il n'y a donc pas de fréquence d'achat sous cette forme.",
            ),
    assumptions: [ASSUMED[method], ...ordersAssumptions(core)],
  };
};

const ASSUMED: Readonly<Record<FrequencyMethod, string>> = {
  "per-buyer": typeset(
    "Seuls les clients ayant commandé sont comptés, si bien que la valeur n'est jamais inférieure à 1 ; ce n'est pas un nombre de commandes par an, sauf si la période est d'un an.",
  ),
  "per-all-customers": typeset(
    "Tous les clients ayant commandé avant la fin de la période sont comptés, même ceux partis depuis longtemps.",
  ),
  annualised: typeset(
    "On suppose que chaque client ayant commandé continue au même rythme pendant un an et que personne d'autre ne commande.",
  ),
  "per-customer-year": typeset(
    "La première commande d'un client fait courir son temps et n'est pas l'une des commandes ; les clients restent exposés indéfiniment.",
  ),
};

function measured(
  method: FrequencyMethod,
  core: ResultCore<PurchaseFrequencyCounts>,
  when: string,
  write: Writer,
): string {
  const { customers, orders, allCustomers, repeatOrders, customerDays, periodDays } = core.counts;
  const placed = `${clients(customers, write)} ${agree(customers, "a", "ont")} passé ${counted(orders, "commande", "commandes", write)}${when}`;
  const value = write.value(core);
  switch (method) {
    case "per-buyer":
      return fr`${placed}, soit, par client ayant commandé, une fréquence d'achat de ${value}.`;
    case "per-all-customers":
      return fr`${placed}, pour ${clients(allCustomers, write)} à ce jour, soit, par client, une fréquence d'achat de ${value}.`;
    case "annualised":
      return fr`${placed}, en ${counted(periodDays, "jour", "jours", write)}, soit, par an et par client ayant commandé, une fréquence d'achat de ${value}.`;
    case "per-customer-year": {
      const again =
        repeatOrders === null
          ? counted(orders, "commande", "commandes", write)
          : counted(repeatOrders, "réachat", "réachats", write);
      return fr`${again}${when} pour ${counted(customerDays, "jour-client", "jours-clients", write)}, soit, par an et par client, une fréquence d'achat de ${value}.`;
    }
  }
}
