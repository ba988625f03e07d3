import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { writerFor } from "../result/language.ts";
import type { ModelCandidate, ModelChoice } from "./model-choice.ts";

/** A choice of model as a page: the decision, a line a candidate, the reasons. */
export function choiceBlocks(choice: ModelChoice): readonly Block[] {
  const { candidates, holdout, reasons } = choice;
  const [best] = candidates;
  const [decision = "", ...further] = reasons;
  const held = holdout === null ? [] : ["expected", "error", "worse by"];
  return [
    { kind: "heading", level: 3, text: `Which model: ${best?.name ?? ""}` },
    { kind: "paragraph", text: decision },
    {
      kind: "table",
      head: ["model", "log-likelihood", "BIC", "above best", ...held],
      rows: candidates.map((candidate) => lineOf(candidate)),
      numeric: [1, 2, 3, 4, 5, 6],
    },
    { kind: "notes", label: "Why", mark: "·", items: further },
  ];
}

function lineOf({ name, fit, bic, bicAbove, holdout }: ModelCandidate): readonly string[] {
  const write = writerFor(english);
  return [
    name,
    write.number(fit.logLikelihood, 1),
    write.number(bic, 1),
    write.number(bicAbove, 1),
    ...(holdout === null
      ? []
      : [
          write.number(holdout.expected, 0),
          write.number(holdout.rootMeanSquare, 3),
          `${write.number(holdout.worseByErrors, 1)} s.e.${holdout.ruledOut ? " (out)" : ""}`,
        ]),
  ];
}
