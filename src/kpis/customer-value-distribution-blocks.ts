import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Language, writerFor } from "../result/language.ts";
import { customerValueDistributionWords } from "./customer-value-distribution-words.ts";
import type { Figure } from "./figure.ts";
import type { CustomerValueDistribution } from "./value-distribution.ts";

/** A distribution of customer value as a page: the sentence, and a line a tenth. */
export function customerValueDistributionBlocks(
  distribution: CustomerValueDistribution,
  language: Language = english,
  wording: typeof customerValueDistributionWords = customerValueDistributionWords,
): readonly Block[] {
  const write = writerFor(language);
  const { title, sentence, head, labels, assumptions } = wording(distribution, write);
  const { mean, deciles } = distribution;
  const money = ({ exact }: Figure): string =>
    exact === null ? "" : write.inUnit(exact, mean.unit);
  const warnings = mean.warnings.map(({ message }) => message);
  const rows = deciles.map(({ decile, from, to, customers, value, shareOfValue }) => [
    write.count(decile),
    ...[money(from), money(to), write.count(customers), money(value)],
    shareOfValue.exact === null ? "" : write.share(shareOfValue.exact),
  ]);
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "paragraph", text: sentence },
    ...(rows.length === 0
      ? []
      : [{ kind: "table" as const, head, rows, numeric: [0, 1, 2, 3, 4, 5] }]),
    ...(warnings.length === 0
      ? []
      : [{ kind: "notes" as const, label: labels.warnings, mark: "!" as const, items: warnings }]),
    { kind: "notes", label: labels.assumptions, mark: "·", items: assumptions },
  ];
}
