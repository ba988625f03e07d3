import type { Language } from "../../result/language.ts";
import { agree } from "./agreement.ts";
import { currencySign, fr } from "./typography.ts";
import { frenchWarning } from "./warnings.ts";

const THIN = "\u202f";
const HARD = "\u00a0";

/** French: number style, and the words of intervals and warnings. */
export const french: Language = {
  locale: "fr",
  style: { decimal: ",", group: THIN, percentGap: THIN },
  formula: { total: "somme", logarithm: "ln", between: `${THIN}; ` },
  interval: (confidence, lower, upper) =>
    fr`intervalle de confiance à ${confidence} : de ${lower} à ${upper}`,
  days: (count) => `${count}${HARD}${agree(numberOf(count), "jour", "jours")}`,
  money: (amount, currency) => `${amount}${HARD}${currencySign(currency)}`,
  warning: frenchWarning,
};

/** The number behind a written one. */
function numberOf(written: string): number {
  return Number(written.replaceAll(THIN, "").replace(",", ".").replace("−", "-"));
}
