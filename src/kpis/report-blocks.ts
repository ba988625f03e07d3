import { calendarDate, toDay } from "../base/day.ts";
import { describePeriod } from "../base/describe-period.ts";
import { longDate } from "../base/long-date.ts";
import { period as periodFrom } from "../base/period.ts";
import { type Block, capitalise, resultBlocks } from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult, ResultPeriod } from "../result/kpi-result.ts";
import { writerFor } from "../result/language.ts";
import type { Warning } from "../result/warning.ts";
import type { Report } from "./report-shape.ts";
import { type KpiVariants, variantsBlocks } from "./variants.ts";

/** A report as a page: a table of all KPIs, notes on the rows, then each KPI with its working. */
export function reportBlocks(report: Report, variants: readonly KpiVariants[]): readonly Block[] {
  const { results, notComputed, comparison } = report;
  const shared = sharedWarnings(results);
  return [
    { kind: "heading", level: 1, text: "Customer loyalty report" },
    { kind: "paragraph", text: introduction(report) },
    ...(results.length === 0 ? [] : [overview(report)]),
    ...section(
      "About the rows",
      shared.map(({ message }) => message),
    ),
    { kind: "heading", level: 2, text: "Each figure explained" },
    ...results.flatMap((result) => resultBlocks(without(result, shared))),
    ...others(variants),
    ...section(
      "Not computed",
      notComputed.map(({ kpi, reason }) => `${kpi}: ${reason}`),
    ),
    ...section(
      "Not computed for the period compared with",
      (comparison?.notComputed ?? [])
        .filter(({ kpi }) => !notComputed.some((same) => same.kpi === kpi))
        .map(({ kpi, reason }) => `${kpi}: ${reason}`),
    ),
  ];
}

/** The table of every KPI that has other definitions in use, without what cannot be computed. */
function others(variants: readonly KpiVariants[]): readonly Block[] {
  const tables = variants
    .filter((list) => list.variants.length > 1)
    .flatMap((list) => variantsBlocks({ ...list, notComputed: [] }));
  if (tables.length === 0) return [];
  const title = "Why another tool may say something else";
  return [{ kind: "heading", level: 2, text: title }, ...tables];
}

function introduction({ period, comparison }: Report): string {
  const asked = period === null ? "All rows." : `Period ${spelled(period)}.`;
  return comparison === undefined ? asked : `${asked} Compared with ${spelled(comparison.period)}.`;
}

/** `2025-Q2 (1 April 2025 to 30 June 2025)`. */
function spelled({ start, end }: ResultPeriod): string {
  const name = describePeriod(periodFrom(start, end));
  const first = longDate(toDay(calendarDate(start)));
  const last = longDate(toDay(calendarDate(end)) - 1);
  return name.includes(" to ") ? `${first} to ${last}` : `${name} (${first} to ${last})`;
}

function overview({ results, comparison }: Report): Block {
  const write = writerFor(english);
  const head = ["KPI", "Value", "From", "To"];
  const rows = results.map((result, at) => {
    const { interval, unit, exact } = result;
    const limits =
      interval === null
        ? ["", ""]
        : [write.inUnit(interval.lower, unit), write.inUnit(interval.upper, unit)];
    const value = exact === null ? "no value" : write.inUnit(exact, unit);
    const other = twin(comparison?.results ?? [], result, occurrence(results, at));
    const before = other?.exact == null ? "" : write.inUnit(other.exact, other.unit);
    return [nameOf(result), value, ...limits, ...(comparison === undefined ? [] : [before])];
  });
  const confidence = results.find(({ interval }) => interval !== null)?.interval?.confidence;
  const shown = confidence === undefined ? "" : `${write.number(confidence * 100, 0)}% `;
  const named = head.map((text) =>
    text === "From" ? `${shown}from` : text === "To" ? "to" : text,
  );
  const columns = comparison === undefined ? named : [...named, "Before"];
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
function nameOf({ explanation, counts }: KpiResult): string {
  const title = capitalise(explanation.formula.split(" = ")[0] ?? "");
  const { question } = counts as { readonly question?: { readonly source?: string } | null };
  return question?.source === "subscriptions" ? `${title} (subscriptions)` : title;
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
