import type { Period } from "../base/period.ts";
import type { CohortCounts } from "../counts/cohort-counts.ts";
import type { CohortAverageBy, CohortBase } from "../counts/cohort-question.ts";
import type { ResultPeriod } from "../result/kpi-result.ts";
import type { Warning } from "../result/warning.ts";
import type { CohortAverage } from "./cohort-average.ts";
import type { CohortCell } from "./cohort-cells.ts";
import type { CohortExplanation } from "./cohort-explanation.ts";

/** Cohorts by age: a table that shows itself. */
export interface CohortRetention {
  readonly kind: "cohort-retention";
  readonly kpi: "cohortRetention";
  /** The words chosen on each axis, such as `first,on,calendar,cohort,customers`. */
  readonly variant: string;
  readonly version: 1;
  readonly period: ResultPeriod | null;
  readonly base: CohortBase;
  /** Of the intervals; `null` where none was wanted. */
  readonly confidence: number | null;
  /** Ages, from 0 on, or brackets of ages. */
  readonly ages: readonly string[];
  readonly cohorts: readonly CohortOfTable[];
  readonly averageBy: CohortAverageBy;
  /** All cohorts together, age by age. */
  readonly average: readonly CohortAverage[];
  readonly explanation: CohortExplanation;
  readonly warnings: readonly Warning[];
  readonly counts: CohortCounts;
}

/** One cohort of the table. */
export interface CohortOfTable {
  /** The period's name, such as `2025-03`, or the value of the attribute. */
  readonly cohort: string;
  readonly period: Period | null;
  /** Distinct customers. */
  readonly size: number;
  readonly cells: readonly CohortCell[];
}
