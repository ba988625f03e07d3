import { describePeriod } from "../base/describe-period.ts";
import type { Period } from "../base/period.ts";
import type { Every } from "../base/periods-of.ts";
import { unitsOfCounts } from "../counts/units-of-counts.ts";
import { type Block, ENGLISH_LABELS, titleOf } from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult, NoValueReason } from "../result/kpi-result.ts";
import { type Language, type Writer, writerFor } from "../result/language.ts";

interface Point {
  readonly period: Period;
  readonly incomplete: boolean;
  readonly result: KpiResult;
}

interface Points {
  readonly every: Every;
  readonly points: readonly Point[];
}

/** The words around a series, per language. */
export interface SeriesLabels {
  readonly heading: (title: string, every: Every) => string;
  /** Where there is no row with a date. */
  readonly noRows: string;
  /** The head of the table; the confidence as a percentage, where there is an interval. */
  readonly head: (confidence: string | null) => readonly string[];
  readonly period: (period: Period) => string;
  readonly noValue: string;
  readonly interval: (lower: string, upper: string) => string;
  /** Remarks on one period. */
  readonly without: (reason: NoValueReason) => string;
  readonly incomplete: string;
  readonly smallSample: string;
  readonly warnings: string;
}

/** Around a series, in English. */
export const ENGLISH_SERIES: SeriesLabels = {
  heading: (title, every) => `${title} by ${every}`,
  noRows: "There are no rows with a date.",
  head: (confidence) => [
    ...["period", "value"],
    ...[confidence === null ? "interval" : `${confidence} interval`, "n", "remark"],
  ],
  period: describePeriod,
  noValue: "no value",
  interval: (lower, upper) => `${lower} to ${upper}`,
  without: (reason) => reason.replaceAll("-", " "),
  incomplete: "incomplete",
  smallSample: "small sample",
  warnings: ENGLISH_LABELS.warnings,
};

/** A series as a page: a line a period. The title is taken from a result of the same KPI. */
export function seriesBlocks(
  { every, points }: Points,
  named: KpiResult,
  labels: SeriesLabels = ENGLISH_SERIES,
  language: Language = english,
): readonly Block[] {
  const write = writerFor(language);
  const heading: Block = { kind: "heading", level: 3, text: labels.heading(titleOf(named), every) };
  if (points.length === 0) {
    return [heading, { kind: "paragraph", text: labels.noRows }];
  }
  const table: Block = {
    kind: "table",
    head: labels.head(confidenceOf(points, write)),
    rows: points.map((point) => rowOf(point, write, labels)),
    numeric: [1, 2, 3],
  };
  const [last] = points.slice(-1);
  const late = last?.result.warnings.find(({ code }) => code === "period-incomplete");
  return late === undefined
    ? [heading, table]
    : [heading, table, { kind: "notes", label: labels.warnings, mark: "!", items: [late.message] }];
}

function confidenceOf(points: readonly Point[], write: Writer): string | null {
  const first = points.find(({ result }) => result.interval !== null)?.result.interval;
  return first ? write.confidence(first.confidence) : null;
}

function rowOf(
  { period, incomplete, result }: Point,
  write: Writer,
  labels: SeriesLabels,
): readonly string[] {
  const { exact, unit, interval, reason } = result;
  const limits =
    interval &&
    labels.interval(write.inUnit(interval.lower, unit), write.inUnit(interval.upper, unit));
  const units = unitsOfCounts(result.counts);
  const remarks = [
    ...(reason === undefined ? [] : [labels.without(reason)]),
    ...(incomplete ? [labels.incomplete] : []),
    ...(result.warnings.some(({ code }) => code === "small-sample") ? [labels.smallSample] : []),
  ];
  return [
    labels.period(period),
    exact === null ? labels.noValue : write.inUnit(exact, unit),
    limits ?? "",
    units === null ? "" : write.count(units),
    remarks.join(", "),
  ];
}
