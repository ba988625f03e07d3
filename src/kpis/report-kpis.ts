import { type Period, wholeMonths } from "../base/period.ts";
import type { CesVersion } from "../counts/ces-counts.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { averageOrderValue } from "./average-order-value.ts";
import { ces } from "./ces.ts";
import { churnRate } from "./churn-rate.ts";
import { churnRateVariants } from "./churn-rate-variants.ts";
import { type ChurnSpan, convertChurnRate } from "./convert-churn-rate.ts";
import { csat } from "./csat.ts";
import { formulaClv } from "./formula-clv.ts";
import { historicalClv } from "./historical-clv.ts";
import { nps } from "./nps.ts";
import { purchaseFrequency } from "./purchase-frequency.ts";
import { repeatCustomerRate } from "./repeat-customer-rate.ts";
import { hasAnswers, type ReportLedgers } from "./report-ledgers.ts";
import { picked, type ReportQuestion } from "./report-question.ts";
import type { NotComputedCode } from "./report-shape.ts";
import { retentionRate } from "./retention-rate.ts";
import { timeBetweenPurchases } from "./time-between-purchases.ts";
import type { KpiVariants } from "./variants.ts";

/** How a report comes by one KPI: its results, or why there are none. */
interface KpiOfReport {
  readonly kpi: string;
  readonly results: (
    ledgers: ReportLedgers,
    asked: Partial<ReportQuestion>,
  ) => readonly KpiResult[] | NotComputedCode;
}

const DISCOUNT = 0.1;

/** The KPIs of a report, in its order. */
export const KPIS_OF_REPORT: readonly KpiOfReport[] = [
  { kpi: "retentionRate", results: (ledgers, asked) => retention(retentionRate, ledgers, asked) },
  { kpi: "churnRate", results: (ledgers, asked) => retention(churnRate, ledgers, asked) },
  { kpi: "convertChurnRate", results: convertedChurn },
  {
    kpi: "repeatCustomerRate",
    results: ({ orders }, asked) =>
      orders === null ? "no-orders" : [repeatCustomerRate(orders, picked(asked))],
  },
  {
    kpi: "purchaseFrequency",
    results: ({ orders }, asked) =>
      orders === null ? "no-orders" : [purchaseFrequency(orders, picked(asked))],
  },
  {
    kpi: "timeBetweenPurchases",
    results: ({ orders }, asked) =>
      orders === null
        ? "no-orders"
        : [
            timeBetweenPurchases(orders, picked(asked)),
            timeBetweenPurchases(orders, { ...picked(asked), method: "median" }),
          ],
  },
  {
    kpi: "averageOrderValue",
    results: ({ orders }, asked) =>
      orders === null ? "no-orders" : [averageOrderValue(orders, picked(asked))],
  },
  {
    kpi: "historicalClv",
    results: ({ orders }, asked) =>
      orders === null
        ? "no-orders"
        : [historicalClv(orders, { ...picked(asked), ...margin(asked) })],
  },
  { kpi: "formulaClv", results: valueByFormula },
  {
    kpi: "nps",
    results: ({ answers }, asked) =>
      hasAnswers(answers, "nps") ? [nps(answers, picked(asked))] : "no-answers",
  },
  {
    kpi: "csat",
    results: ({ answers }, asked) =>
      hasAnswers(answers, "csat") ? [csat(answers, picked(asked))] : "no-answers",
  },
  { kpi: "ces", results: effort },
];

function retention(
  kpi: typeof retentionRate | typeof churnRate,
  { orders, subscriptions }: ReportLedgers,
  asked: Partial<ReportQuestion>,
): readonly KpiResult[] | NotComputedCode {
  const { period } = asked;
  if (period === undefined) return "no-period";
  const question = { ...picked(asked), period };
  const results = [orders, subscriptions].flatMap((ledger) =>
    ledger === null ? [] : [kpi(ledger, question)],
  );
  return results.length === 0 ? "no-customers" : results;
}

/** What a period of so many months is called. */
const SPANS: Readonly<Record<number, ChurnSpan>> = { 1: "month", 3: "quarter", 6: "half-year" };

/**
 * Churn of the period as churn of a month and a year. Of subscriptions alone: not to have ordered in one
 * period is not to have left, and does not add up over periods.
 */
function convertedChurn(
  ledgers: ReportLedgers,
  asked: Partial<ReportQuestion>,
): readonly KpiResult[] | NotComputedCode {
  if (ledgers.subscriptions === null) return "no-subscriptions";
  const churned = retention(churnRate, { ...ledgers, orders: null }, asked);
  if (typeof churned === "string") return churned;
  const [result] = churned;
  if (result?.status !== "measured") return "no-churn";
  const months = wholeMonths(result.period as Period); // a period read by `readPeriod`
  if (months === 12) return "period-is-a-year";
  if (months === 0) return "period-not-whole-months";
  const from = SPANS[months];
  if (from === undefined) return [convertChurnRate(result, { periods: 12 / months })];
  const spans: readonly ChurnSpan[] = from === "month" ? ["year"] : ["month", "year"];
  return spans.map((to) => convertChurnRate(result, { from, to }));
}

function valueByFormula(
  { orders }: ReportLedgers,
  asked: Partial<ReportQuestion>,
): readonly KpiResult[] | NotComputedCode {
  const { period, annualDiscountRate = DISCOUNT } = asked;
  if (orders === null) return "no-orders";
  if (period === undefined) return "no-period";
  return [formulaClv(orders, { ...picked(asked), ...margin(asked), period, annualDiscountRate })];
}

function margin(asked: Partial<ReportQuestion>): { readonly margin?: number } {
  return asked.margin === undefined ? {} : { margin: asked.margin };
}

function effort(
  { answers }: ReportLedgers,
  asked: Partial<ReportQuestion>,
): readonly KpiResult[] | NotComputedCode {
  const { cesVersion } = asked;
  if (!hasAnswers(answers, "ces")) return "no-answers";
  if (cesVersion === undefined) return "no-ces-version";
  const question: { readonly version: CesVersion } = { ...picked(asked), version: cesVersion };
  return cesVersion === "1.0"
    ? [ces(answers, question)]
    : [ces(answers, question), ces(answers, { ...question, method: "percent-agree" })];
}

/** The other definitions of churn on the same rows: why another tool may say something else. */
export function otherChurn(
  { orders, subscriptions }: ReportLedgers,
  asked: Partial<ReportQuestion>,
): readonly KpiVariants[] {
  const { period } = asked;
  if (period === undefined) return [];
  const question = { ...picked(asked), period };
  return [orders, subscriptions].flatMap((ledger) =>
    ledger === null ? [] : [churnRateVariants(ledger, question)],
  );
}
