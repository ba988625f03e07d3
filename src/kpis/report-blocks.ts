import {
  type Block,
  ENGLISH_LABELS,
  type ResultLabels,
  resultBlocks,
  titleOf,
} from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type Language, writerFor } from "../result/language.ts";
import { ENGLISH_REPORT, type ReportLabels } from "./report-labels.ts";
import type { Report } from "./report-shape.ts";
import { sourceOf, sourcesOf } from "./report-source.ts";
import { sharedWarnings, withoutShared } from "./report-warnings.ts";
import {
  ENGLISH_VARIANTS,
  type KpiVariants,
  type VariantsLabels,
  variantsBlocks,
} from "./variants.ts";

/** A language and all its words around a report. */
export interface ReportWords {
  readonly language: Language;
  readonly report: ReportLabels;
  readonly result: ResultLabels;
  readonly variants: VariantsLabels;
}

const ENGLISH: ReportWords = {
  language: english,
  ...{ report: ENGLISH_REPORT, result: ENGLISH_LABELS, variants: ENGLISH_VARIANTS },
};

/** A report as a page: a table of all KPIs, notes on the rows, then each KPI with its working. */
export function reportBlocks(
  report: Report,
  variants: readonly KpiVariants[],
  words: ReportWords = ENGLISH,
): readonly Block[] {
  const { language, report: labels } = words;
  const { results, notComputed, comparison } = report;
  const shared = sharedWarnings(results);
  const sources = sourcesOf(results).length;
  return [
    { kind: "heading", level: 1, text: labels.title },
    { kind: "paragraph", text: labels.introduction(report.period, comparison?.period ?? null) },
    ...(results.length === 0 ? [] : [overview(report, words)]),
    ...section(
      labels.aboutRows,
      shared.map(({ message, sources: some }) =>
        some.length === sources ? message : labels.about(some, message),
      ),
    ),
    { kind: "heading", level: 2, text: labels.explained },
    ...results.flatMap((result) =>
      resultBlocks(
        withoutShared(result, shared),
        language,
        words.result,
        nameOf(result, results, labels),
      ),
    ),
    ...others(variants, results, words),
    ...section(
      labels.notComputed,
      notComputed.map(({ kpi, reason }) => labels.without(kpi, reason)),
    ),
    ...section(
      labels.notComputedBefore,
      (comparison?.notComputed ?? [])
        .filter(({ kpi }) => !notComputed.some((same) => same.kpi === kpi))
        .map(({ kpi, reason }) => labels.without(kpi, reason)),
    ),
  ];
}

/** The table of every KPI that has other definitions in use, without what cannot be computed. */
function others(
  variants: readonly KpiVariants[],
  results: readonly KpiResult[],
  { language, report, variants: labels }: ReportWords,
): readonly Block[] {
  const tables = variants
    .filter((list) => list.variants.length > 1)
    .flatMap((list) => {
      const [usual] = list.variants;
      const name = usual && nameOf(usual.result, results, report);
      return variantsBlocks({ ...list, notComputed: [] }, language, labels, name);
    });
  if (tables.length === 0) return [];
  return [{ kind: "heading", level: 2, text: report.otherTools }, ...tables];
}

function overview({ results, comparison }: Report, { language, report }: ReportWords): Block {
  const write = writerFor(language);
  const rows = results.map((result, at) => {
    const { interval, unit, exact } = result;
    const limits =
      interval === null
        ? ["", ""]
        : [write.inUnit(interval.lower, unit), write.inUnit(interval.upper, unit)];
    const value = exact === null ? report.noValue : write.inUnit(exact, unit);
    const other = twin(comparison?.results ?? [], result, occurrence(results, at));
    const before = other?.exact == null ? "" : write.inUnit(other.exact, other.unit);
    const name = nameOf(result, results, report);
    return [name, value, ...limits, ...(comparison === undefined ? [] : [before])];
  });
  const confidence = results.find(({ interval }) => interval !== null)?.interval?.confidence;
  const head = report.head(
    confidence === undefined ? null : writerFor(language).confidence(confidence),
  );
  const columns = comparison === undefined ? head : [...head, report.before];
  return { kind: "table", head: columns, rows, numeric: [1, 2, 3, 4] };
}

/** Which of several results of one KPI and variant this is: orders first, then subscriptions. */
function occurrence(results: readonly KpiResult[], at: number): number {
  return results.slice(0, at).filter((other) => isSame(other, results[at])).length;
}

function twin(
  results: readonly KpiResult[],
  result: KpiResult,
  place: number,
): KpiResult | undefined {
  return results.filter((other) => isSame(other, result))[place];
}

function isSame(left: KpiResult, right: KpiResult | undefined): boolean {
  return left.kpi === right?.kpi && left.variant === right.variant;
}

/** The KPI's name, and of which rows it is where that must be said. */
function nameOf(result: KpiResult, results: readonly KpiResult[], labels: ReportLabels): string {
  const title = titleOf(result);
  const source = sourceOf(result);
  const isOneOfTwo = results.some(
    (other) => other.kpi === result.kpi && sourceOf(other) !== source,
  );
  return isOneOfTwo || source === "subscriptions" ? labels.of(title, source) : title;
}

function section(title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "notes", label: "", mark: "·", items },
  ];
}
