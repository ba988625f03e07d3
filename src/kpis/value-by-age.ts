import type { Every } from "../base/periods-of.ts";
import type { ResultPeriod } from "../result/kpi-result.ts";
import type { HistoricalClv } from "./historical-clv.ts";

/** Value per acquired customer by age: a table that shows itself. */
export interface HistoricalClvByAge {
  readonly kind: "value-by-age";
  readonly kpi: "historicalClv";
  /** The length of a step of age. */
  readonly every: Every;
  readonly period: ResultPeriod | null;
  /** One an age, from 0 on. */
  readonly points: readonly ValueAtAge[];
}

/** What a customer brought up to and with one age. */
export interface ValueAtAge {
  readonly age: number;
  /** Cohorts that were followed through the age; younger ones are not in its figure. */
  readonly cohorts: number;
  readonly customers: number;
  readonly value: number | null;
  readonly exact: string | null;
  readonly result: HistoricalClv;
}
