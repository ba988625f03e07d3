import type { CalendarDate } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { CohortAxes } from "./cohort-question.ts";
import type { MoneyCounts } from "./money-counts.ts";

/** The question that counts of cohorts answer. */
export interface CohortAsked extends CohortAxes {
  readonly source: "orders" | "cohorts";
  readonly period: Period | null;
  readonly timeZone: string;
  /** The day up to which, and without which, the data are complete. */
  readonly complete: CalendarDate | null;
}

/** Cohorts and how many of each came back at each age. They merge only over parts that share no customer. */
export interface CohortCounts extends MoneyCounts {
  readonly kind: "cohort-retention";
  readonly question: CohortAsked;
  /** One a cohort, the earliest first; by name where an attribute makes the cohorts. */
  readonly cohorts: readonly CohortRowCounts[];
}

/** A number of customers or orders, or money as decimal text. */
export type CohortValue = number | string;

/** One cohort by age, or by bracket of ages. */
export interface CohortRowCounts {
  /** The period's name, such as `2025-03`, or the attribute's value. */
  readonly cohort: string;
  /** `null` where an attribute makes the cohorts. */
  readonly period: Period | null;
  /** Distinct customers. */
  readonly size: number;
  /** Customers back, their orders or their net revenue; `null`: not observed to the end. */
  readonly values: readonly (CohortValue | null)[];
  /** What the values are a share of: the cohort itself, its orders or revenue at age 0. */
  readonly bases: readonly (CohortValue | null)[];
  /** So many leading values are final; later ones were counted before their time was over. */
  readonly settled: number;
}
