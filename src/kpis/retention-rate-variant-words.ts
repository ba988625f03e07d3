import type { RetentionCounts } from "../counts/retention-counts.ts";
import { plural } from "../result/plural.ts";
import type { RetentionVariant } from "./retention-rate-form.ts";
import { keptBy } from "./retention-rate-formulas.ts";
import { people } from "./retention-words.ts";
import type { VariantWords } from "./variants.ts";

/** Why each form of retention differs from the default, and who uses it, in English. */
export const retentionVariantWords: Readonly<
  Record<RetentionVariant, VariantWords<RetentionCounts>>
> = {
  cohort: {
    difference: () => "The default: of the customers at the start, those who are still there.",
    usedBy: ["ChartMogul (standard)"],
  },
  counts: {
    difference: ({ counts }, usual, write) => {
      if (usual.variant === "counts") {
        return "The default where it is not known who was kept: end less new, over start.";
      }
      const passing = (usual.counts.retainedCustomers ?? 0) - keptBy("counts", counts);
      if (passing < 0) return `Counts ${people(-passing, write)} who came back as kept.`;
      return passing === 0
        ? "The same here: nobody joined and left within the period."
        : `Takes off ${people(passing, write)} who joined and left within the period.`;
    },
    usedBy: ["most articles"],
  },
  "counts-with-returned": {
    difference: ({ counts }, _, write) => {
      const returned = counts.returnedCustomers ?? 0;
      return returned === 0
        ? "As the form by counts: no former customer came back."
        : `Counts ${people(returned, write)} who came back as kept, and takes off all who joined.`;
    },
    usedBy: [],
  },
  "end-over-start": {
    difference: ({ counts }, usual, write) => {
      const form = usual.variant === "counts" ? "counts" : "cohort";
      const more = keptBy("end-over-start", counts) - keptBy(form, usual.counts);
      return `Counts ${write.count(more)} at the end who ${plural(more, "was", "were")} not there at the start: no retention rate.`;
    },
    usedBy: [],
  },
  "repeat-active": {
    difference: ({ counts }, usual, write) =>
      usual.counts.question?.inactiveAfterDays === undefined
        ? "The same: from orders, the default asks who bought in both periods."
        : `Asks ${people(counts.customersAtStart, write)} who bought in the period before, not ${write.count(usual.counts.customersAtStart)} still active, and whether they bought again.`,
    usedBy: [],
    refused: "It is counted from orders: who bought in both periods.",
  },
};
