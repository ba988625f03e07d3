import type { KpiResult } from "../result/kpi-result.ts";
import type { Warning } from "../result/warning.ts";
import { type ReportSource, sourcesOf } from "./report-source.ts";

/** A warning that a report says once, and the rows that it is about. */
export interface SharedWarning {
  readonly message: string;
  readonly sources: readonly ReportSource[];
}

/** Warnings about rows stand in every result made from them; a report says them once. */
export function sharedWarnings(results: readonly KpiResult[]): readonly SharedWarning[] {
  const said = new Map<string, { readonly warning: Warning; readonly by: KpiResult[] }>();
  for (const result of results) {
    for (const warning of result.warnings) {
      const entry = said.get(warning.message);
      if (entry) entry.by.push(result);
      else said.set(warning.message, { warning, by: [result] });
    }
  }
  return [...said.values()]
    .filter(({ warning, by }) => isAboutRows(warning, by.length))
    .map(({ warning, by }) => ({ message: warning.message, sources: sourcesOf(by) }));
}

function isAboutRows(warning: Warning, times: number): boolean {
  return "row" in warning || (warning.code === "period-incomplete" && times > 1);
}

/** A result without the warnings that the report says for all. */
export function withoutShared(result: KpiResult, shared: readonly SharedWarning[]): KpiResult {
  const messages = new Set(shared.map(({ message }) => message));
  const warnings = result.warnings.filter(({ message }) => !messages.has(message));
  return { ...result, warnings };
}
