import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Language, writerFor } from "../result/language.ts";
import type { OrderValueDistribution } from "./order-value-distribution-shape.ts";
import {
  type OrderValueFigure,
  orderValueDistributionWords,
} from "./order-value-distribution-words.ts";

const FIGURES: readonly OrderValueFigure[] = [
  ...(["mean", "trimmedMean", "smallest"] as const),
  ...(["lowerQuartile", "median", "upperQuartile", "largest"] as const),
];

/** A distribution of order value as a page: the sentence, and a line a figure. */
export function orderValueDistributionBlocks(
  distribution: OrderValueDistribution,
  language: Language = english,
  wording: typeof orderValueDistributionWords = orderValueDistributionWords,
): readonly Block[] {
  const write = writerFor(language);
  const { title, sentence, head, figures, labels, assumptions } = wording(distribution, write);
  const { unit, reason } = distribution;
  const warnings = distribution.warnings.map(({ message }) => message);
  const rows = FIGURES.map((name) => [
    figures[name],
    write.inUnit(distribution[name].exact ?? "0", unit),
  ]);
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "paragraph", text: sentence },
    ...(reason === undefined ? [{ kind: "table" as const, head, rows, numeric: [1] }] : []),
    ...(warnings.length === 0
      ? []
      : [{ kind: "notes" as const, label: labels.warnings, mark: "!" as const, items: warnings }]),
    ...(reason === undefined
      ? [
          {
            kind: "notes" as const,
            label: labels.assumptions,
            mark: "·" as const,
            items: assumptions,
          },
        ]
      : []),
  ];
}
