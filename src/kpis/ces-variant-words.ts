import type { CesCounts } from "../counts/ces-counts.ts";
import type { CesMethod } from "./ces-form.ts";
import { cesNumber } from "./ces-symbols.ts";
import type { VariantWords } from "./variants.ts";

const ONLY_OF_TWO = "Only version 2.0 asks for agreement.";

/** Why each form of the effort score differs from the default, and who uses it, in English. */
export const cesVariantWords: Readonly<Record<CesMethod, VariantWords<CesCounts>>> = {
  mean: {
    difference: () => "The default: the mean of all answers.",
    usedBy: ["CYS"],
  },
  "percent-agree": {
    difference: ({ counts }, _, write) =>
      `A share, not a mean: ${write.count(cesNumber(counts, "agreeing") ?? 0)} of ${write.count(counts.answered)} answers were 5, 6 or 7.`,
    usedBy: ["Simplesat"],
    refused: ONLY_OF_TWO,
  },
  "top-2": {
    difference: ({ counts }, _, write) =>
      `A share, not a mean: ${write.count(cesNumber(counts, "topTwo") ?? 0)} of ${write.count(counts.answered)} answers were 6 or 7.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
  "net-easy": {
    difference: ({ counts }, _, write) =>
      `Sets ${write.count(cesNumber(counts, "topTwo") ?? 0)} answers of 6 and 7 against ${write.count(cesNumber(counts, "hard") ?? 0)} of 1 to 3, as NPS does.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
};
