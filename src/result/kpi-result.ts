import type { Interval } from "./interval.ts";
import type { Unit } from "./unit.ts";
import type { Warning } from "./warning.ts";

/** Half-open span of days that was asked about: `start` is in, `end` is out. */
export interface ResultPeriod {
  readonly start: string;
  readonly end: string;
}

/** Why a question has no answer. Not an error, and never 0. */
export type NoValueReason =
  | "no-customers-at-start"
  | "no-customers-at-end"
  | "no-customers"
  | "no-orders"
  | "no-repeat-purchases"
  | "no-responses"
  | "no-revenue"
  | "missing-column"
  /** Counts typed by hand lack a number that the formula mentions. */
  | "missing-count"
  | "diverges"
  | "not-reached"
  | "undefined-mean";

/** A publication or specification that a definition follows. */
export interface Source {
  readonly citation: string;
  readonly url?: string;
}

/** One symbol of a formula: what it means and what it was here. */
export interface ExplainedSymbol {
  /** As written in the formula, such as `customers at start`. */
  readonly name: string;
  readonly meaning: string;
  /** A count or exact sum of the data, an option of the caller, or a statistic of `n` units. */
  readonly kind: "count" | "option" | "statistic";
  readonly value: number;
  /** The value as exact decimal text. */
  readonly exact: string;
  /** How many units a statistic was made from. */
  readonly n?: number;
}

/** How a value came about, read off the same formula tree that gave the value. */
export interface Explanation {
  /** `retention rate = retained customers ÷ customers at start` */
  readonly formula: string;
  /** The formula with numbers put in, one reduction a line, ending in the value. */
  readonly steps: readonly string[];
  /** ASCII arithmetic in full digits; any evaluator returns `exact`. Empty without a value. */
  readonly expression: string;
  readonly symbols: readonly ExplainedSymbol[];
  /** One sentence that can stand alone in a report. */
  readonly sentence: string;
  readonly assumptions: readonly string[];
  readonly sources: readonly Source[];
}

/** What a result is before it is put into words. */
export interface ResultCore<Counts = unknown> {
  /** The function's name, such as `churnRate`. */
  readonly kpi: string;
  /** Which definition of the KPI, such as `starters`. */
  readonly variant: string;
  /** Version of that definition; a change of a published number raises it. */
  readonly version: number;
  readonly status: "measured" | "no-value";
  /** For comparing and plotting. */
  readonly value: number | null;
  /** Decimal text to 40 significant digits. Money is read from here. */
  readonly exact: string | null;
  readonly unit: Unit;
  /** `null` when the data cannot support one; a warning says why. */
  readonly interval: Interval | null;
  /** What was asked; `null` when counts were typed by hand without it. */
  readonly period: ResultPeriod | null;
  /** The counts it came from, question included, so that it can be checked or merged. */
  readonly counts: Counts;
  readonly warnings: readonly Warning[];
  /** Present when `status` is `no-value`. */
  readonly reason?: NoValueReason;
}

/** A KPI that has a value. */
export interface Measured<Counts = unknown> extends ResultCore<Counts> {
  readonly status: "measured";
  readonly value: number;
  readonly exact: string;
  readonly explanation: Explanation;
}

/** A question without an answer on this data, such as 0 ÷ 0. */
export interface NoValue<Counts = unknown> extends ResultCore<Counts> {
  readonly status: "no-value";
  readonly value: null;
  readonly exact: null;
  readonly interval: null;
  readonly reason: NoValueReason;
  readonly explanation: Explanation;
}

/** The answer to a KPI question: plain frozen data that JSON and `structuredClone` keep whole. */
export type KpiResult<Counts = unknown> = Measured<Counts> | NoValue<Counts>;
