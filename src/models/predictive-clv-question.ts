import { argumentError } from "../base/errors.ts";
import { type OptionCheck, type OptionChecks, oneOf, wholeNumber } from "../base/options.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "../counts/confidence.ts";
import type { CustomerId } from "../ledger/rows.ts";
import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import type { FittedGammaGamma } from "./gamma-gamma.ts";
import type { ModelChoice } from "./model-choice.ts";
import { PURCHASE_MODELS, type PurchaseModelKind } from "./model-words.ts";
import {
  PURCHASE_SUMMARY_CHECKS,
  type PurchaseSummaryQuestion,
} from "./purchase-summary-of-orders.ts";
import { memberOf } from "./require-model.ts";
import type { TimeUnit } from "./time-unit.ts";
import { VALUE_CHECKS, type ValueQuestion } from "./value-question.ts";

/** A question of predictive customer lifetime value. Options on orders are refused with a summary. */
export interface PredictiveClvQuestion
  extends Omit<PurchaseSummaryQuestion, "holdoutFrom">,
    Omit<ValueQuestion, "horizon">,
    ConfidenceOptions {
  /** One customer by id; all together when left out. */
  readonly customerId?: CustomerId;
  /** What a period is. Default `"month"`. */
  readonly every?: TimeUnit;
  /** How many periods to look ahead. Default 12. */
  readonly periods?: number;
  /**
   * Which model of purchases: a kind (default `"bg-nbd"`), `"choose"` for what `chooseModel` finds, a
   * fitted model, or a choice that was made before.
   */
  readonly model?: PurchaseModelKind | "choose" | FittedPurchaseModel | ModelChoice;
  /** A fitted model of spend; fitted to the data when left out. */
  readonly spend?: FittedGammaGamma;
}

const { holdoutFrom: _, ...ORDERS_OPTIONS } = PURCHASE_SUMMARY_CHECKS;
const { horizon: __, ...VALUE_OPTIONS } = VALUE_CHECKS;

const namedModel = oneOf([...PURCHASE_MODELS, "choose"]);

const model: OptionCheck<Exclude<PredictiveClvQuestion["model"], undefined>> = (value, option) => {
  if (typeof value === "string") return namedModel(value, option);
  const kind = kindOf(value);
  const isFitted = PURCHASE_MODELS.some((known) => known === kind) && hasOwn(value, "covariance");
  // The kind says which of the two it is.
  if (isFitted || kind === "model-choice") return value as FittedPurchaseModel | ModelChoice;
  throw argumentError(option, "the name of a model, a fitted model or a choice", value);
};

const spend: OptionCheck<FittedGammaGamma> = (value, option) => {
  if (kindOf(value) === "gamma-gamma" && hasOwn(value, "covariance")) {
    return value as FittedGammaGamma; // as its kind says
  }
  throw argumentError(option, "a fitted gamma-gamma model", value);
};

const customerId: OptionCheck<CustomerId> = (value, option) => {
  if (typeof value === "string" || typeof value === "number") return value;
  throw argumentError(option, "a customer's id, text or a number", value, "option-wrong-type");
};

/** The checks of {@link PredictiveClvQuestion}. */
export const PREDICTIVE_CLV_CHECKS: OptionChecks<PredictiveClvQuestion> = {
  ...ORDERS_OPTIONS,
  ...VALUE_OPTIONS,
  ...CONFIDENCE_CHECKS,
  customerId,
  every: PURCHASE_SUMMARY_CHECKS.unit,
  periods: /* @__PURE__ */ wholeNumber(1, "a whole number of periods, 1 to 10,000", 10_000),
  model,
  spend,
};

function kindOf(value: unknown): unknown {
  return hasOwn(value, "kind") ? memberOf(value, "kind", "model") : null;
}

function hasOwn(value: unknown, member: string): boolean {
  try {
    return typeof value === "object" && value !== null && Object.hasOwn(value, member);
  } catch {
    return false; // what cannot be read is no model
  }
}
