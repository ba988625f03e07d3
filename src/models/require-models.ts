import { argumentError } from "../base/errors.ts";
import { memberOf, PURCHASE_KINDS, requireFit } from "./require-model.ts";

/** Refuses what is no pair of fitted models, such as one model alone. */
export function requireModels(models: unknown): void {
  const purchases = memberOf(models, "purchases", "models");
  if (purchases === undefined) {
    const expected = "an object of fitted models, such as { purchases, spend }";
    throw argumentError("models", expected, models, "option-wrong-type");
  }
  requireFit(purchases, PURCHASE_KINDS, "models.purchases");
  const spend = memberOf(models, "spend", "models") ?? null;
  if (spend !== null) requireFit(spend, ["gamma-gamma"], "models.spend");
}
