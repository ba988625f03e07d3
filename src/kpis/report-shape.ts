import type { KpiResult, ResultPeriod } from "../result/kpi-result.ts";
import type { Comparison } from "./report-question.ts";

/** A KPI that a report could not compute. */
export interface NotComputed {
  readonly kpi: string;
  /** What was missing and what to do, in one sentence. */
  readonly reason: string;
}

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
