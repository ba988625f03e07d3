import type { KpiResult } from "../result/kpi-result.ts";

/** The kinds of rows that a report is made from. */
export type ReportSource = "orders" | "subscriptions" | "answers";

const SURVEYS: readonly string[] = ["nps", "csat", "ces"];

/** The rows that a result of a report was made from. A report converts churn of subscriptions alone. */
export function sourceOf({ kpi, counts }: KpiResult): ReportSource {
  if (SURVEYS.includes(kpi)) return "answers";
  if (kpi === "convertChurnRate") return "subscriptions";
  const { question } = counts as { readonly question?: { readonly source?: string } | null };
  return question?.source === "subscriptions" ? "subscriptions" : "orders";
}

/** The rows that results were made from, each kind once, in the order in which they occur. */
export function sourcesOf(results: readonly KpiResult[]): readonly ReportSource[] {
  return [...new Set(results.map(sourceOf))];
}
