import {
  collectFormulaClv,
  FORMULA_CLV_CHECKS,
  type FormulaClvSource,
} from "../counts/collect-formula-clv.ts";
import type { FormulaClvQuestion } from "../counts/formula-clv-question.ts";
import { measureFormulaClv } from "./formula-clv.ts";
import { CLV_FORMULAS } from "./formula-clv-form.ts";
import { formulaClvVariantWords } from "./formula-clv-variant-words.ts";
import { type KpiVariants, sideBySide } from "./variants.ts";

/**
 * Customer lifetime value by all formulas that the numbers allow, with the reason why each differs.
 * Numbers that a formula needs and that are not given are named.
 *
 * @throws {@link KpiError} `invalid-argument` for a number or option, `invalid-data` for rows.
 * @example
 * const numbers = { profit: 100, retention: 0.8, discount: 0.1 };
 * const { variants, notComputed } = formulaClvVariants(numbers, { currency: "EUR" });
 * variants.map(({ value }) => value?.toFixed(1)); // => ["266.7", "366.7", "500.0"]
 * variants[1]?.difference; // => "Adds a first profit of 100.00 EUR now, for certain."
 * notComputed[1]?.reason; // => "It needs `periods`."
 */
export function formulaClvVariants(
  source: FormulaClvSource,
  question: FormulaClvQuestion = {},
): KpiVariants {
  const { counts, options } = collectFormulaClv<FormulaClvQuestion>(
    source,
    question,
    FORMULA_CLV_CHECKS,
  );
  const [usual, ...others] = CLV_FORMULAS;
  return sideBySide(
    [
      measureFormulaClv(usual, counts, options),
      ...others.map((formula) => measureFormulaClv(formula, counts, options)),
    ],
    formulaClvVariantWords,
  );
}
