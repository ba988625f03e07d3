import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
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
import type { ClvFormula } from "./formula-clv-form.ts";
import { clvCurve, type FormulaClvSymbol } from "./formula-clv-symbol.ts";

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
    const { survival, revenueByAge } = clvCurve(counts);
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
