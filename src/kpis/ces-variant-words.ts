import type { CesCounts } from "../counts/ces-counts.ts";
import type { Writer } from "../result/language.ts";
import { counted, plural } from "../result/plural.ts";
import type { CesMethod } from "./ces-form.ts";
import { type CesSymbol, cesNumber } from "./ces-symbols.ts";
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
      `A share, not a mean: ${ofAnswers(counts, "agreeing", write)} 5, 6 or 7.`,
    usedBy: ["Simplesat"],
    refused: ONLY_OF_TWO,
  },
  "top-2": {
    difference: ({ counts }, _, write) =>
      `A share, not a mean: ${ofAnswers(counts, "topTwo", write)} 6 or 7.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
  "net-easy": {
    difference: ({ counts }, _, write) =>
      `Sets ${counted(write.count(cesNumber(counts, "topTwo") ?? 0), "answer")} of 6 and 7 against ${write.count(cesNumber(counts, "hard") ?? 0)} of 1 to 3, as NPS does.`,
    usedBy: [],
    refused: ONLY_OF_TWO,
  },
};

/** `0 of 1 answer was`, `1 of 3 answers was`, `86 of 110 answers were`. */
function ofAnswers(counts: CesCounts, name: CesSymbol, write: Writer): string {
  const part = cesNumber(counts, name) ?? 0;
  const of = counted(write.count(counts.answered), "answer");
  return `${write.count(part)} of ${of} ${plural(counts.answered === 1 ? 1 : part, "was", "were")}`;
}
