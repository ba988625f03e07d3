import { argumentError } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import {
  collectFormulaClv,
  FORMULA_CLV_CHECKS,
  type FormulaClvSource,
} from "../counts/collect-formula-clv.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { FormulaClvCounts } from "../counts/formula-clv-counts.ts";
import type { FormulaClvQuestion } from "../counts/formula-clv-question.ts";
import { requireCurrency } from "../counts/money-counts.ts";
import { readFormulaClvCounts } from "../counts/read-formula-clv-counts.ts";
import type { KpiDefinition } from "../result/definition.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { type MeasureOptions, measure } from "../result/measure.ts";
import {
  formulaClvArpaOverChurn,
  formulaClvCohortCurve,
  formulaClvFinite,
  formulaClvPerpetuityEnd,
  formulaClvPerpetuityStart,
  formulaClvProfitTimesDuration,
  formulaClvSimple,
} from "./formula-clv-definitions.ts";
import {
  type ClvFormula,
  FORMULA_CLV_FORM_CHECKS,
  type FormulaClvForm,
} from "./formula-clv-form.ts";
import type { FormulaClvSymbol } from "./formula-clv-symbol.ts";
import { clvMissing } from "./formula-clv-values.ts";

export type FormulaClv = KpiResult<FormulaClvCounts>;

/** A question of formula CLV and the formula it is to be answered by. */
export interface FormulaClvFormQuestion extends FormulaClvQuestion, FormulaClvForm {}

const DEFINITIONS: Readonly<Record<ClvFormula, KpiDefinition<FormulaClvCounts, FormulaClvSymbol>>> =
  {
    "perpetuity-end": formulaClvPerpetuityEnd,
    "perpetuity-start": formulaClvPerpetuityStart,
    "arpa-over-churn": formulaClvArpaOverChurn,
    simple: formulaClvSimple,
    "profit-times-duration": formulaClvProfitTimesDuration,
    finite: formulaClvFinite,
    "cohort-curve": formulaClvCohortCurve,
  };

const CHECKS: OptionChecks<FormulaClvFormQuestion> = {
  ...FORMULA_CLV_CHECKS,
  ...FORMULA_CLV_FORM_CHECKS,
};

/**
 * Customer lifetime value by formula: `m r ÷ (1 + d − r)`, the first margin at the end of the first
 * period, given that the customer stayed; or by another `formula`.
 *
 * From numbers: profit `m` of a customer and period, retention `r` and discount `d` of that same
 * period. From orders: `m` is net revenue × `margin` per customer of the period, `r` the retention of
 * the buyers of the period before, and `d` comes from `annualDiscountRate`. With `cac` the cost of
 * winning the customer is taken off.
 *
 * From rows of cohorts, with `formula: "cohort-curve"`: what the customers acquired brought at each age
 * × `margin`, or a `profit` of each who was still there, and `discount` of one period.
 *
 * @returns `no-value` with reason `diverges` when retention is not below `1 + d`.
 * @throws {@link KpiError} `invalid-argument` for a number or option, also one that the formula needs
 * and that is not given; `invalid-data` for rows.
 * @see Gupta, Lehmann & Stuart (2004), Valuing Customers, Journal of Marketing Research 41(1), equation 4.
 * @example
 * const numbers = { profit: 100, retention: 0.8, discount: 0.1 };
 * const value = formulaClv(numbers, { currency: "EUR" });
 * value.value?.toFixed(2); // => "266.67"
 * value.explanation.steps[0]; // => "100 × 0.8 ÷ (1 + 0.1 − 0.8)"
 * formulaClv(numbers, { currency: "EUR", formula: "arpa-over-churn", cac: 120 }).value; // => 380
 * const cohort = { cohort: "2025-01", size: 10, active: [10, 5, 4], revenue: [300, 110, 121] };
 * const asked = { currency: "EUR", formula: "cohort-curve", margin: 0.5, discount: 0.1 };
 * formulaClv([cohort], asked).exact; // => "25"
 */
export function formulaClv(
  source: FormulaClvSource,
  question: FormulaClvFormQuestion = {},
): FormulaClv {
  const { asked, counts, options } = collectFormulaClv<FormulaClvFormQuestion>(
    source,
    question,
    CHECKS,
  );
  const { formula = "perpetuity-end" } = asked;
  if (counts.question?.source === "cohorts" && formula !== "cohort-curve") {
    throw argumentError("formula", '"cohort-curve" for rows of cohorts', formula);
  }
  requireNumbers(formula, counts);
  return measureFormulaClv(formula, counts, options);
}

/**
 * Stage 2 of {@link formulaClv}: from counts made here or merged.
 *
 * @returns `no-value` with reason `missing-count` where the counts lack what the formula needs.
 * @throws {@link KpiError} `invalid-argument` for a count or option.
 * @example
 * import { formulaClvCounts } from "loyalty-kpis/counts";
 * const counts = formulaClvCounts({ profit: 100, retention: 0.8, discount: 0.1 }, { currency: "EUR" });
 * formulaClvFromCounts(counts, { formula: "perpetuity-start" }).value?.toFixed(2); // => "366.67"
 */
export function formulaClvFromCounts(
  counts: FormulaClvCounts,
  options: FormulaClvForm & ConfidenceOptions = {},
): FormulaClv {
  const { formula = "perpetuity-end", ...asked } = readOptions<FormulaClvForm & ConfidenceOptions>(
    options,
    { ...CONFIDENCE_CHECKS, ...FORMULA_CLV_FORM_CHECKS },
  );
  const read = readFormulaClvCounts(counts);
  requireCurrency(read.currency, true);
  return measureFormulaClv(formula, read, { period: read.question?.period ?? null, ...asked });
}

/** Refuses a formula without the numbers that only the caller can give. */
function requireNumbers(formula: ClvFormula, counts: FormulaClvCounts): void {
  const missing = clvMissing(formula, counts);
  if (missing !== null) {
    const expected = `given: the formula "${formula}" needs it`;
    throw argumentError(missing, expected, undefined, "option-missing");
  }
  if (formula !== "finite" || Number.isInteger(counts.periods)) return;
  throw argumentError("periods", 'a whole number for the formula "finite"', counts.periods);
}

/** Measures by one formula. */
export function measureFormulaClv(
  formula: ClvFormula,
  counts: FormulaClvCounts,
  options: MeasureOptions,
): FormulaClv {
  return measure(DEFINITIONS[formula], counts, options);
}
