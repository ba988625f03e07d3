import {
  type Block,
  capitalise,
  ENGLISH_LABELS,
  type ResultLabels,
  resultBlocks,
} from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type Language, writerFor } from "../result/language.ts";
import type { Warning } from "../result/warning.ts";
import { ENGLISH_REPORT, type ReportLabels } from "./report-labels.ts";
import type { Report } from "./report-shape.ts";
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
  return [
    { kind: "heading", level: 1, text: labels.title },
    { kind: "paragraph", text: labels.introduction(report.period, comparison?.period ?? null) },
    ...(results.length === 0 ? [] : [overview(report, words)]),
    ...section(
      labels.aboutRows,
      shared.map(({ message }) => message),
    ),
    { kind: "heading", level: 2, text: labels.explained },
    ...results.flatMap((result) => resultBlocks(without(result, shared), language, words.result)),
    ...others(variants, words),
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
  { language, report, variants: labels }: ReportWords,
): readonly Block[] {
  const tables = variants
    .filter((list) => list.variants.length > 1)
    .flatMap((list) => variantsBlocks({ ...list, notComputed: [] }, language, labels));
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
    const name = nameOf(result, report);
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

/** The KPI's name with the kind of rows where it was made from subscriptions. */
function nameOf({ explanation, counts }: KpiResult, labels: ReportLabels): string {
  const title = capitalise(explanation.formula.split(" = ")[0] ?? "");
  const { question } = counts as { readonly question?: { readonly source?: string } | null };
  return question?.source === "subscriptions" ? labels.ofSubscriptions(title) : title;
}

/** Warnings about rows stand in every result made from them; a report says them once. */
function sharedWarnings(results: readonly KpiResult[]): readonly Warning[] {
  const seen = new Map<string, { readonly warning: Warning; count: number }>();
  for (const warning of results.flatMap((result) => result.warnings)) {
    const entry = seen.get(warning.message);
    if (entry) entry.count += 1;
    else seen.set(warning.message, { warning, count: 1 });
  }
  return [...seen.values()]
    .filter(
      ({ warning, count }) =>
        "row" in warning || (warning.code === "period-incomplete" && count > 1),
    )
    .map(({ warning }) => warning);
}

function without(result: KpiResult, shared: readonly Warning[]): KpiResult {
  const messages = new Set(shared.map(({ message }) => message));
  const warnings = result.warnings.filter(({ message }) => !messages.has(message));
  return { ...result, warnings };
}

function section(title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "notes", label: "", mark: "·", items },
  ];
}
