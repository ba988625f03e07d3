import type { CustomerValueDistributionWords } from "../../kpis/customer-value-distribution-words.ts";
import type { OrderValueDistribution } from "../../kpis/order-value-distribution-shape.ts";
import type { OrderValueDistributionWords } from "../../kpis/order-value-distribution-words.ts";
import type { CustomerValueDistribution } from "../../kpis/value-distribution.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { customerValueWords } from "./historical-clv.ts";
import { FRENCH_LABELS } from "./labels.ts";
import { fr, typeset } from "./typography.ts";

/** Puts a distribution of customer value into French. */
export function customerValueDistributionWords(
  distribution: CustomerValueDistribution,
  write: Writer,
): CustomerValueDistributionWords {
  const { customers, deciles, topFifth, mean } = distribution;
  return {
    title: "Valeur vie client historique, répartie sur les clients",
    sentence: customersInWords(distribution, write) ?? customerValueWords(mean, write).sentence,
    head: ["dixième", "de", "à", "clients", "valeur", "part de la valeur"],
    labels: FRENCH_LABELS,
    assumptions: [
      typeset(
        deciles.length === 0
          ? "Moins de dix clients ne sont pas répartis en dixièmes."
          : "Les dixièmes suivent le rang, la plus faible valeur d'abord ; des valeurs égales à une limite sont séparées, ce qui ne change aucune somme.",
      ),
      ...(customers % 5 === 0
        ? []
        : [
            fr`Un cinquième des clients fait ${write.number(topFifth.customers, 1)} : le dernier compte pour une part.`,
          ]),
      ...(customers > 0 && topFifth.shareOfValue.exact === null
        ? [fr`La valeur de tous n'est pas supérieure à 0 : il n'y a donc pas de parts de celle-ci.`]
        : []),
      fr`La médiane d'un nombre pair de clients est la moyenne des deux du milieu.`,
    ],
  };
}

function customersInWords(
  { mean, median, customers, topFifth }: CustomerValueDistribution,
  write: Writer,
): string | null {
  if (mean.exact === null || median.exact === null) return null;
  const money = (exact: string): string => write.inUnit(exact, mean.unit);
  const share = topFifth.shareOfValue.exact;
  const top =
    share === null
      ? ""
      : fr` et les 20 % qui en ont le plus apportent ${write.share(share)} de toute la valeur`;
  return fr`Sur ${clients(customers, write)}, la valeur moyenne est de ${money(mean.exact)}, la moitié ne dépasse pas ${money(median.exact)}${top}.`;
}

const BASES = { net: "nette", gross: "brute", total: "totale" } as const;

/** Puts a distribution of order value into French. */
export function orderValueDistributionWords(
  distribution: OrderValueDistribution,
  write: Writer,
): OrderValueDistributionWords {
  const { basis, trim, spread } = distribution;
  const share = write.share(trim);
  const { fullyRefundedOrders: refunded, looseRefunds: loose } = spread;
  const trimmed = counted(spread.trimmed.orders, "commande", "commandes", write);
  return {
    title: "Valeur des commandes, répartie sur les commandes",
    sentence: ordersInWords(distribution, write),
    head: ["mesure", "valeur"],
    figures: {
      mean: "moyenne",
      trimmedMean: `moyenne sans ${share} à chaque extrémité`,
      smallest: "minimum",
      lowerQuartile: "premier quartile",
      median: "médiane",
      upperQuartile: "troisième quartile",
      largest: "maximum",
    },
    labels: FRENCH_LABELS,
    assumptions: [
      fr`Base ${BASES[basis]} : ${basis === "gross" ? fr`aucun remboursement n'est déduit.` : fr`les remboursements sont déduits de la commande qu'ils nomment, quelle que soit leur date.`}`,
      fr`La moyenne élaguée porte sur ${trimmed} : ${share} de toutes sont laissés de côté à chaque extrémité, pour autant que ce soient des commandes entières.`,
      typeset(
        "Les quartiles se situent entre deux commandes en proportion du rang (définition 7 de Hyndman et Fan).",
      ),
      ...(refunded === 0
        ? []
        : [
            `${counted(refunded, "commande remboursée en totalité a été écartée", "commandes remboursées en totalité ont été écartées", write)}.`,
          ]),
      ...(loose === 0
        ? []
        : [
            fr`${counted(loose, "remboursement", "remboursements", write)} ne ${agree(loose, "nomme", "nomment")} aucune commande présente dans les lignes et ${agree(loose, "n'est déduit", "ne sont déduits")} d'aucune.`,
          ]),
    ],
  };
}

function ordersInWords(
  { orders, mean, median, reason, unit, basis }: OrderValueDistribution,
  write: Writer,
): string {
  if (reason === "missing-column") {
    return fr`Il manque aux lignes une colonne nécessaire à la base ${BASES[basis]} : il n'y a donc pas de répartition.`;
  }
  if (mean.exact === null || median.exact === null) {
    return fr`Il n'y a eu aucune commande : il n'y a donc pas de répartition de leur valeur.`;
  }
  const [average, middle] = [mean.exact, median.exact].map((exact) => write.inUnit(exact, unit));
  return fr`Sur ${counted(orders, "commande", "commandes", write)}, la valeur moyenne est de ${average ?? ""}, et la moitié vaut au plus ${middle ?? ""}.`;
}
