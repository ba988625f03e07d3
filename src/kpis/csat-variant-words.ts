import type { CsatCounts } from "../counts/csat-counts.ts";
import type { ResultCore } from "../result/kpi-result.ts";
import type { Writer } from "../result/language.ts";
import { counted } from "../result/plural.ts";
import type { CsatVariant } from "./csat-form.ts";
import { csatNumber } from "./csat-symbols.ts";
import type { VariantWords } from "./variants.ts";

type CsatCore = ResultCore<CsatCounts>;

/** Why each form of satisfaction differs from the default, and who uses it, in English. */
export const csatVariantWords: Readonly<Record<CsatVariant, VariantWords<CsatCounts>>> = {
  "top-box": {
    difference: () => "The default: satisfied answers among all answers.",
    usedBy: ["most survey tools"],
  },
  "top-1": {
    difference: (core, _, write) => {
      const less = core.counts.satisfied - (csatNumber(core.counts, "highest") ?? 0);
      return less === 0
        ? "The same here: every satisfied answer is the highest score."
        : `Leaves out ${answers(less, write)} satisfied but not at the highest score.`;
    },
    usedBy: [],
  },
  mean: {
    difference: () => "A mean of scores, not a share of answers: a 1 weighs more than a 3.",
    usedBy: [],
  },
  normalised: {
    difference: () =>
      "The mean as a place on the scale, 0 to 1; it looks like a share of answers and is none.",
    usedBy: [],
  },
  "exclude-neutral": { difference: leavesOutNeutral, usedBy: [] },
  "good-bad": { difference: leavesOutNeutral, usedBy: ["Zendesk"] },
  "good-bad-neutral-is-bad": {
    difference: () => "The same: every answer is good or bad, the neutral ones bad.",
    usedBy: ["help desks that map 3 of 5 to bad"],
  },
  dissatisfied: {
    difference: (core, _, write) => {
      const neutral = neutralOf(core);
      return neutral === 0
        ? "Counts the dissatisfied instead: one minus the default here, since nobody was neutral."
        : `Counts the dissatisfied instead; ${answers(neutral, write)} neutral, so it is not one minus the default.`;
    },
    usedBy: [],
  },
  "dissatisfied-neutral-is-bad": {
    difference: () => "One minus the default: every answer below the top box.",
    usedBy: ["Kaizo"],
  },
};

function leavesOutNeutral(core: CsatCore, _: CsatCore, write: Writer): string {
  const neutral = neutralOf(core);
  return neutral === 0
    ? "The same here: no answer was neutral."
    : `Leaves out ${answers(neutral, write)} neither satisfied nor dissatisfied.`;
}

function neutralOf({ counts }: CsatCore): number {
  return (csatNumber(counts, "notSatisfied") ?? 0) - (csatNumber(counts, "dissatisfied") ?? 0);
}

/** `1 answer that was`, `10 answers that were`. */
function answers(count: number, write: Writer): string {
  return counted(write.count(count), "answer that was", "answers that were");
}
