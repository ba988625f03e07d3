import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import { type ChurnVariant, hasExposure, joinedOf, lostOf } from "./churn-rate-formulas.ts";
import { people } from "./retention-words.ts";
import type { VariantWords } from "./variants.ts";

/** Why each form of churn differs from the default, and who uses it, in English. */
export const churnVariantWords: Readonly<Record<ChurnVariant, VariantWords<RetentionCounts>>> = {
  starters: {
    difference: () => "The default: customers of the start only, so exactly one minus retention.",
    usedBy: ["ChartMogul (standard)"],
  },
  counts: {
    difference: () =>
      "The default where it is not known who was kept: start plus new minus end, over start.",
    usedBy: [],
  },
  all: {
    difference: ({ counts }, usual, write) => {
      if (usual.counts.retainedCustomers === null) return "The same: it counts the same losses.";
      const passing = passingThrough(counts, usual.counts.retainedCustomers);
      return passing === 0
        ? "The same here: nobody joined and left within the period."
        : `Counts ${people(passing, write)} who joined and left within the period.`;
    },
    usedBy: ["most articles", "Recurly (basic)", "Chargify"],
  },
  average: {
    difference: ({ counts }, _, write) =>
      `Sets ${losses(counts, write)} against the mean of ${ends(counts, write)}.`,
    usedBy: ["finance", "HR"],
  },
  mid: {
    difference: ({ counts }, _, write) =>
      `Sets ${losses(counts, write)} against ${atStart(counts, write)} and half of the ${joiners(counts, write)}, who were there for part of the period.`,
    usedBy: [],
  },
  "start-plus-new": {
    difference: ({ counts }, _, write) =>
      `Sets ${losses(counts, write)} against ${atStart(counts, write)} and all ${joiners(counts, write)}, though these had less time to leave.`,
    usedBy: [],
  },
  end: {
    difference: ({ counts }, _, write) =>
      `Sets ${losses(counts, write)} against ${people(counts.customersAtEnd ?? 0, write)} at the end, new ones among them.`,
    usedBy: ["old reports"],
  },
  "exposure-hazard": {
    difference: ({ counts }, _, write) =>
      `Sets ${losses(counts, write)} against ${exposure(counts, write)}: everybody counts for as long as they were there.`,
    usedBy: ["Shopify (Noble 2011)", "Recurly (customer days)"],
  },
  "exposure-probability": {
    difference: ({ counts }, _, write) =>
      `Turns ${losses(counts, write)} against ${exposure(counts, write)} into the chance that a customer present all the period is lost.`,
    usedBy: [],
  },
  voluntary: {
    difference: ({ counts }, usual, write) =>
      `Counts ${write.count(counts.voluntaryLostStarters ?? 0)} of the ${lostStarters(usual.counts, write)}: those who left by their own will.`,
    usedBy: [],
  },
  involuntary: {
    difference: ({ counts }, usual, write) =>
      `Counts ${write.count(counts.involuntaryLostStarters ?? 0)} of the ${lostStarters(usual.counts, write)}: those whose payment failed.`,
    usedBy: [],
  },
};

/** Lost, but not of the customers at the start. */
function passingThrough(counts: RetentionCounts, retainedCustomers: number): number {
  return lostOf(counts) - (counts.customersAtStart - retainedCustomers);
}

function lostStarters(counts: RetentionCounts, write: Writer): string {
  const lost = counts.customersAtStart - (counts.retainedCustomers ?? 0);
  return counted(write.count(lost), "lost starter");
}

function losses(counts: RetentionCounts, write: Writer): string {
  return counted(write.count(lostOf(counts)), "loss", "losses");
}

function atStart({ customersAtStart }: RetentionCounts, write: Writer): string {
  return `${people(customersAtStart, write)} at the start`;
}

function joiners(counts: RetentionCounts, write: Writer): string {
  return `${write.count(joinedOf(counts))} who joined`;
}

function ends(counts: RetentionCounts, write: Writer): string {
  return `${atStart(counts, write)} and ${write.count(counts.customersAtEnd ?? 0)} at the end`;
}

function exposure(counts: RetentionCounts, write: Writer): string {
  return hasExposure(counts)
    ? `${counted(write.count(counts.customerDays ?? 0), "day")} as customers`
    : `an exposure of the mean of ${ends(counts, write)}`;
}
