import type { Every } from "../../base/periods-of.ts";

/** A step of time: its noun, one and several. */
export const STEPS: Readonly<Record<Every, readonly [one: string, many: string]>> = {
  day: ["jour", "jours"],
  week: ["semaine", "semaines"],
  month: ["mois", "mois"],
  quarter: ["trimestre", "trimestres"],
  year: ["année", "années"],
};
