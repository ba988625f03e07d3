import type { RowWarning } from "../result/warning.ts";

/** How rows of cohorts are to be read. */
export interface CohortTableOptions {
  /** ISO 4217. Default: what the rows say; one that differs from the rows' is refused. */
  readonly currency?: string;
}

/** Rows of cohorts, checked. */
export interface CohortTable {
  readonly kind: "cohorts";
  readonly currency: string | null;
  /** All money is held as whole multiples of ten to the power of minus this. */
  readonly scale: number;
  /** How many rows were read. */
  readonly rows: number;
  readonly cohorts: readonly CheckedCohort[];
  readonly warnings: readonly RowWarning[];
}

/** One cohort, checked. */
export interface CheckedCohort {
  /** The period as the row writes it. */
  readonly cohort: string;
  /** How many customers were acquired. */
  readonly size: number;
  /** How many were active at each age, at most `size`; null: not observed yet. */
  readonly active: readonly (number | null)[];
  /** Scaled integers by age, null: not observed yet; null if the row has none. */
  readonly revenue: readonly (bigint | null)[] | null;
  /** Index of the row. */
  readonly row: number;
}
