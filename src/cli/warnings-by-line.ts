import type { ReportSources } from "../kpis/report-question.ts";
import type { Report } from "../kpis/report-shape.ts";
import { sourceOf } from "../kpis/report-source.ts";
import { behindOf } from "../result/attach-page.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { inLinesOf } from "./row-places.ts";

/** A report whose warnings name file and line; it shows itself once it is put into a language. */
export function warningsByLine(report: Report, sources: ReportSources): Report {
  const { results, comparison } = report;
  const placed = (result: KpiResult): KpiResult => {
    const rows = sources[sourceOf(result)];
    return { ...result, warnings: inLinesOf(result.warnings, rows) };
  };
  const told: Report = {
    ...{ ...report, results: results.map(placed) },
    ...(comparison === undefined
      ? {}
      : { comparison: { ...comparison, results: comparison.results.map(placed) } }),
  };
  const behind = behindOf(report);
  return attachDisplay(told, () => [], typeof behind === "object" ? behind : null);
}
