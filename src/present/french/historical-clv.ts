import type { CustomerValueCounts } from "../../counts/customer-value-counts.ts";
import { moneyUnit } from "../../counts/money-counts.ts";
import {
  type CustomerValueSymbol,
  type HistoricalClvVariant,
  VALUE_COUNTS,
} from "../../kpis/historical-clv-words.ts";
import type { Wording } from "../../result/definition.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { inPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { STEPS } from "./steps.ts";
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
  const { source, throughAge, npsClass } = counts.question ?? {};
  const isAcquired = source === "cohorts" || throughAge !== undefined;
  const [one, many] = npsClass === undefined ? ["client", "clients"] : CLASSES[npsClass];
  const brought = `${isAcquired ? `acquis${when} ` : ""}${agree(counts.customers, "a", "ont")} rapporté`;
  const soFar = throughAge === undefined ? "à ce jour" : through(throughAge, write);
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
        meaning: isAcquired
          ? `clients acquis${when}`
          : npsClass === undefined
            ? `clients distincts ayant une commande ou un remboursement${when}`
            : `clients dont la dernière réponse fait des ${many}, avec ou sans commande${when}`,
      },
    },
    sentence:
      core.reason === undefined
        ? fr`${counted(counts.customers, one, many, write)} ${brought} ${money} nets de remboursements${isAcquired ? "" : when}${share}, soit, par client ${soFar}, un ${kind} de ${write.value(core)}${net}.`
        : fr`Il n'y a eu aucun ${one}${npsClass === undefined ? when : " parmi les clients"} : il n'y a donc pas de valeur vie client historique.`,
    assumptions: [
      throughAge === undefined
        ? typeset(
            "Les clients n'ont pas tous la même ancienneté : la valeur croît tant qu'ils restent et n'est pas une prévision.",
          )
        : followed(throughAge, write),
      ...(source === "cohorts"
        ? [
            typeset(
              "Les clients et leurs montants sont ceux des lignes de cohortes, tels qu'ils y ont été comptés.",
            ),
          ]
        : []),
      ...(npsClass === undefined
        ? []
        : ["Un client qui a répondu sans commander compte, avec une valeur de 0."]),
      ...ordersAssumptions(core),
    ],
  };
};

/** Customers by the class of their latest answer. */
const CLASSES = {
  promoter: ["promoteur", "promoteurs"],
  passive: ["passif", "passifs"],
  detractor: ["détracteur", "détracteurs"],
} as const;

type Age = NonNullable<NonNullable<CustomerValueCounts["question"]>["throughAge"]>;

/** `jusqu'au mois 2 compris`. */
function through({ every, age }: Age, write: Writer): string {
  const step = `${STEPS[every][0]} ${write.count(age)}`;
  return every === "week" || every === "year"
    ? fr`jusqu'à ${every === "week" ? "la " : fr`l'`}${step} comprise`
    : fr`jusqu'au ${step} compris`;
}

function followed({ every, age }: Age, write: Writer): string {
  const [first, article] =
    every === "week" || every === "year"
      ? ["première", every === "week" ? "la " : fr`l'`]
      : ["premier", "le "];
  return fr`Seuls comptent les clients que les données suivent ${through({ every, age }, write)}, à compter de leur ${first}, qui est ${article}${STEPS[every][0]} 0 ; ce qu'ils ont rapporté ensuite n'est pas compté.`;
}

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
