import type { CustomerValueCounts } from "../../counts/customer-value-counts.ts";
import { moneyUnit } from "../../counts/money-counts.ts";
import {
  type CustomerValueSymbol,
  type HistoricalClvVariant,
  VALUE_COUNTS,
} from "../../kpis/historical-clv-words.ts";
import type { Wording } from "../../result/definition.ts";
import { agree, clients } from "./agreement.ts";
import { inPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

/** French words of historical customer lifetime value. */
export const customerValueWords: Wording<CustomerValueCounts, CustomerValueSymbol> = (
  core,
  write,
) => {
  const variant = core.variant as HistoricalClvVariant; // as its definition says
  const counts = VALUE_COUNTS[variant](core.counts);
  const when = inPeriod(core);
  const money = write.inUnit(counts.revenue, moneyUnit(counts));
  const share = counts.margin === null ? "" : `, avec une marge de ${write.share(counts.margin)}`;
  const less = [counts.costToServe, counts.cac]
    .flatMap((cost) => (cost === null ? [] : [write.inUnit(cost, moneyUnit(counts))]))
    .join(" et ");
  const net = less === "" ? "" : `, après déduction de ${less} de coûts`;
  const kind = counts.margin === null ? typeset("chiffre d'affaires") : "profit";
  return {
    title: "valeur vie client historique",
    symbols: {
      revenue: {
        name: typeset("chiffre d'affaires net"),
        meaning: `articles moins remises et remboursements${when}`,
      },
      margin: {
        name: "marge",
        meaning: typeset("part du profit dans le chiffre d'affaires, telle qu'indiquée"),
      },
      costToServe: { name: "coût de service", meaning: "ce qu’un client a coûté pendant ce temps" },
      cac: { name: "coût d’acquisition", meaning: "ce qu’il a coûté d’acquérir un client" },
      customers: {
        name: "clients",
        meaning: `clients distincts ayant une commande ou un remboursement${when}`,
      },
    },
    sentence:
      core.reason === undefined
        ? fr`${clients(counts.customers, write)} ${agree(counts.customers, "a", "ont")} rapporté ${money} nets de remboursements${when}${share}, soit, par client à ce jour, un ${kind} de ${write.value(core)}${net}.`
        : fr`Il n'y a eu aucun client${when} : il n'y a donc pas de valeur vie client historique.`,
    assumptions: [
      typeset(
        "Les clients n'ont pas tous la même ancienneté : la valeur croît tant qu'ils restent et n'est pas une prévision.",
      ),
      ...ordersAssumptions(core),
    ],
  };
};

/** Why each form differs from the default, in French. */
export const historicalClvVariantWords: Readonly<
  Record<HistoricalClvVariant, FrenchVariantWords<CustomerValueCounts>>
> = {
  mean: {
    name: "moyenne",
    difference: () =>
      typeset(
        "La définition par défaut : une moyenne sur les clients, avec la marge et les coûts indiqués.",
      ),
    usedBy: [],
  },
  revenue: {
    name: typeset("chiffre d'affaires"),
    difference: ({ counts: { margin } }, _, write) =>
      margin === null
        ? typeset("Le chiffre d'affaires, sans les coûts indiqués.")
        : fr`Le chiffre d'affaires, dont ${write.share(margin)} de profit, sans aucun coût.`,
    usedBy: [ARTICLES],
  },
  "before-acquisition": {
    name: "avant acquisition",
    difference: ({ counts, unit }, _, write) =>
      fr`Laisse de côté les ${write.inUnit(counts.cac ?? "0", unit)} qu'a coûtés l'acquisition d'un client.`,
    usedBy: [],
  },
};
