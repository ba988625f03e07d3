import type { CohortAsked } from "../counts/cohort-counts.ts";
import type { Block } from "../result/document.ts";
import { english } from "../result/english.ts";
import { type Writer, writerFor } from "../result/language.ts";
import type { CohortAverage } from "./cohort-average.ts";
import type { CohortCell } from "./cohort-cells.ts";
import type { CohortRetention } from "./cohort-table.ts";
import { ADVISED_UNITS } from "./small-sample.ts";

/** A table of cohorts as a page: a row a cohort, a column an age. */
export function cohortBlocks(table: CohortRetention): readonly Block[] {
  const { ages, average, explanation, counts, warnings } = table;
  const cohorts = table.cohorts.filter(({ size }) => size > 0);
  const empty = table.cohorts.length - cohorts.length;
  const write = writerFor(english);
  const heading: Block = {
    kind: "heading",
    level: 3,
    text: titleOf(counts.question),
  };
  const said: Block = { kind: "paragraph", text: explanation.sentence };
  if (cohorts.length === 0) return [heading, said];
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  const rows = cohorts.map(({ cohort, size: customers, cells }) => [
    ...[cohort, write.count(customers)],
    ...ages.map((_, at) => cellText(cells[at], write)),
  ]);
  const last = [...["all", write.count(size)], ...average.map((cell) => averageText(cell, write))];
  return [
    heading,
    said,
    {
      kind: "table",
      head: ["cohort", "customers", ...ages],
      rows: [...rows, last],
      numeric: [...(rows[0] ?? [])].map((_, at) => at).slice(1),
    },
    ...notes("Warnings", "!", [
      ...warnings.filter(({ code }) => code !== "small-sample").map(({ message }) => message),
      ...smallCohorts(table),
    ]),
    ...notes("Assumptions", "·", [
      ...partial(table),
      ...(empty === 0 ? [] : [`Cohorts without a customer are not shown: ${write.count(empty)}.`]),
      ...explanation.assumptions,
    ]),
  ];
}

function titleOf({ measure, attribute, every }: CohortAsked): string {
  const what = measure === "customers" ? "" : ` of ${measure}`;
  return attribute === null
    ? `Cohort retention${what} by ${every}`
    : `Cohort retention${what} by ${attribute} and ${every}`;
}

function cellText(cell: CohortCell | undefined, write: Writer): string {
  if (cell === undefined || cell.state === "censored") return "";
  const mark = cell.state === "partial" ? "*" : "";
  return (cell.exact === null ? "–" : write.share(cell.exact)) + mark;
}

function averageText({ exact }: CohortAverage, write: Writer): string {
  return exact === null ? "" : write.share(exact);
}

function smallCohorts({ cohorts }: CohortRetention): readonly string[] {
  const small = cohorts.filter(({ size }) => size > 0 && size < ADVISED_UNITS).length;
  if (small === 0) return [];
  return [
    small === 1
      ? `1 cohort has fewer than ${ADVISED_UNITS} customers; its rate jumps with every one of them.`
      : `${small} cohorts have fewer than ${ADVISED_UNITS} customers; their rates jump with every one of them.`,
  ];
}

function partial({ cohorts }: CohortRetention): readonly string[] {
  return cohorts.some(({ cells }) => cells.some(({ state }) => state === "partial"))
    ? ["* Counted before its time was over: it may still rise."]
    : [];
}

function notes(label: string, mark: "!" | "·", items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "notes", label, mark, items }];
}
