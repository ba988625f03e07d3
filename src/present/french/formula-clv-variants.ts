import type { FormulaClvCounts } from "../../counts/formula-clv-counts.ts";
import type { ClvFormula } from "../../kpis/formula-clv-form.ts";
import type { ResultCore } from "../../result/kpi-result.ts";
import type { Writer } from "../../result/language.ts";
import { agree, counted } from "./agreement.ts";
import { fr, typeset } from "./typography.ts";
import { ARTICLES, type FrenchVariantWords } from "./variant-words.ts";

type ClvCore = ResultCore<FormulaClvCounts>;

/** Why each formula differs from the default, and who uses it, in French. */
export const formulaClvVariantWords: Readonly<
  Record<ClvFormula, FrenchVariantWords<FormulaClvCounts>>
> = {
  "perpetuity-end": {
    name: "perpétuité, fin de période",
    difference: () =>
      typeset(
        "La définition par défaut : le premier profit vient après une période, de ceux qui sont restés.",
      ),
    usedBy: ["la recherche en marketing (Gupta et Lehmann)"],
  },
  "perpetuity-start": {
    name: "perpétuité, début de période",
    difference: (core, usual, write) =>
      usual.value === null || core.value === null
        ? "Compte un premier profit maintenant, avec certitude."
        : fr`Ajoute un premier profit de ${write.inUnit(core.value - usual.value, core.unit)} maintenant, avec certitude.`,
    usedBy: [],
  },
  "arpa-over-churn": {
    name: "profit sur attrition",
    difference: (core, _, write) =>
      fr`Compte un premier profit maintenant et n'actualise pas : un profit à jamais, dont ${write.share(churnOf(core))} se perd à chaque période.`,
    usedBy: ["les logiciels par abonnement"],
  },
  simple: {
    name: "simple",
    difference: (core, _, write) =>
      fr`${asGiven(core, write)}${core.counts.margin === null ? fr` ; c'est un chiffre d'affaires, non un profit` : ""}.`,
    usedBy: [ARTICLES],
  },
  "profit-times-duration": {
    name: "profit fois durée",
    difference: (core, _, write) => `${asGiven(core, write)}.`,
    usedBy: [],
  },
  finite: {
    name: "durée finie",
    difference: (core, usual, write) => {
      const stops = fr`S'arrête après ${periods(core, write)}`;
      if (usual.value === null) return `${stops}.`;
      const later = write.inUnit(usual.value - (core.value ?? 0), core.unit);
      return fr`${stops} : ${later} de profit ultérieur sont laissés de côté.`;
    },
    usedBy: [],
  },
  "cohort-curve": {
    name: "courbe de survie observée",
    difference: ({ counts }, _, write) => {
      const ages =
        counts.from === "orders" ? 0 : ((counts.revenueByAge ?? counts.survival)?.length ?? 0);
      return fr`Prend les clients tels qu'on les a vus rester, sur ${counted(ages, "âge", "âges", write)}, et s'arrête là.`;
    },
    usedBy: [],
  },
};

function asGiven(core: ClvCore, write: Writer): string {
  return fr`Prend la durée indiquée (${periods(core, write)}) au lieu de la rétention, et n'actualise pas`;
}

function periods({ counts }: ClvCore, write: Writer): string {
  const given = counts.periods ?? 0;
  return `${write.plain(String(given))} ${agree(given, "période", "périodes")}`;
}

function churnOf({ counts }: ClvCore): number {
  if (counts.from === "numbers") return counts.churn ?? 1 - (counts.retention ?? 0);
  return 1 - counts.retainedCustomers / counts.customersAtStart;
}
