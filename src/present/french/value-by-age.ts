import type { ValueByAgeLabels } from "../../kpis/historical-clv-by-age-words.ts";
import { FRENCH_LABELS } from "./labels.ts";
import { STEPS } from "./steps.ts";
import { fr } from "./typography.ts";

/** Around values by age, in French. */
export const FRENCH_VALUE_BY_AGE: ValueByAgeLabels = {
  title: (every) => `Valeur vie client historique par âge en ${STEPS[every][1]}`,
  head: (every, confidence) => [
    ...[`${STEPS[every][1]} depuis la première commande`, "valeur par client"],
    ...[confidence === null ? "intervalle" : `intervalle à ${confidence}`, "clients", "cohortes"],
  ],
  empty: (every) => fr`Aucun client n'a encore atteint la fin d'un âge (en ${STEPS[every][1]}).`,
  noValue: FRENCH_LABELS.noValue,
  warnings: FRENCH_LABELS.warnings,
  assumptions: FRENCH_LABELS.assumptions,
  followed: (every) =>
    fr`Chaque ligne ne compte que les clients que les données suivent jusqu'à cet âge compris ; l'âge 0, en ${STEPS[every][1]}, est celui de la première commande.`,
};
