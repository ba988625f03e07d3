import type { ChurnConversionCounts, ChurnSpan } from "../../kpis/convert-churn-rate.ts";
import type { Wording } from "../../result/definition.ts";
import { agree } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";

/** How a span is said: as an adjective, with its article, per, and each. */
interface SpanWords {
  readonly adjective: { readonly masculine: string; readonly feminine: string };
  readonly one: string;
  readonly per: string;
  readonly each: string;
}

const SPANS: Readonly<Record<ChurnSpan, SpanWords>> = {
  month: {
    adjective: { masculine: "mensuel", feminine: "mensuelle" },
    ...{ one: "un mois", per: "par mois", each: "chaque mois" },
  },
  quarter: {
    adjective: { masculine: "trimestriel", feminine: "trimestrielle" },
    ...{ one: "un trimestre", per: "par trimestre", each: "chaque trimestre" },
  },
  "half-year": {
    adjective: { masculine: "semestriel", feminine: "semestrielle" },
    ...{ one: "un semestre", per: "par semestre", each: "chaque semestre" },
  },
  year: {
    adjective: { masculine: "annuel", feminine: "annuelle" },
    ...{ one: "un an", per: "par an", each: "chaque année" },
  },
};

const ANY_SPAN: SpanWords = {
  adjective: { masculine: typeset("d'une période"), feminine: typeset("d'une période") },
  ...{ one: "une période", per: "par période", each: "à chaque période" },
};

/** French words of churn converted to another period. */
export const churnConversionWords: Wording<ChurnConversionCounts, "churn" | "periods"> = (
  core,
  write,
) => {
  const { churn, periods, named } = core.counts;
  const from = named === null ? ANY_SPAN : SPANS[named.from];
  const number = write.inUnit(periods, { kind: "count" });
  const over = `sur ${number} ${agree(periods, "période", "périodes")}`;
  const to = named === null ? over : SPANS[named.to].adjective.feminine;
  return {
    title: fr`taux d'attrition ${named === null ? over : SPANS[named.to].adjective.masculine}`,
    symbols: {
      churn: {
        name: `attrition ${from.adjective.feminine}`,
        meaning: `part des clients perdue en ${from.one}`,
      },
      periods: {
        name: "nombre de périodes",
        meaning: `combien de fois la nouvelle période contient ${from.one}`,
      },
    },
    sentence: fr`Une attrition de ${write.share(churn)} ${from.per} équivaut, si elle reste constante, à une attrition ${to} de ${write.value(core)}.`,
    assumptions: [
      fr`On perd ${from.each} la même part des clients restants : les pertes se composent et ne s'additionnent pas.`,
    ],
  };
};
