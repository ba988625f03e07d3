import type { GapMethod } from "../counts/collect-gaps.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
import { counted } from "../result/plural.ts";
import { people } from "./retention-words.ts";
import type { VariantWords } from "./variants.ts";

/** Why each form of the time between purchases differs from the default, and who uses it, in English. */
export const gapVariantWords: Readonly<Record<GapMethod, VariantWords<PurchaseGapCounts>>> = {
  "mean-of-gaps": {
    difference: () => "The default: every gap counts once, so customers who buy often weigh most.",
    usedBy: [],
  },
  "mean-of-customers": {
    difference: ({ counts }, _, write) =>
      `Counts each of ${people(counts.customers, write)} once, not each of ${counted(write.count(counts.gaps), "gap")}.`,
    usedBy: [],
  },
  median: {
    difference: (core, usual, write) =>
      `Takes the middle one of ${counted(write.count(core.counts.gaps), "gap")}: ${
        (core.value ?? 0) < (usual.value ?? 0)
          ? "a few long gaps pull the mean up."
          : "long gaps do not move it."
      }`,
    usedBy: [],
  },
  "period-over-frequency": {
    difference: ({ counts }, _, write) => {
      const buyers = counts.customers + counts.oneOrderCustomers;
      return `Spreads ${counted(write.count(counts.gaps + buyers), "purchase")} of ${people(buyers, write)} over ${counted(write.count(counts.periodDays ?? 0), "day")}, before the first and after the last one too.`;
    },
    usedBy: ["most articles"],
  },
  "kaplan-meier": {
    difference: ({ counts }, _, write) => {
      const open = (counts.openGaps ?? []).reduce((sum, [, customers]) => sum + customers, 0);
      return `Also follows ${counted(write.count(open), "last purchase that is", "last purchases that are")} without a next one so far.`;
    },
    usedBy: [],
  },
};
