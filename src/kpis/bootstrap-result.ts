import type { ResultPeriod } from "../result/kpi-result.ts";
import type { Unit } from "../result/unit.ts";

/** How limits are taken from the replicates. */
export type BootstrapMethod = "bca" | "percentile";

/** Why there is no interval. */
export type NoBootstrapReason =
  /** The KPI itself has no value. */
  | "no-value"
  /** More than half of the replicates have no value. */
  | "few-values"
  /** All replicates are alike. */
  | "no-spread"
  /** The replicates lie aside of the value, so that they cannot judge it. */
  | "replicates-aside";

/** Limits between which a bootstrap finds a KPI. */
export interface BootstrapLimits {
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly method: `bootstrap-${BootstrapMethod}`;
}

/** A KPI with an interval by the bootstrap. Plain frozen data that shows itself. */
export interface BootstrapInterval {
  readonly kind: "bootstrap-interval";
  readonly kpi: string;
  readonly variant: string;
  readonly value: number | null;
  readonly exact: string | null;
  readonly unit: Unit;
  readonly period: ResultPeriod | null;
  readonly interval: BootstrapLimits | null;
  /** Present where there is no interval. */
  readonly because?: NoBootstrapReason;
  /** What was drawn, and how many there are. */
  readonly drawn: "customers" | "respondents" | "answers";
  readonly units: number;
  readonly replicates: number;
  /** Replicates on which the KPI had no value; they are left out. */
  readonly withoutValue: number;
  readonly seed: number;
}
