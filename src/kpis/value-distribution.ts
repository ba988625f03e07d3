import type { CustomerValueSpread } from "../counts/customer-value-spread.ts";
import type { Figure } from "./figure.ts";
import type { HistoricalClv } from "./historical-clv.ts";

/** How customer value is distributed over customers: a table that shows itself. */
export interface CustomerValueDistribution {
  readonly kind: "customer-value-distribution";
  readonly kpi: "historicalClv";
  readonly customers: number;
  /** All of their value together. */
  readonly total: Figure;
  /** The mean with its formula, interval, warnings, and the reason where there is no value. */
  readonly mean: HistoricalClv;
  readonly median: Figure;
  /** The tenth of customers with the least first. None below ten customers. */
  readonly deciles: readonly ValueDecile[];
  readonly topFifth: TopFifthOfValue;
  /** The order statistics that these figures were made from. */
  readonly spread: CustomerValueSpread;
}

/** A tenth of customers. */
export interface ValueDecile {
  /** From 1, the tenth with the least, to 10. */
  readonly decile: number;
  readonly from: Figure;
  readonly to: Figure;
  readonly customers: number;
  readonly value: Figure;
  /** Of the value of all; none unless that is above 0. */
  readonly shareOfValue: Figure;
}

/** The 20 % of customers with the most value. */
export interface TopFifthOfValue {
  /** A fifth of all, in fifths of a customer. */
  readonly customers: number;
  readonly value: Figure;
  readonly shareOfValue: Figure;
}
