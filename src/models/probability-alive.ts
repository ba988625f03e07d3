import { answersOfAll } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { survivalOf } from "./process-outlook.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { requireCustomer, requireHorizon } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/**
 * The chance that a customer with this history is still a customer, now or after a further `horizon`.
 *
 * @see Fader, Hardie & Lee (2008), Computing P(alive) Using the BG/NBD Model.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 };
 * probabilityAlive(model, customer).toFixed(4); // => "0.7266"
 */
export function probabilityAlive(
  model: CustomerModel,
  customer: PurchaseRow,
  horizon: number = 0,
): number {
  requireCustomer(model, customer);
  requireHorizon(horizon);
  const { alive, process } = standingOf(model, customer);
  return horizon === 0 ? alive : alive * survivalOf(process, horizon);
}

/**
 * The same for each customer of a summary.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const customers = [NEW_CUSTOMER, { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }];
 * [...probabilityAliveOfAll(model, customers)].map((p) => p.toFixed(4)); // => ["1.0000", "0.7266"]
 */
export function probabilityAliveOfAll(
  model: CustomerModel,
  data: PurchaseData,
  horizon: number = 0,
): Float64Array {
  requireHorizon(horizon);
  return answersOfAll(model, data, ({ alive, process }) =>
    horizon === 0 ? alive : alive * survivalOf(process, horizon),
  );
}
