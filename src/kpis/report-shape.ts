import type { KpiResult, ResultPeriod } from "../result/kpi-result.ts";
import type { Comparison } from "./report-question.ts";

/** A KPI that a report could not compute. */
export interface NotComputed {
  readonly kpi: string;
  readonly code: NotComputedCode;
  /** What was missing and what to do, in one sentence. */
  readonly reason: string;
}

/** Why a report could not compute a KPI. */
export type NotComputedCode =
  | "no-orders"
  | "no-customers"
  | "no-answers"
  | "no-period"
  | "no-currency"
  /** There is no churn that could be converted to another period. */
  | "no-subscriptions"
  | "no-churn"
  | "period-is-a-year"
  | "period-not-whole-months"
  /** It was not said which effort question the answers belong to. */
  | "no-ces-version";

/** Every KPI that the sources and the question allow. */
export interface Report {
  /** Version of this shape. */
  readonly version: 1;
  /** What was asked; `null`: all rows. */
  readonly period: ResultPeriod | null;
  readonly results: readonly KpiResult[];
  readonly notComputed: readonly NotComputed[];
  /** The same for the period compared with, where one was asked for. */
  readonly comparison?: ReportComparison;
}

/** The period that a report is compared with. */
export interface ReportComparison {
  readonly to: Comparison;
  readonly period: ResultPeriod;
  readonly results: readonly KpiResult[];
  readonly notComputed: readonly NotComputed[];
}
