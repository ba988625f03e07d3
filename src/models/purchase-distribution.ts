import { requireArgument } from "../base/errors.ts";
import type { CustomerModel } from "./customer-model.ts";
import { countsOf } from "./process-outlook.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { requireCustomer, requireHorizon } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/**
 * The chances of 0, 1, …, `most` purchases within `horizon` from now.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, equation 8.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * purchaseDistribution(model, NEW_CUSTOMER, 39, 2).map((p) => p.toFixed(3)); // => ["0.574", "0.199", "0.085"]
 */
export function purchaseDistribution(
  model: CustomerModel,
  customer: PurchaseRow,
  horizon: number,
  most: number,
): readonly number[] {
  requireCustomer(customer);
  requireHorizon(horizon);
  requireArgument(Number.isInteger(most) && most >= 0, "most", "a whole number, 0 or more", most);
  const { alive, process } = standingOf(model, customer);
  const counts = countsOf(process, horizon, most);
  return counts.map((chance, n) => alive * chance + (n === 0 ? 1 - alive : 0));
}
