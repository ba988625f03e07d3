import { argumentError, KpiError } from "../base/errors.ts";
import { readOptions } from "../base/options.ts";
import type { Period } from "../base/period.ts";
import { previousPeriod, samePeriodLastYear } from "../base/previous-period.ts";
import { readSpan } from "../counts/question.ts";
import { readSourcesOf } from "../counts/read-sources.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { reportBlocks } from "./report-blocks.ts";
import { KPIS_OF_REPORT, otherChurn } from "./report-kpis.ts";
import { ENGLISH_REPORT } from "./report-labels.ts";
import { type ReportLedgers, reportLedgers } from "./report-ledgers.ts";
import {
  type Comparison,
  REPORT_CHECKS,
  type ReportQuestion,
  type ReportSources,
} from "./report-question.ts";
import type { NotComputed, NotComputedCode, Report, ReportComparison } from "./report-shape.ts";

/**
 * Every KPI that the sources allow, each with its explanation, and what could not be computed and why.
 *
 * @param sources - Orders, subscriptions, answers: rows or ledgers, whatever there is.
 * @param question - Without `period` all rows are counted, and retention and churn are not computed.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { results, notComputed } = report({ orders }, { period: "2025-Q2", currency: "EUR" });
 * results[0]?.kpi; // => "retentionRate"
 * notComputed.map(({ kpi }) => kpi); // => ["convertChurnRate", "nps", "csat", "ces"]
 */
export function report(sources: ReportSources, question: ReportQuestion = {}): Report {
  const given = readSources(sources);
  const read = readOptions<ReportQuestion>(question, REPORT_CHECKS);
  const ledgers = reportLedgers(given, read);
  const period = periodOf(ledgers, read);
  // "last 90 days" is one span for all sources, whenever each of them ends.
  const asked = period === null ? read : { ...read, period };
  const variants = otherChurn(ledgers, asked);
  const base = { version: 1 as const, period, ...compute(ledgers, asked) };
  const made: Report =
    asked.compareTo === undefined
      ? base
      : { ...base, comparison: compare(ledgers, asked, asked.compareTo, period) };
  return Object.freeze(attachDisplay(made, () => reportBlocks(made, variants), { variants }));
}

function readSources(sources: ReportSources): Partial<ReportSources> {
  return readSourcesOf<ReportSources>(
    sources,
    ["orders", "subscriptions", "answers", "customers"],
    'an object with `orders`, `subscriptions` or `answers`, and the question after it: report({ orders }, { period: "2025-Q2" })',
  );
}

/** The period in every notation needs the days of the rows for "last 90 days". */
function periodOf(ledgers: ReportLedgers, asked: Partial<ReportQuestion>): Period | null {
  if (asked.period === undefined) return null;
  const { orders, subscriptions, answers } = ledgers;
  const days = orders ?? subscriptions ?? answers;
  const none = { timeZone: "UTC", firstDay: null, lastDay: null };
  return readSpan(asked, days ?? none).asked;
}

function compute(
  ledgers: ReportLedgers,
  asked: Partial<ReportQuestion>,
): Pick<Report, "results" | "notComputed"> {
  const results: KpiResult[] = [];
  const notComputed: NotComputed[] = [];
  for (const { kpi, results: resultsOf } of KPIS_OF_REPORT) {
    try {
      const answer = resultsOf(ledgers, asked);
      if (typeof answer === "string") notComputed.push(missing(kpi, answer));
      else results.push(...answer);
    } catch (fault) {
      if (!(fault instanceof KpiError) || !isMissingCurrency(fault)) throw fault;
      notComputed.push(missing(kpi, "no-currency"));
    }
  }
  return { results, notComputed };
}

function missing(kpi: string, code: NotComputedCode): NotComputed {
  return { kpi, code, reason: ENGLISH_REPORT.missing[code](kpi) };
}

/** A missing currency keeps the KPIs of money out of a report, and no others. */
function isMissingCurrency({ issues }: KpiError): boolean {
  return issues.length > 0 && issues.every(({ code }) => code === "currency-missing");
}

function compare(
  ledgers: ReportLedgers,
  asked: Partial<ReportQuestion>,
  to: Comparison,
  period: Period | null,
): ReportComparison {
  if (period === null) {
    throw argumentError("period", "given, to compare it with another", undefined, "option-missing");
  }
  const other =
    to === "previous" ? previousPeriod(period) : samePeriodLastYear(period, weeks(asked));
  return { to, period: other, ...compute(ledgers, { ...asked, period: other }) };
}

function weeks({ weekStartsOn }: Partial<ReportQuestion>): Pick<ReportQuestion, "weekStartsOn"> {
  return weekStartsOn === undefined ? {} : { weekStartsOn };
}
