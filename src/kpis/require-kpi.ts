import { requireArgument } from "../base/errors.ts";

/** Refuses what is no function where a KPI is to be asked again and again. */
export function requireKpi(kpi: unknown): void {
  const expected = "a KPI function such as `retentionRate`, without parentheses";
  requireArgument(typeof kpi === "function", "kpi", expected, kpi, "option-wrong-type");
}
