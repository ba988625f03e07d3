import type { FittedPurchaseModel } from "./bootstrap-fits.ts";
import { chooseModel } from "./choose-model.ts";
import { fitPurchaseModel } from "./fit-purchase-model.ts";
import { isOrders, type ModelSource } from "./model-source.ts";
import { KIND_NAMES } from "./model-words.ts";
import type { PredictiveClvQuestion } from "./predictive-clv-question.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import type { PurchaseSummaryQuestion } from "./purchase-summary-of-orders.ts";

/** A model of purchases, and why this one: sentences. */
export interface ChosenModel {
  readonly fit: FittedPurchaseModel;
  readonly why: readonly string[];
}

/** The model that is asked for, fitted to the data unless it is fitted already. */
export function modelFor(
  model: PredictiveClvQuestion["model"],
  source: ModelSource,
  summary: PurchaseSummary,
  options: PurchaseSummaryQuestion,
): ChosenModel {
  if (model === undefined) {
    return {
      fit: fitPurchaseModel("bg-nbd", summary),
      why: ["BG/NBD is the default; `chooseModel` tells whether another serves these data better."],
    };
  }
  if (model === "choose") {
    const { chosen, reasons } = chooseModel(source, isOrders(source) ? options : {});
    return { fit: chosen, why: reasons };
  }
  if (typeof model === "string") {
    return {
      fit: fitPurchaseModel(model, summary),
      why: [`${KIND_NAMES[model]} was asked for.`],
    };
  }
  return model.kind === "model-choice"
    ? { fit: model.chosen, why: model.reasons }
    : { fit: model, why: ["The model was handed in fitted."] };
}
