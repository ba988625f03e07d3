import type { CohortCounts, CohortValue } from "../../counts/cohort-counts.ts";
import { moneyUnit } from "../../counts/money-counts.ts";
import type { CohortCellCounts, CohortSymbol } from "../../kpis/cohort-cell-definition.ts";
import {
  type CohortsMeasured,
  type CohortTableWords,
  firstReached,
} from "../../kpis/cohort-table-words.ts";
import type { Wording } from "../../result/definition.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import {
  AVERAGE,
  AVERAGED,
  cohortAssumptions,
  cohortMembers,
  cohortSymbols,
  FOLLOWED,
  returned,
  stepsOf,
} from "./cohort-phrases.ts";
import { periodWords } from "./period-words.ts";
import { STEPS } from "./steps.ts";
import { fr, typeset } from "./typography.ts";

const TITLE = "rétention de la cohorte";

/** French words of one cell of a table of cohorts. */
export const cohortCellWords: Wording<CohortCellCounts, CohortSymbol> = (core, write) => {
  const { question, base } = core.counts;
  return {
    title: TITLE,
    symbols: cohortSymbols(question, base),
    sentence: cellSentence(core, write),
    assumptions: cohortAssumptions(question, base),
  };
};

function cellSentence(core: ResultCore<CohortCellCounts>, write: Writer): string {
  const { question, age, cohort, base, whole } = core.counts;
  const those = cohortMembers(question, cohort);
  if (core.reason === "not-reached") {
    return fr`Pour les clients ${those}, l'âge ${age} n'était pas révolu à la fin des données.`;
  }
  if (core.reason !== undefined) {
    return fr`Il n'y a pas de ${FOLLOWED[question.measure]} dont prendre une part : clients ${those}.`;
  }
  const value = write.value(core);
  if (question.measure !== "customers") {
    const before = fr`à l'âge ${base === "cohort" ? "0" : "précédent"}`;
    const [now, then] = [amount(core, core.counts.returned, write), amount(core, whole, write)];
    return fr`Les clients ${those} ont ${question.measure === "orders" ? "passé" : "rapporté"} ${now} à l'âge ${age}, contre ${then} ${before}, soit ${value}.`;
  }
  const [all, back] = [Number(whole), Number(core.counts.returned)];
  const before =
    base === "cohort" ? "" : fr` et ${agree(all, "revenu", "revenus")} à l'âge précédent`;
  return fr`Sur ${clients(all, write)} ${those}${before}, ${write.count(back)} ${returned(question, age, back)}, soit ${value}.`;
}

/** `12 commandes`, or `120,00 EUR`. */
function amount(
  { counts: { question, currency } }: ResultCore<CohortCellCounts>,
  value: CohortValue | null,
  write: Writer,
): string {
  return question.measure === "revenue"
    ? write.inUnit(value ?? 0, moneyUnit({ currency }))
    : counted(Number(value), "commande", "commandes", write);
}

/** A table of cohorts in French. */
export const FRENCH_COHORTS: CohortTableWords = {
  title: TITLE,
  heading: ({ measure, attribute, every }) => {
    const [step] = STEPS[every];
    const by = attribute === null ? `par ${step}` : fr`par « ${attribute} » et par ${step}`;
    return `${HEADINGS[measure]} ${by}`;
  },
  symbols: cohortSymbols,
  sentence: tableSentence,
  assumptions: cohortAssumptions,
  average: AVERAGE,
  head: ["cohorte", "clients"],
  all: "toutes",
  cohort: (name, period) => (period === null ? name : periodWords(period).short),
  small: (cohorts, advised, write) =>
    fr`${counted(cohorts, "cohorte compte", "cohortes comptent", write)} moins de ${clients(advised, write)} ; ${agree(cohorts, "son taux varie", "leurs taux varient")} fortement à chaque client.`,
  empty: (cohorts, write) =>
    fr`Les cohortes sans client ne sont pas montrées : ${write.count(cohorts)}.`,
  partial: typeset("* Compté avant la fin de la période : la valeur peut encore augmenter."),
};

const HEADINGS: Readonly<Record<CohortCounts["question"]["measure"], string>> = {
  customers: "Rétention des cohortes",
  orders: "Rétention des commandes des cohortes",
  revenue: typeset("Rétention du chiffre d'affaires des cohortes"),
};

/** Says the first age after 0 that any cohort reached. */
function tableSentence(
  { cohorts, question }: CohortCounts,
  { base, average, ages, averages }: CohortsMeasured,
  write: Writer,
): string {
  const peopled = cohorts.filter(({ size }) => size > 0).length;
  if (peopled === 0) {
    return typeset("Il n'y a pas de commandes de clients : il n'y a donc pas de cohortes.");
  }
  const customers = cohorts.reduce((sum, { size }) => sum + size, 0);
  const start = `${counted(peopled, "cohorte", "cohortes", write)} de ${clients(customers, write)} au total`;
  const reached = firstReached(ages, averages);
  if (reached === null) {
    return fr`${start} ; aucune n'a encore été observée jusqu'à la fin d'un âge.`;
  }
  const { age, exact, cohorts: observed } = reached;
  const share = write.share(exact);
  const before = base === "cohort" ? "0" : "précédent";
  const found = {
    customers: `${share} des clients étaient revenus`,
    orders: fr`les commandes atteignaient ${share} de celles de l'âge ${before}`,
    revenue: fr`le chiffre d'affaires atteignait ${share} de celui de l'âge ${before}`,
  }[question.measure];
  return fr`${start} : à l'âge ${age} (${stepsOf(question, age)}), ${found}, ${AVERAGED[average]} sur ${counted(observed, "cohorte", "cohortes", write)}.`;
}
