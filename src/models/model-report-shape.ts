import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import type { FrequencyClass } from "./calibration-by-frequency.ts";
import type { HoldoutClass } from "./holdout-by-frequency.ts";
import type { HoldoutError } from "./holdout-error.ts";
import type { Bounds } from "./parameter-intervals.ts";
import type { TimeUnit } from "./time-unit.ts";
import type { TrackedWeek } from "./track-purchases.ts";

/** How a fitted model does: its fit, and what it says beside what happened. Shows itself as a page. */
export interface ModelReport {
  readonly kind: "model-report";
  /** `MBG/NBD` and the like. */
  readonly name: string;
  readonly unit: TimeUnit;
  readonly fit: FittedPurchaseModel;
  readonly confidence: number;
  readonly parameters: readonly ReportedParameter[];
  /** What the fit says of the customers, in sentences. */
  readonly meaning: readonly string[];
  /** Customers by repeat purchases so far, counted and as the fit has them. */
  readonly calibration: readonly FrequencyClass[];
  /** Repeat purchases week by week; null where only a summary was given, which has no weeks. */
  readonly tracking: readonly TrackedWeek[] | null;
  /** Null where no hold-out was given. */
  readonly holdout: ReportedHoldout | null;
  /** What the checks say, in sentences. */
  readonly findings: readonly string[];
}

/** A parameter, how well it is known, and what it stands for. */
export interface ReportedParameter {
  readonly name: string;
  readonly value: number;
  /** Null where the data do not tell it. */
  readonly standardError: number | null;
  readonly interval: Bounds | null;
  readonly meaning: string;
}

/** What the model, fitted to the time before the hold-out, foretold of it. */
export interface ReportedHoldout extends HoldoutError {
  /** How long it lasts, in the unit. */
  readonly horizon: number;
  /** Customers who had bought before it; all numbers here are theirs. */
  readonly customers: number;
  /** Customers who bought for the first time within it, and are in none of these numbers. */
  readonly newCustomers: number;
  readonly byFrequency: readonly HoldoutClass[];
  /**
   * Of pairs of customers who bought differently often in the hold-out, the share that the model put
   * in order; null where all bought equally often.
   */
  readonly concordance: number | null;
}
