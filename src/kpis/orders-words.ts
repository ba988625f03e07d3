import { describePeriod } from "../base/describe-period.ts";
import { period } from "../base/period.ts";
import type { OrdersAsked } from "../counts/asked.ts";
import type { ResultCore } from "../result/kpi-result.ts";

/** ` in 1997-Q2`, or ` from 1997-01-01 to 1998-06-30` for all rows, or nothing for typed counts. */
export function inPeriod(core: ResultCore<{ readonly question: OrdersAsked | null }>): string {
  const { counts } = core;
  if (core.period === null || counts.question === null) return "";
  const span = period(core.period.start, core.period.end);
  const name = describePeriod(span);
  return counts.question.period === null && name.includes(" to ") ? ` from ${name}` : ` in ${name}`;
}

/** What KPIs over orders take for granted, in English. */
export function ordersAssumptions(
  core: ResultCore<{ readonly question: OrdersAsked | null }>,
): readonly string[] {
  const { question } = core.counts;
  if (question === null || question.source === "cohorts") return [];
  return [
    question.countFullyRefunded
      ? "An order counts even if it was refunded; a refund itself is never an order."
      : "Orders refunded in full by the end of the period do not count; a refund itself is never an order.",
    question.period === null
      ? `All rows are counted; days are those of the time zone ${question.timeZone}.`
      : `Days are those of the time zone ${question.timeZone}; the period's last day is in.`,
  ];
}
