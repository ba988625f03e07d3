import type { GapMethod } from "../counts/collect-gaps.ts";
import type { PurchaseGapCounts } from "../counts/purchase-gap-counts.ts";
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
      `Counts each of ${people(counts.customers, write)} once, not each of ${write.count(counts.gaps)} gaps.`,
    usedBy: [],
  },
  median: {
    difference: (core, usual, write) =>
      `Takes the middle one of ${write.count(core.counts.gaps)} gaps: ${
        (core.value ?? 0) < (usual.value ?? 0)
          ? "a few long gaps pull the mean up."
          : "long gaps do not move it."
      }`,
    usedBy: [],
  },
  "period-over-frequency": {
    difference: ({ counts }, _, write) => {
      const buyers = counts.customers + counts.oneOrderCustomers;
      return `Spreads ${write.count(counts.gaps + buyers)} purchases of ${people(buyers, write)} over ${write.count(counts.periodDays ?? 0)} days, before the first and after the last one too.`;
    },
    usedBy: ["most articles"],
  },
  "kaplan-meier": {
    difference: ({ counts }, _, write) => {
      const open = (counts.openGaps ?? []).reduce((sum, [, customers]) => sum + customers, 0);
      return `Also follows ${write.count(open)} last purchases that are without a next one so far.`;
    },
    usedBy: [],
  },
};
