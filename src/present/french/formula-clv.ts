import type { FormulaClvCounts } from "../../counts/formula-clv-counts.ts";
import { moneyUnit } from "../../counts/money-counts.ts";
import type { ClvFormula } from "../../kpis/formula-clv-form.ts";
import type { FormulaClvSymbol } from "../../kpis/formula-clv-symbol.ts";
import { clvMissing, isRevenueOnly } from "../../kpis/formula-clv-values.ts";
import type { Wording } from "../../result/definition.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, clients, counted } from "./agreement.ts";
import { formulaClvSymbols } from "./formula-clv-symbols.ts";
import { inPeriod } from "./orders-phrases.ts";
import { fr, typeset } from "./typography.ts";

type ClvCore = ResultCore<FormulaClvCounts>;

/** French words of customer lifetime value by formula. */
export const formulaClvWords: Wording<FormulaClvCounts, FormulaClvSymbol> = (core, write) => {
  const formula = core.variant as ClvFormula; // as its definition says
  return {
    title:
      core.counts.cac === null
        ? "valeur vie client par formule"
        : typeset("valeur vie client par formule, nette du coût d'acquisition"),
    symbols: formulaClvSymbols(core),
    sentence: core.reason === undefined ? measured(formula, core, write) : without(formula, core),
    assumptions: [ASSUMPTIONS[formula]],
  };
};

const AS_GIVEN = typeset(
  "Le client reste le temps indiqué ; l'argent à venir vaut autant que celui d'aujourd'hui.",
);

const ASSUMPTIONS: Readonly<Record<ClvFormula, string>> = {
  "perpetuity-end": typeset(
    "Rétention, profit et actualisation restent les mêmes à jamais ; le premier profit vient à la fin de la première période, de ceux qui sont restés.",
  ),
  "perpetuity-start": typeset(
    "Rétention, profit et actualisation restent les mêmes à jamais ; le premier profit vient maintenant, avec certitude.",
  ),
  "arpa-over-churn": typeset(
    "Attrition et profit restent les mêmes à jamais ; le premier profit vient maintenant, et l'argent à venir vaut autant que celui d'aujourd'hui.",
  ),
  simple: AS_GIVEN,
  "profit-times-duration": AS_GIVEN,
  finite: typeset(
    "Rétention, profit et actualisation restent les mêmes ; le premier profit vient à la fin de la première période, et plus rien après la dernière.",
  ),
  "cohort-curve": typeset(
    "Les clients restent comme ceux qui ont été observés, et rien n'est compté après le dernier âge observé ; le premier profit vient maintenant.",
  ),
};

function measured(formula: ClvFormula, core: ClvCore, write: Writer): string {
  const { counts } = core;
  const isRevenue = isRevenueOnly(formula, counts);
  const net =
    counts.cac === null
      ? ""
      : fr`, après déduction des ${write.inUnit(counts.cac, core.unit)} d'acquisition`;
  return fr`${given(formula, core, write)}, un client vaut ${write.value(core)} en ${moneyOf(isRevenue)}${ENDINGS[formula]}${net}.`;
}

const ENDINGS: Readonly<Record<ClvFormula, string>> = {
  "perpetuity-end": ", à partir de la fin de la prochaine période",
  "perpetuity-start": ", à partir de maintenant",
  "arpa-over-churn": ", à partir de maintenant, sans actualisation",
  simple: ", sans actualisation",
  "profit-times-duration": ", sans actualisation",
  finite: ", de la fin de la prochaine période à la dernière",
  "cohort-curve": ", de maintenant au dernier âge observé",
};

/** What the formula was put to. */
function given(formula: ClvFormula, core: ClvCore, write: Writer): string {
  const { counts, unit } = core;
  const periods = periodsOf(core, write);
  if (counts.from === "orders") return givenByOrders(formula, core, write);
  const rate = fr`un taux d'actualisation de ${write.share(counts.discount ?? 0)} par période`;
  if (formula === "cohort-curve" && counts.revenueByAge !== null) {
    const [[, customers] = ["0", 0]] = counts.revenueByAge;
    return fr`Avec ce que ${clients(customers, write)} des cohortes ${agree(customers, "a", "ont")} rapporté à chaque âge et ${rate}`;
  }
  if (formula === "simple") {
    return `Avec des commandes de ${write.inUnit(counts.averageOrderValue ?? 0, unit)}, au nombre de ${write.plain(String(counts.ordersPerPeriod ?? 0))} par période, pendant ${periods}`;
  }
  const money = write.inUnit(counts.profit ?? counts.revenue ?? 0, unit);
  const each = `Avec ${money} de ${moneyOf(counts.profit === null)} par période`;
  if (formula === "profit-times-duration") return `${each} pendant ${periods}`;
  const kept =
    counts.churn === null
      ? fr`${write.share(counts.retention ?? 0)} des clients conservés d'une période à l'autre`
      : fr`${write.share(counts.churn)} des clients perdus d'une période à l'autre`;
  if (formula === "arpa-over-churn") return `${each} et ${kept}`;
  if (formula === "cohort-curve") return `${each}, des clients conservés comme observé et ${rate}`;
  return `${each}, ${kept} et ${rate}${formula === "finite" ? ` sur ${periods}` : ""}`;
}

function givenByOrders(formula: ClvFormula, core: ClvCore, write: Writer): string {
  const { counts } = core;
  if (counts.from === "numbers") return "";
  const periods = periodsOf(core, write);
  const money = write.inUnit(counts.revenue, moneyUnit(counts));
  const from = fr`Avec un chiffre d'affaires de ${money} pour ${clients(counts.customers, write)}${inPeriod({ ...core, counts })}`;
  if (formula === "simple") {
    return `${from}, ${counted(counts.orders, "commande", "commandes", write)} et ${periods}`;
  }
  if (formula === "profit-times-duration") return `${from} et ${periods}`;
  const { retainedCustomers, customersAtStart } = counts;
  const kept = `${counted(retainedCustomers, "acheteur conservé", "acheteurs conservés", write)} sur ${write.count(customersAtStart)}`;
  if (formula === "arpa-over-churn") return `${from} et ${kept}`;
  const rate = fr`un taux d'actualisation de ${write.share(counts.annualDiscountRate ?? 0)} par an`;
  return `${from}, ${kept} et ${rate}${formula === "finite" ? ` sur ${periods}` : ""}`;
}

function periodsOf({ counts }: ClvCore, write: Writer): string {
  const periods = counts.periods ?? 0;
  return `${write.plain(String(periods))} ${agree(periods, "période", "périodes")}`;
}

function moneyOf(isRevenue: boolean): string {
  return isRevenue ? typeset("chiffre d'affaires") : "profit";
}

function without(formula: ClvFormula, core: ClvCore): string {
  const { counts, reason } = core;
  if (reason === "missing-count") {
    const missing = clvMissing(formula, counts);
    return counts.from === "orders" && missing === "survival"
      ? typeset("Il faut la survie observée : donnez des nombres avec `survival`.")
      : `Il manque \`${missing}\`.`;
  }
  if (reason === "diverges") {
    return typeset(
      "La valeur est sans limite : la rétention doit être inférieure à 1 plus le taux d'actualisation, et l'attrition supérieure à 0.",
    );
  }
  return fr`Il n'y a eu aucun client dont tirer une rétention ou un chiffre d'affaires${inPeriod(core)} : il n'y a donc pas de valeur vie client.`;
}
