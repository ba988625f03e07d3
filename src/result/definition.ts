import type { Formula } from "./formula.ts";
import type { IntervalFinding } from "./interval.ts";
import type { NoValueReason, ResultCore, Source } from "./kpi-result.ts";
import type { Language, Writer } from "./language.ts";
import type { Unit } from "./unit.ts";
import type { WarningFact } from "./warning.ts";

/** What a symbol is worth on given counts. */
export type SymbolValue =
  /** A count or an exact sum; a number, or decimal text for money. */
  | { readonly kind: "count"; readonly value: number | string }
  /** Something the caller handed in. */
  | { readonly kind: "option"; readonly value: number | string }
  /** A floating-point statistic of `n` units. */
  | { readonly kind: "statistic"; readonly value: number; readonly n: number };

/** The words of one definition in one language, made for one result. */
export interface Words<Name extends string = string> {
  /** The KPI's name inside a formula or heading, such as `retention rate`. */
  readonly title: string;
  readonly symbols: Readonly<Record<Name, { readonly name: string; readonly meaning: string }>>;
  /** One sentence that can stand alone, also when there is no value. */
  readonly sentence: string;
  readonly assumptions: readonly string[];
}

/** Puts a result into words. English stands beside the definition, other languages in `present`. */
export type Wording<Counts, Name extends string = string> = (
  core: ResultCore<Counts>,
  write: Writer,
) => Words<Name>;

/**
 * One definition of one KPI, as data: everything that turns counts into an answer.
 * A KPI has one definition per variant; its id is `kpi/variant@version`.
 */
export interface KpiDefinition<Counts, Name extends string = string> {
  readonly kpi: string;
  readonly variant: string;
  readonly version: number;
  readonly unit: (counts: Counts) => Unit;
  readonly formula: (counts: Counts) => Formula<Name>;
  /** The symbols that the formula of these counts mentions. */
  readonly symbols: (counts: Counts) => Readonly<Partial<Record<Name, SymbolValue>>>;
  /** Why these counts give no value, or `null` when they do. */
  readonly noValue: (counts: Counts) => NoValueReason | null;
  readonly interval: (counts: Counts, confidence: number) => IntervalFinding;
  readonly warnings: (counts: Counts) => readonly WarningFact[];
  readonly sources: readonly Source[];
  readonly words: Wording<Counts, Name>;
  /** English with the words of all its warnings. Default: of those that any KPI may have. */
  readonly english?: Language;
}
