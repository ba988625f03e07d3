import type { RetentionCounts } from "../counts/retention-counts.ts";
import type { SymbolValue } from "../result/definition.ts";
import type { Formula } from "../result/formula.ts";
import type { NoValueReason } from "../result/kpi-result.ts";
import { symbolsOf } from "../result/symbols-of.ts";

/** Every number that formulas of retention and churn may mention: members of the counts. */
export type RetentionSymbol =
  | "retainedCustomers"
  | "customersAtStart"
  | "customersAtEnd"
  | "newCustomers"
  | "returnedCustomers"
  | "lostCustomers"
  | "voluntaryLostStarters"
  | "involuntaryLostStarters"
  | "customerDays"
  | "periodDays";

/** The counts that a formula mentions, as its symbols. */
export function countsMentioned(
  formula: Formula<RetentionSymbol>,
  counts: RetentionCounts,
): Readonly<Partial<Record<RetentionSymbol, SymbolValue>>> {
  const named = symbolsOf(formula).map(
    (name) => [name, { kind: "count", value: counts[name] ?? 0 }] as const,
  );
  return Object.fromEntries(named);
}

/** The first count that a formula mentions and these counts lack. */
export function countMissing(
  formula: Formula<RetentionSymbol>,
  counts: RetentionCounts,
): RetentionSymbol | null {
  return symbolsOf(formula).find((name) => counts[name] === null) ?? null;
}

/** Why a formula has no value for want of a number: the rows lack a column, or typed counts a count. */
export function missingNumber(
  formula: Formula<RetentionSymbol>,
  counts: RetentionCounts,
): NoValueReason | null {
  if (countMissing(formula, counts) === null) return null;
  return counts.question === null ? "missing-count" : "missing-column";
}
