import type { ReportLabels } from "../../kpis/report-labels.ts";
import type { ReportSource } from "../../kpis/report-source.ts";
import type { SeriesLabels } from "../../kpis/series-blocks.ts";
import { capitalise, type ResultLabels } from "../../result/document.ts";
import type { ResultPeriod } from "../../result/kpi-result.ts";
import type { KpiName } from "../definitions.ts";
import { firstToLast, periodWords } from "./period-words.ts";
import { NO_VALUE } from "./reasons.ts";
import { STEPS } from "./steps.ts";
import { fr, typeset } from "./typography.ts";

/** Around a result. */
export const FRENCH_LABELS: ResultLabels = {
  heading: (title, value) => fr`${title} : ${value}`,
  warnings: "Avertissements",
  assumptions: "Hypothèses",
  noValue: "pas de valeur",
};

/** Around a series. */
export const FRENCH_SERIES: SeriesLabels = {
  heading: (title, every) => `${title} par ${STEPS[every][0]}`,
  noRows: typeset("Il n'y a aucune ligne datée."),
  head: (confidence) => [
    ...["période", "valeur"],
    ...[confidence === null ? "intervalle" : `intervalle à ${confidence}`, "n", "remarque"],
  ],
  period: (period) => periodWords(period).short,
  noValue: FRENCH_LABELS.noValue,
  interval: (lower, upper) => `de ${lower} à ${upper}`,
  without: (reason) => NO_VALUE[reason],
  incomplete: "incomplète",
  smallSample: "petit échantillon",
  warnings: FRENCH_LABELS.warnings,
};

/** Around a report. */
export const FRENCH_REPORT: ReportLabels = {
  title: "Rapport de fidélité client",
  introduction: (period, other) => {
    const asked = period === null ? fr`Toutes les lignes.` : fr`Période : ${spelled(period)}.`;
    return other === null ? asked : fr`${asked} Comparaison : ${spelled(other)}.`;
  },
  head: (confidence) => [
    ...(["Indicateur", "Valeur"] as const),
    ...([confidence === null ? "de" : `de (IC ${confidence})`, "à"] as const),
  ],
  before: "Avant",
  noValue: FRENCH_LABELS.noValue,
  of: (title, source) => `${title} (${SOURCES[source]})`,
  about: (sources, message) =>
    fr`${capitalise(sources.map((source) => SOURCES[source]).join(" et "))} : ${uncapitalise(message)}`,
  aboutRows: "À propos des données",
  explained: "Chaque chiffre expliqué",
  otherTools: "Pourquoi un autre outil peut donner un autre résultat",
  notComputed: "Non calculé",
  notComputedBefore: "Non calculé pour la période de comparaison",
  without: (kpi, reason) =>
    fr`${Object.hasOwn(KPIS, kpi) ? KPIS[kpi as KpiName] : kpi} : ${uncapitalise(reason)}`,
  missing: {
    "no-orders": () => typeset("Il n'y a pas de commandes : donnez `orders`."),
    "no-customers": () => typeset("Il n'y a pas de clients : donnez `orders` ou `subscriptions`."),
    "no-answers": (kpi) =>
      fr`Il n'y a pas de réponses ${kpi.toUpperCase()} : donnez \`answers\` avec \`survey\` « ${kpi} ».`,
    "no-period": () =>
      fr`Cet indicateur n'a pas de sens sans période : donnez \`period\`, par exemple \`"2025-Q2"\` ou \`"last 90 days"\`.`,
    "no-currency": () =>
      typeset(
        "Les lignes n'indiquent pas de devise : donnez l'option `currency`, par exemple « EUR ».",
      ),
    "no-subscriptions": () =>
      typeset(
        "L'attrition ne se convertit en mois ou en année que là où le départ est définitif : donnez `subscriptions`. Les clients d'une boutique qui sautent une période ne sont pas partis.",
      ),
    "no-churn": () => typeset("Il n'y a pas d'attrition à convertir."),
    "period-is-a-year": () => "La période est déjà une année.",
    "period-not-whole-months": () =>
      typeset("L'attrition ne se convertit en année qu'à partir d'une période de mois entiers."),
    "no-ces-version": () =>
      typeset(
        "Indiquez quelle question d'effort a été posée : `cesVersion` « 1.0 » (de 1 à 5, une note basse est bonne) ou « 2.0 » (de 1 à 7, une note élevée est bonne).",
      ),
  },
};

/** What follows a colon begins with a small letter. */
function uncapitalise(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The rows of a report by their kind. */
const SOURCES: Readonly<Record<ReportSource, string>> = {
  orders: "commandes",
  subscriptions: "abonnements",
  answers: "réponses",
};

/** The KPIs of a report by the names of their functions. */
const KPIS: Readonly<Record<KpiName, string>> = {
  retentionRate: "Taux de rétention",
  churnRate: typeset("Taux d'attrition"),
  convertChurnRate: typeset("Taux d'attrition converti"),
  repeatCustomerRate: "Taux de clients réguliers",
  purchaseFrequency: typeset("Fréquence d'achat"),
  timeBetweenPurchases: "Délai entre achats",
  timeToSecondOrder: typeset("Délai jusqu'à la deuxième commande"),
  averageOrderValue: "Panier moyen",
  historicalClv: "Valeur vie client historique",
  formulaClv: "Valeur vie client par formule",
  nps: "Net Promoter Score (NPS)",
  csat: "Satisfaction client (CSAT)",
  ces: typeset("Score d'effort client (CES)"),
};

/** `2e trimestre 2025 (du 1er avril 2025 au 30 juin 2025)`. */
function spelled(period: ResultPeriod): string {
  const { name } = periodWords(period);
  const days = firstToLast(period);
  return name.includes(" – ") ? days : `${name} (${days})`;
}
