import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";
import type { BootstrapInterval } from "./bootstrap-result.ts";
import { type BootstrapWords, bootstrapWords } from "./bootstrap-words.ts";

/** A bootstrap as a page: the sentence, and how it was done. */
export function bootstrapBlocks(
  result: BootstrapInterval,
  language: Language = english,
  wording: (result: BootstrapInterval, write: Writer) => BootstrapWords = bootstrapWords,
): readonly Block[] {
  const write = writerFor(language);
  const { title, sentence, warnings, assumptions, labels } = wording(result, write);
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "paragraph", text: sentence },
    ...(warnings.length === 0
      ? []
      : [{ kind: "notes" as const, label: labels.warnings, mark: "!" as const, items: warnings }]),
    { kind: "notes", label: labels.assumptions, mark: "·", items: assumptions },
  ];
}
