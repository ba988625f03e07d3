import { type OptionCheck, oneOf } from "../base/options.ts";

/** The formulas of customer lifetime value. */
export type ClvFormula =
  | "perpetuity-end"
  | "perpetuity-start"
  | "arpa-over-churn"
  | "simple"
  | "profit-times-duration"
  | "finite"
  | "cohort-curve";

/** Which formula is asked for. */
export interface FormulaClvForm {
  /**
   * `"perpetuity-end"` (default): the first profit after one period, from those who stayed;
   * `"perpetuity-start"`: now; `"arpa-over-churn"`: profit over churn, without discount; `"simple"`:
   * order value × orders × periods; `"profit-times-duration"`: profit × periods; `"finite"`: the
   * default cut off after `periods`; `"cohort-curve"`: by `survival` as it was observed.
   */
  readonly formula?: ClvFormula;
}

/** All formulas, the default first. */
export const CLV_FORMULAS: readonly [ClvFormula, ...ClvFormula[]] = [
  "perpetuity-end",
  "perpetuity-start",
  "arpa-over-churn",
  "simple",
  "profit-times-duration",
  "finite",
  "cohort-curve",
];

/** The checks of {@link FormulaClvForm}. */
export const FORMULA_CLV_FORM_CHECKS = {
  formula: oneOf(CLV_FORMULAS) as OptionCheck<ClvFormula>,
} as const;
