import type { GapMethod } from "../../counts/collect-gaps.ts";
import type { PurchaseGapCounts } from "../../counts/purchase-gap-counts.ts";
import type { GapSymbol } from "../../kpis/time-between-purchases-words.ts";
import type { Wording } from "../../result/definition.ts";
import { capitalise } from "../../result/document.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { inPeriod, ofPeriod, ordersAssumptions } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";

const TITLES: Readonly<Record<GapMethod, string>> = {
  "mean-of-gaps": "délai entre achats",
  "mean-of-customers": "délai entre achats",
  median: "délai médian entre achats",
  "period-over-frequency": "délai entre achats",
  "kaplan-meier": "délai médian entre achats",
};

/** French words of the time between purchases in all its forms. */
export const gapWords: Wording<PurchaseGapCounts, GapSymbol> = (core, write) => {
  const when = inPeriod(core);
  const method = core.variant as GapMethod; // the words of this KPI's own definitions
  const found = core.reason === undefined ? measured(method, core, write) : without(core, when);
  return {
    title: TITLES[method],
    symbols: {
      gapDays: {
        name: "somme des délais",
        meaning: "jours entre achats consécutifs, additionnés",
      },
      gaps: {
        name: "nombre de délais",
        meaning: typeset("paires d'achats consécutifs d'un même client"),
      },
      customers: { name: "clients revenus", meaning: "clients ayant au moins deux achats" },
      meanGaps: {
        name: "somme des délais moyens",
        meaning: "délai moyen de chaque client, en jours, additionné sur les clients",
      },
      lowerMiddle: {
        name: "délai central inférieur",
        meaning: "en jours, les délais étant triés par longueur",
      },
      upperMiddle: {
        name: "délai central supérieur",
        meaning: "le suivant, ou le même si leur nombre est impair",
      },
      periodDays: { name: "jours de la période", meaning: "jours du début à la fin de la période" },
      purchases: { name: "achats", meaning: `achats de clients identifiés${when}` },
      buyers: { name: "acheteurs", meaning: `clients distincts ayant acheté${when}` },
      halfReached: {
        name: "jours au bout desquels la moitié a été suivie",
        meaning: typeset(
          "premier nombre de jours où l'estimation de Kaplan-Meier est descendue à un demi",
        ),
      },
    },
    sentence:
      core.reason !== undefined || when === ""
        ? `${capitalise(found)}.`
        : fr`Achats${ofPeriod(core)} : ${found}.`,
    assumptions: [...sameDay(core.counts), ...ASSUMED[method], ...ordersAssumptions(core)],
  };
};

function measured(method: GapMethod, core: ResultCore<PurchaseGapCounts>, write: Writer): string {
  const { gaps, customers, oneOrderCustomers } = core.counts;
  const value = write.value(core);
  const between = `${counted(gaps, "délai", "délais", write)} entre achats consécutifs`;
  switch (method) {
    case "mean-of-gaps":
      return `sur ${between}, la moyenne est de ${value}`;
    case "mean-of-customers":
      return fr`en moyenne sur ${counted(customers, "client revenu", "clients revenus", write)}, le délai entre achats est de ${value}`;
    case "median":
      return fr`sur ${between}, la moitié ne dépasse pas ${value}`;
    case "period-over-frequency": {
      const buyers = customers + oneOrderCustomers;
      const purchases = gaps + buyers;
      return `${counted(purchases, "achat", "achats", write)} de ${clients(buyers, write)}, ${agree(purchases, "réparti régulièrement, serait espacé", "répartis régulièrement, seraient espacés")} de ${value}`;
    }
    case "kaplan-meier":
      return fr`la moitié des achats sont suivis du prochain achat du client dans un délai de ${value}, compte tenu de ceux qui ne le sont pas encore`;
  }
}

function without({ counts, reason }: ResultCore<PurchaseGapCounts>, when: string): string {
  const none = typeset(" : il n'y a donc pas de délai entre achats");
  switch (reason) {
    case "no-customers":
      return fr`aucun client n'a acheté${when}${none}`;
    case "not-reached":
      return fr`à ce jour, moins de la moitié des achats${when} ont été suivis d'un autre : il n'y a donc pas encore de médiane`;
    case "missing-count":
    case "missing-column":
      return fr`les comptages ne contiennent pas ce que demande cette forme${none} sous cette forme`;
    default:
      return counts.gaps === 0
        ? fr`aucun client n'a acheté deux fois${when}${none}`
        : fr`la table des délais manque dans les comptages${none} sous cette forme`;
  }
}

function sameDay({ question }: PurchaseGapCounts): readonly string[] {
  if (question === null) return [];
  return [
    typeset(
      question.mergeSameDay
        ? "Les commandes d'un client le même jour forment un seul achat."
        : "Les commandes d'un client le même jour sont des achats distincts, avec un délai de 0 jour.",
    ),
  ];
}

const ASSUMED: Readonly<Record<GapMethod, readonly string[]>> = {
  "mean-of-gaps": [],
  "mean-of-customers": [],
  median: [],
  "period-over-frequency": [
    "Les achats sont supposés répartis régulièrement sur toute la période, y compris ceux de clients arrivés ou partis entre-temps.",
  ],
  "kaplan-meier": [
    typeset(
      "Chaque achat est suivi jusqu'au prochain achat du client ou jusqu'à la fin des données ; les clients pas encore revenus sont supposés semblables à ceux observés plus longtemps.",
    ),
  ],
};
