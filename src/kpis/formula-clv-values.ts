import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { SymbolValue } from "../result/definition.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { ClvFormula } from "./formula-clv-form.ts";
import { clvTree } from "./formula-clv-formulas.ts";
import { clvCurve, type FormulaClvSymbol } from "./formula-clv-symbol.ts";

/** The symbols that a formula mentions and their values. */
export function clvSymbols(
  formula: ClvFormula,
  counts: FormulaClvCounts,
): Readonly<Partial<Record<FormulaClvSymbol, SymbolValue>>> {
  return Object.fromEntries(
    symbolsOf(clvTree(formula, counts)).map((name) => [
      name,
      { kind: clvSymbolKind(name, counts), value: clvNumber(counts, name) ?? 0 } as const,
    ]),
  );
}

function clvSymbolKind(
  name: FormulaClvSymbol,
  { from, question }: FormulaClvCounts,
): "count" | "option" {
  if (OBSERVED.test(name)) return question === null ? "option" : "count";
  const given = name === "margin" || name === "periods" || name === "cac";
  return from === "numbers" || given || name === "annualDiscountRate" ? "option" : "count";
}

/** Whether the value is revenue, for want of a margin. */
export function isRevenueOnly(formula: ClvFormula, counts: FormulaClvCounts): boolean {
  const hasRevenue = counts.revenue !== null || clvCurve(counts).revenueByAge.length > 0;
  return counts.margin === null && (formula === "simple" || hasRevenue);
}

/** The first number that a formula needs and the counts lack, or `null`. */
export function clvMissing(
  formula: ClvFormula,
  counts: FormulaClvCounts,
): FormulaClvSymbol | "survival" | null {
  const missing = [...symbolsOf(clvTree(formula, counts))].find(
    (name) => clvNumber(counts, name) === null,
  );
  if (missing === undefined) {
    return formula === "finite" && counts.periods === null ? "periods" : null;
  }
  return missing.startsWith("survival") ? "survival" : missing;
}

/** The symbols of what was observed by age. */
const OBSERVED = /^(survival|survivalOf|revenueAt|revenueOf)(\d+)$/;

/** What a symbol is worth; `null`: not given. */
function clvNumber(counts: FormulaClvCounts, name: FormulaClvSymbol): number | string | null {
  const [, kind, age] = OBSERVED.exec(name) ?? [];
  if (kind !== undefined) {
    const { survival, revenueByAge } = clvCurve(counts);
    const pair = (kind.startsWith("survival") ? survival : revenueByAge)[Number(age)];
    return pair?.[kind.endsWith("Of") ? 1 : 0] ?? null;
  }
  const value: unknown = Object.hasOwn(counts, name) ? Reflect.get(counts, name) : null;
  return typeof value === "number" || typeof value === "string" ? value : null;
}
