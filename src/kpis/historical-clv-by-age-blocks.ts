import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";
import { ENGLISH_VALUE_BY_AGE, type ValueByAgeLabels } from "./historical-clv-by-age-words.ts";
import type { HistoricalClvByAge, ValueAtAge } from "./value-by-age.ts";

/** Values by age as a page: a line an age. */
export function valueByAgeBlocks(
  { every, points }: HistoricalClvByAge,
  language: Language = english,
  labels: ValueByAgeLabels = ENGLISH_VALUE_BY_AGE,
): readonly Block[] {
  const write = writerFor(language);
  const heading: Block = { kind: "heading", level: 3, text: labels.title(every) };
  if (points.length === 0) return [heading, { kind: "paragraph", text: labels.empty(every) }];
  const confidence = points.find(({ result }) => result.interval !== null)?.result.interval
    ?.confidence;
  const warnings = new Set(
    points.flatMap(({ result }) =>
      result.warnings.flatMap(({ code, message }) =>
        code === "revenue-not-margin" ? [message] : [],
      ),
    ),
  );
  return [
    heading,
    {
      kind: "table",
      head: labels.head(every, confidence === undefined ? null : write.confidence(confidence)),
      rows: points.map((point) => rowOf(point, write, labels)),
      numeric: [0, 1, 2, 3, 4],
    },
    ...(warnings.size === 0
      ? []
      : [
          {
            kind: "notes" as const,
            label: labels.warnings,
            mark: "!" as const,
            items: [...warnings],
          },
        ]),
    { kind: "notes", label: labels.assumptions, mark: "·", items: [labels.followed(every)] },
  ];
}

function rowOf(
  { age, cohorts, customers, exact, result }: ValueAtAge,
  write: Writer,
  labels: ValueByAgeLabels,
): readonly string[] {
  const { interval, unit } = result;
  return [
    write.count(age),
    exact === null ? labels.noValue : write.inUnit(exact, unit),
    interval === null
      ? ""
      : `${write.inUnit(interval.lower, unit)} – ${write.inUnit(interval.upper, unit)}`,
    write.count(customers),
    write.count(cohorts),
  ];
}
