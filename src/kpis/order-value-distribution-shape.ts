import type { OrderValueBasis } from "../counts/order-value-counts.ts";
import type { OrderValueSpread } from "../counts/order-value-spread.ts";
import type { NoValueReason, ResultPeriod } from "../result/kpi-result.ts";
import type { Unit } from "../result/unit.ts";
import type { Warning } from "../result/warning.ts";
import type { Figure } from "./figure.ts";

/** How order value is distributed over orders: a table that shows itself. */
export interface OrderValueDistribution {
  readonly kind: "order-value-distribution";
  readonly kpi: "averageOrderValue";
  readonly basis: OrderValueBasis;
  readonly unit: Unit;
  readonly period: ResultPeriod | null;
  readonly orders: number;
  /** Present where there are no figures. */
  readonly reason?: NoValueReason;
  readonly mean: Figure;
  /** The share of orders left out at each end for the trimmed mean. */
  readonly trim: number;
  readonly trimmedMean: Figure;
  readonly smallest: Figure;
  readonly lowerQuartile: Figure;
  readonly median: Figure;
  readonly upperQuartile: Figure;
  readonly largest: Figure;
  readonly warnings: readonly Warning[];
  /** The order statistics that these figures were made from. */
  readonly spread: OrderValueSpread;
}
