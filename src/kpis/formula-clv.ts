import {
  collectFormulaClv,
  type FormulaClvQuestion,
  type FormulaClvSource,
} from "../counts/collect-formula-clv.ts";
import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import { moneyUnit } from "../counts/money-counts.ts";
import type { KpiDefinition, SymbolValue } from "../result/definition.ts";
import { constant, type Formula, minus, over, plus, symbol, times } from "../result/formula.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { measure } from "../result/measure.ts";
import { power } from "../result/power.ts";
import type { FormulaClvSymbol } from "./formula-clv-symbols.ts";
import { formulaClvWords } from "./formula-clv-words.ts";
import { smallSample } from "./small-sample.ts";

export type FormulaClv = KpiResult<FormulaClvCounts>;

const DAYS_PER_YEAR = "365.25";

/** Profit of a period, kept with retention r and discounted at d for ever: `m r ÷ (1 + d − r)`. */
export const formulaClvPerpetuityEnd: KpiDefinition<FormulaClvCounts, FormulaClvSymbol> = {
  kpi: "formulaClv",
  variant: "perpetuity-end",
  version: 1,
  unit: moneyUnit,
  formula: (counts) => {
    const { m, r, onePlusD } = parts(counts);
    return over(times(m, r), minus(onePlusD, r));
  },
  symbols: symbolsOf,
  noValue: (counts) => {
    if (counts.from === "numbers")
      return counts.retention < 1 + counts.discount ? null : "diverges";
    if (counts.customers === 0) return "no-customers";
    if (counts.customersAtStart === 0) return "no-customers-at-start";
    const diverges =
      counts.retainedCustomers === counts.customersAtStart && counts.annualDiscountRate === 0;
    return diverges ? "diverges" : null;
  },
  interval: ({ from }) => ({ because: from === "numbers" ? "inputs-are-exact" : "no-method" }),
  warnings: (counts) => [
    { code: "constant-hazard-assumed" },
    ...(counts.from === "orders"
      ? [
          ...smallSample(counts.customersAtStart),
          ...(counts.margin === null ? [{ code: "revenue-not-margin" as const }] : []),
        ]
      : []),
  ],
  sources: [
    {
      citation:
        "Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41(1), 7-18, equation 4: the margin multiple r ÷ (1 + i − r).",
    },
  ],
  words: formulaClvWords,
};

interface Parts {
  readonly m: Formula<FormulaClvSymbol>;
  readonly r: Formula<FormulaClvSymbol>;
  readonly onePlusD: Formula<FormulaClvSymbol>;
}

function parts(counts: FormulaClvCounts): Parts {
  if (counts.from === "numbers") {
    const onePlusD = plus(constant(1), symbol("discount"));
    return { m: symbol("profit"), r: symbol("retention"), onePlusD };
  }
  const revenue =
    counts.margin === null ? symbol("revenue") : times(symbol("revenue"), symbol("margin"));
  const years = over(symbol("days"), constant(DAYS_PER_YEAR));
  return {
    m: over(revenue, symbol("customers")),
    r: over(symbol("retainedCustomers"), symbol("customersAtStart")),
    onePlusD: power(plus(constant(1), symbol("annualDiscountRate")), years),
  };
}

function symbolsOf(
  counts: FormulaClvCounts,
): Readonly<Partial<Record<FormulaClvSymbol, SymbolValue>>> {
  if (counts.from === "numbers") {
    return {
      profit: { kind: "option", value: counts.profit },
      retention: { kind: "option", value: counts.retention },
      discount: { kind: "option", value: counts.discount },
    };
  }
  return {
    revenue: { kind: "count", value: counts.revenue },
    ...(counts.margin === null ? {} : { margin: { kind: "option", value: counts.margin } }),
    customers: { kind: "count", value: counts.customers },
    retainedCustomers: { kind: "count", value: counts.retainedCustomers },
    customersAtStart: { kind: "count", value: counts.customersAtStart },
    annualDiscountRate: { kind: "option", value: counts.annualDiscountRate },
    days: { kind: "count", value: counts.days },
  };
}

/**
 * Customer lifetime value by formula: `m r ÷ (1 + d − r)`, the first margin at the end of the first
 * period, given that the customer stayed.
 *
 * From numbers: profit `m` of a customer and period, retention `r` and discount `d` of that same
 * period. From orders: `m` is net revenue × `margin` per customer of the period, `r` the retention of
 * the buyers of the period before, and `d` comes from `annualDiscountRate`.
 *
 * @returns `no-value` with reason `diverges` when retention is not below `1 + d`.
 * @throws {@link KpiError} `invalid-argument` for a number or option, `invalid-data` for rows.
 * @see Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41(1), equation 4.
 * @example
 * const value = formulaClv({ profit: 100, retention: 0.8, discount: 0.1 }, { currency: "EUR" });
 * value.value?.toFixed(2); // => "266.67"
 * value.explanation.steps[0]; // => "100 × 0.8 ÷ (1 + 0.1 − 0.8)"
 */
export function formulaClv(
  source: FormulaClvSource,
  question: FormulaClvQuestion = {},
): FormulaClv {
  const { counts, options } = collectFormulaClv(source, question);
  return measure(formulaClvPerpetuityEnd, counts, options);
}
