import { type Block, ENGLISH_LABELS, type ResultLabels } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";
import type { CohortAverage } from "./cohort-average.ts";
import type { CohortCell } from "./cohort-cells.ts";
import type { CohortRetention } from "./cohort-table.ts";
import { type CohortTableWords, ENGLISH_COHORTS } from "./cohort-table-words.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** A table of cohorts as a page: a row a cohort, a column an age. */
export function cohortBlocks(
  table: CohortRetention,
  words: CohortTableWords = ENGLISH_COHORTS,
  language: Language = english,
  labels: ResultLabels = ENGLISH_LABELS,
): readonly Block[] {
  const { ages, average, explanation, counts, warnings } = table;
  const cohorts = table.cohorts.filter(({ size }) => size > 0);
  const empty = table.cohorts.length - cohorts.length;
  const write = writerFor(language);
  const heading: Block = {
    kind: "heading",
    level: 3,
    text: words.heading(counts.question),
  };
  const said: Block = { kind: "paragraph", text: explanation.sentence };
  if (cohorts.length === 0) return [heading, said];
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  const rows = cohorts.map(({ cohort, period, size: customers, cells }) => [
    ...[words.cohort(cohort, period), write.count(customers)],
    ...ages.map((_, at) => cellText(cells[at], write)),
  ]);
  const last = [
    ...[words.all, write.count(size)],
    ...average.map((cell) => averageText(cell, write)),
  ];
  return [
    heading,
    said,
    {
      kind: "table",
      head: [...words.head, ...ages],
      rows: [...rows, last],
      numeric: [...(rows[0] ?? [])].map((_, at) => at).slice(1),
    },
    ...notes(labels.warnings, "!", [
      ...warnings.filter(({ code }) => code !== "small-sample").map(({ message }) => message),
      ...smallCohorts(table, words, write),
    ]),
    ...notes(labels.assumptions, "·", [
      ...(hasPartial(table) ? [words.partial] : []),
      ...(empty === 0 ? [] : [words.empty(empty, write)]),
      ...explanation.assumptions,
    ]),
  ];
}

function cellText(cell: CohortCell | undefined, write: Writer): string {
  if (cell === undefined || cell.state === "censored") return "";
  const mark = cell.state === "partial" ? "*" : "";
  return (cell.exact === null ? "–" : write.share(cell.exact)) + mark;
}

function averageText({ exact }: CohortAverage, write: Writer): string {
  return exact === null ? "" : write.share(exact);
}

function smallCohorts(
  { cohorts }: CohortRetention,
  words: CohortTableWords,
  write: Writer,
): readonly string[] {
  const small = cohorts.filter(({ size }) => size > 0 && size < ADVISED_UNITS).length;
  return small === 0 ? [] : [words.small(small, ADVISED_UNITS, write)];
}

function hasPartial({ cohorts }: CohortRetention): boolean {
  return cohorts.some(({ cells }) => cells.some(({ state }) => state === "partial"));
}

function notes(label: string, mark: "!" | "·", items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "notes", label, mark, items }];
}
