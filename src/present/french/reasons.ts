import type { NoValueReason } from "../../result/kpi-result.ts";
import { typeset } from "./typography.ts";

/** Why there is no value, in a few words. */
export const NO_VALUE: Readonly<Record<NoValueReason, string>> = {
  "no-customers-at-start": "aucun client au début",
  "no-customers-at-end": "aucun client à la fin",
  "no-customers": "aucun client",
  "no-orders": "aucune commande",
  "no-repeat-purchases": "aucun réachat",
  "no-responses": "aucune réponse",
  "no-revenue": typeset("aucun chiffre d'affaires"),
  "missing-column": "colonne manquante",
  "missing-count": "comptage manquant",
  diverges: "sans limite",
  "not-reached": "pas encore atteint",
  "undefined-mean": "moyenne non définie",
};
