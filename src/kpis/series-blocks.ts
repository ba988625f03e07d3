import { describePeriod } from "../base/describe-period.ts";
import type { Period } from "../base/period.ts";
import type { Every } from "../base/periods-of.ts";
import { unitsOfCounts } from "../counts/units-of-counts.ts";
import { type Block, capitalise } from "../result/document.ts";
import { english } from "../result/english.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type Writer, writerFor } from "../result/language.ts";

interface Point {
  readonly period: Period;
  readonly incomplete: boolean;
  readonly result: KpiResult;
}

interface Points {
  readonly every: Every;
  readonly points: readonly Point[];
}

/** A series as a page: a line a period. The title is taken from a result of the same KPI. */
export function seriesBlocks({ every, points }: Points, named: KpiResult): readonly Block[] {
  const write = writerFor(english);
  const { formula } = named.explanation;
  const title = capitalise(formula.slice(0, formula.indexOf(" = ")));
  const heading: Block = { kind: "heading", level: 3, text: `${title} by ${every}` };
  if (points.length === 0) {
    return [heading, { kind: "paragraph", text: "There are no rows with a date." }];
  }
  const table: Block = {
    kind: "table",
    head: ["period", "value", confidenceOf(points, write), "n", "remark"],
    rows: points.map((point) => rowOf(point, write)),
    numeric: [1, 2, 3],
  };
  const [last] = points.slice(-1);
  const late = last?.result.warnings.find(({ code }) => code === "period-incomplete");
  return late === undefined
    ? [heading, table]
    : [heading, table, { kind: "notes", label: "Warnings", mark: "!", items: [late.message] }];
}

function confidenceOf(points: readonly Point[], write: Writer): string {
  const first = points.find(({ result }) => result.interval !== null)?.result.interval;
  return first ? `${write.plain(String(percent(first.confidence)))}% interval` : "interval";
}

/** 95 of 0.95, without the dust of floating point. */
function percent(confidence: number): number {
  return Number((100 * confidence).toPrecision(12));
}

function rowOf({ period, incomplete, result }: Point, write: Writer): readonly string[] {
  const { exact, unit, interval, reason } = result;
  const limits = interval && [interval.lower, interval.upper].map((at) => write.inUnit(at, unit));
  const units = unitsOfCounts(result.counts);
  const remarks = [
    ...(reason === undefined ? [] : [reason.replaceAll("-", " ")]),
    ...(incomplete ? ["incomplete"] : []),
    ...(result.warnings.some(({ code }) => code === "small-sample") ? ["small sample"] : []),
  ];
  return [
    describePeriod(period),
    exact === null ? "no value" : write.inUnit(exact, unit),
    limits === null ? "" : limits.join(" to "),
    units === null ? "" : write.count(units),
    remarks.join(", "),
  ];
}
