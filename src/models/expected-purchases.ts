import { requireArgument } from "../base/errors.ts";
import { copyOfList } from "../base/options.ts";
import { answersOfAll } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { expectationOf } from "./process-outlook.ts";
import type { PurchaseData, PurchaseRow } from "./purchase-summary.ts";
import { requireCustomer, requireHorizon } from "./require-question.ts";
import { standingOf } from "./standing.ts";

/**
 * How many purchases a customer with this history is expected to make within `horizon` from now.
 *
 * The horizon is in the unit of the model's ages. Ask about `NEW_CUSTOMER` for somebody who has
 * just made the first purchase.
 *
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, equation 10.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 };
 * expectedPurchases(model, customer, 39).toFixed(3); // => "1.226"
 * expectedPurchases(model, NEW_CUSTOMER, 52).toFixed(2); // => "1.45"
 */
export function expectedPurchases(
  model: CustomerModel,
  customer: PurchaseRow,
  horizon: number,
): number {
  requireCustomer(model, customer);
  requireHorizon(horizon);
  const { alive, process } = standingOf(model, customer);
  return alive * expectationOf(process, horizon);
}

/**
 * The same for several horizons at once.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * expectedPurchasesBy(model, NEW_CUSTOMER, [26, 52]).map((n) => n.toFixed(2)); // => ["0.90", "1.45"]
 */
export function expectedPurchasesBy(
  model: CustomerModel,
  customer: PurchaseRow,
  horizons: readonly number[],
): readonly number[] {
  requireCustomer(model, customer);
  const list = copyOfList(horizons, MOST_HORIZONS);
  requireArgument(list !== null, "horizons", "a list of numbers", horizons, "option-wrong-type");
  for (const horizon of list) requireHorizon(horizon);
  const { alive, process } = standingOf(model, customer);
  return (list as readonly number[]).map((horizon) => alive * expectationOf(process, horizon));
}

/**
 * The same for each customer of a summary.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * [...expectedPurchasesOfAll(model, [NEW_CUSTOMER], 52)].map((n) => n.toFixed(2)); // => ["1.45"]
 */
export function expectedPurchasesOfAll(
  model: CustomerModel,
  data: PurchaseData,
  horizon: number,
): Float64Array {
  requireHorizon(horizon);
  return answersOfAll(model, data, ({ alive, process }) => alive * expectationOf(process, horizon));
}

const MOST_HORIZONS = 1_000_000;
