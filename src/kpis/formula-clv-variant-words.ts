import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { ClvFormula } from "./formula-clv-form.ts";
import type { VariantWords } from "./variants.ts";

type ClvCore = ResultCore<FormulaClvCounts>;

/** Why each formula differs from the default, and who uses it, in English. */
export const formulaClvVariantWords: Readonly<Record<ClvFormula, VariantWords<FormulaClvCounts>>> =
  {
    "perpetuity-end": {
      difference: () => "The default: the first profit after one period, from those who stayed.",
      usedBy: ["marketing research (Gupta & Lehmann)"],
    },
    "perpetuity-start": {
      difference: (core, usual, write) =>
        usual.value === null || core.value === null
          ? "Counts a first profit now, for certain."
          : `Adds a first profit of ${write.inUnit(core.value - usual.value, core.unit)} now, for certain.`,
      usedBy: [],
    },
    "arpa-over-churn": {
      difference: (core, _, write) =>
        `Counts a first profit now and does not discount: profit for ever from a customer of whom ${write.share(churnOf(core))} is lost each period.`,
      usedBy: ["subscription software"],
    },
    simple: {
      difference: (core, _, write) =>
        `Takes ${periods(core, write)} as given instead of retention, and does not discount${core.counts.margin === null ? "; it is revenue, not profit" : ""}.`,
      usedBy: ["most articles"],
    },
    "profit-times-duration": {
      difference: (core, _, write) =>
        `Takes ${periods(core, write)} as given instead of retention, and does not discount.`,
      usedBy: [],
    },
    finite: {
      difference: (core, usual, write) => {
        const later = (usual.value ?? 0) - (core.value ?? 0);
        return usual.value === null
          ? `Stops after ${periods(core, write)}.`
          : `Stops after ${periods(core, write)}: ${write.inUnit(later, core.unit)} of later profit are left out.`;
      },
      usedBy: [],
    },
    "cohort-curve": {
      difference: ({ counts }, _, write) =>
        `Takes customers as they were seen to stay, over ${counted(write.count(agesOf(counts)), "age")}, and stops there.`,
      usedBy: [],
    },
  };

function agesOf(counts: FormulaClvCounts): number {
  return counts.from === "orders" ? 0 : ((counts.revenueByAge ?? counts.survival)?.length ?? 0);
}

function periods({ counts }: ClvCore, write: Writer): string {
  return counted(write.plain(String(counts.periods ?? 0)), "period");
}

function churnOf({ counts }: ClvCore): number {
  if (counts.from === "numbers") return counts.churn ?? 1 - (counts.retention ?? 0);
  return 1 - counts.retainedCustomers / counts.customersAtStart;
}
