import { answersOfAll } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { noPurchaseOf } from "./process-outlook.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { requireCustomer, requireHorizon } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/**
 * The chance that a customer with this history buys nothing within `horizon` from now.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 10, a: 1, b: 2 } };
 * probabilityOfNoPurchase(model, NEW_CUSTOMER, 10).toFixed(12); // => "0.500000000000"
 */
export function probabilityOfNoPurchase(
  model: CustomerModel,
  customer: PurchaseRow,
  horizon: number,
): number {
  requireCustomer(model, customer);
  requireHorizon(horizon);
  const { alive, process } = standingOf(model, customer);
  return 1 - alive + alive * noPurchaseOf(process, horizon);
}

/**
 * The same for each customer of a summary.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 1, alpha: 10, a: 1, b: 2 } };
 * [...probabilityOfNoPurchaseOfAll(model, [NEW_CUSTOMER], 10)].map((p) => p.toFixed(9)); // => ["0.500000000"]
 */
export function probabilityOfNoPurchaseOfAll(
  model: CustomerModel,
  data: PurchaseData,
  horizon: number,
): Float64Array {
  requireHorizon(horizon);
  return answersOfAll(
    model,
    data,
    ({ alive, process }) => 1 - alive + alive * noPurchaseOf(process, horizon),
  );
}
