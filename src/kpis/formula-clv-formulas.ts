import type { FormulaClvCounts, FormulaClvNumbers } from "../counts/formula-clv-counts.ts";
import type { SymbolValue } from "../result/definition.ts";
import {
  constant,
  type Formula,
  minus,
  over,
  plus,
  symbol,
  times,
  total,
} from "../result/formula.ts";
import { power } from "../result/power.ts";
import { symbolsOf } from "../result/symbols-of.ts";
import type { ClvFormula } from "./formula-clv-form.ts";

/** What the formulas mention: numbers as given, or the counts that they come from. */
export type FormulaClvSymbol =
  | ("profit" | "revenue" | "margin" | "retention" | "churn" | "discount")
  | ("averageOrderValue" | "ordersPerPeriod" | "periods" | "cac")
  | ("orders" | "customers" | "retainedCustomers" | "customersAtStart")
  | ("annualDiscountRate" | "days")
  | `survival${number}`
  | `survivalOf${number}`
  | `revenueAt${number}`
  | `revenueOf${number}`;

type Tree = Formula<FormulaClvSymbol>;

const DAYS_PER_YEAR = "365.25";

/** A formula as a tree over what the counts hold, acquisition cost taken off where there is one. */
export function clvTree(formula: ClvFormula, counts: FormulaClvCounts): Tree {
  const value = TREES[formula](counts);
  return counts.cac === null ? value : minus(value, symbol("cac"));
}

const TREES: Readonly<Record<ClvFormula, (counts: FormulaClvCounts) => Tree>> = {
  "perpetuity-end": (counts) =>
    over(times(profit(counts), retention(counts)), minus(onePlusD(counts), retention(counts))),
  "perpetuity-start": (counts) =>
    over(times(profit(counts), onePlusD(counts)), minus(onePlusD(counts), retention(counts))),
  "arpa-over-churn": (counts) => over(profit(counts), churn(counts)),
  simple: (counts) => {
    const revenue = times(revenueByOrders(counts), symbol("periods"));
    return counts.margin === null ? revenue : times(revenue, symbol("margin"));
  },
  "profit-times-duration": (counts) => times(profit(counts), symbol("periods")),
  finite: (counts) => total(agesTo(counts.periods ?? 1).map((age) => profitAt(age, counts))),
  "cohort-curve": (counts) => {
    const { survival, revenueByAge } = curveOf(counts);
    if (revenueByAge.length > 0) return total(revenueByAge.map((_, age) => revenueAt(age, counts)));
    const ages = survival;
    if (ages.length === 0) return times(profit(counts), symbol("survival0"));
    return total(
      ages.map(([, of], age) => {
        const kept = symbol<FormulaClvSymbol>(`survival${age}`);
        const share = of === 1 ? kept : over(kept, symbol<FormulaClvSymbol>(`survivalOf${age}`));
        return over(times(profit(counts), share), power(onePlusD(counts), constant(age)));
      }),
    );
  },
};

/** What was observed by age. */
function curveOf(counts: FormulaClvCounts): {
  readonly survival: NonNullable<FormulaClvNumbers["survival"]>;
  readonly revenueByAge: NonNullable<FormulaClvNumbers["revenueByAge"]>;
} {
  if (counts.from === "orders") return { survival: [], revenueByAge: [] };
  return { survival: counts.survival ?? [], revenueByAge: counts.revenueByAge ?? [] };
}

/** Profit of a customer once acquired at one age, as observed: of those who stayed and those who left. */
function revenueAt(age: number, counts: FormulaClvCounts): Tree {
  const revenue: Tree = symbol(`revenueAt${age}`);
  const all = counts.margin === null ? revenue : times(revenue, symbol("margin"));
  return over(over(all, symbol(`revenueOf${age}`)), power(onePlusD(counts), constant(age)));
}

function agesTo(periods: number): readonly number[] {
  return Array.from({ length: Math.max(1, Math.floor(periods)) }, (_, at) => at + 1);
}

function profitAt(age: number, counts: FormulaClvCounts): Tree {
  const kept = times(profit(counts), power(retention(counts), constant(age)));
  return over(kept, power(onePlusD(counts), constant(age)));
}

/** Profit of one customer in one period, m. */
function profit(counts: FormulaClvCounts): Tree {
  if (counts.revenue === null) return symbol("profit");
  const revenue: Tree = symbol("revenue");
  const all = counts.margin === null ? revenue : times(revenue, symbol("margin"));
  return counts.from === "numbers" ? all : over(all, symbol("customers"));
}

function retention(counts: FormulaClvCounts): Tree {
  if (counts.from === "orders")
    return over(symbol("retainedCustomers"), symbol("customersAtStart"));
  return counts.churn === null ? symbol("retention") : minus(constant(1), symbol("churn"));
}

function churn(counts: FormulaClvCounts): Tree {
  if (counts.from === "numbers" && counts.retention === null) return symbol("churn");
  return minus(constant(1), retention(counts));
}

function onePlusD({ from }: FormulaClvCounts): Tree {
  if (from === "numbers") return plus(constant(1), symbol("discount"));
  const years = over(symbol("days"), constant(DAYS_PER_YEAR));
  return power(plus(constant(1), symbol("annualDiscountRate")), years);
}

/** Revenue of one customer in one period, by order value and frequency. */
function revenueByOrders({ from }: FormulaClvCounts): Tree {
  return from === "numbers"
    ? times(symbol("averageOrderValue"), symbol("ordersPerPeriod"))
    : times(over(symbol("revenue"), symbol("orders")), over(symbol("orders"), symbol("customers")));
}

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
  const hasRevenue = counts.revenue !== null || curveOf(counts).revenueByAge.length > 0;
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
    const { survival, revenueByAge } = curveOf(counts);
    const pair = (kind.startsWith("survival") ? survival : revenueByAge)[Number(age)];
    return pair?.[kind.endsWith("Of") ? 1 : 0] ?? null;
  }
  const value: unknown = Object.hasOwn(counts, name) ? Reflect.get(counts, name) : null;
  return typeof value === "number" || typeof value === "string" ? value : null;
}
