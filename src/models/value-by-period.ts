import { requireArgument } from "../base/errors.ts";
import type { CustomerModel } from "./customer-model.ts";
import { expectedPurchasesBy } from "./expected-purchases.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { daysIn } from "./time-unit.ts";

/** What purchases are worth, and how later ones count less. */
export interface WorthOptions {
  /** What one purchase is worth: `expectedSpend`, say. */
  readonly spend: number;
  /** Rate per period; the value of a period counts as if it came at its end. 0 if not given. */
  readonly discount?: number;
  /** Share of the spend that is profit; 1 if not given. */
  readonly margin?: number;
}

/** How the value of a customer is added up. */
export interface ValueOptions extends WorthOptions {
  /** How many periods to look ahead. */
  readonly periods: number;
  /** How long one is, in the unit of the model's ages; 1 if not given. */
  readonly periodLength?: number;
}

/**
 * The value expected of a customer in each of the coming periods, discounted to now: purchases
 * expected in the period × spend × margin / (1 + discount)^period.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const years = valueByPeriod(model, NEW_CUSTOMER, { spend: 35, periods: 2, periodLength: 52 });
 * years.map((value) => value.toFixed(0)); // => ["51", "26"]
 */
export function valueByPeriod(
  model: CustomerModel,
  customer: PurchaseRow,
  options: ValueOptions,
): readonly number[] {
  const { periods, periodLength = 1 } = options;
  const isCount = Number.isInteger(periods) && periods >= 1;
  requireArgument(isCount, "periods", "a whole number, 1 or more", periods);
  const isLength = periodLength > 0 && periodLength < Number.POSITIVE_INFINITY;
  requireArgument(isLength, "periodLength", "a number above 0", periodLength);
  const ends = Array.from({ length: periods }, (_, index) => (index + 1) * periodLength);
  const upTo = expectedPurchasesBy(model, customer, ends);
  const purchases = upTo.map((count, index) => count - (upTo[index - 1] ?? 0));
  return worthByPeriod(purchases, options);
}

/**
 * What the purchases of the coming periods are worth now.
 *
 * @example
 * worthByPeriod([1, 1], { spend: 8, discount: 1 }); // => [4, 2]
 */
export function worthByPeriod(
  purchases: readonly number[],
  { spend, discount = 0, margin = 1 }: WorthOptions,
): readonly number[] {
  requireArgument(discount > -1, "discount", "a rate above -1", discount);
  return purchases.map((count, index) => (count * spend * margin) / (1 + discount) ** (index + 1));
}

/**
 * The discount rate of a period that amounts to this rate a year.
 *
 * @example
 * discountPerPeriod(0.21, 365.2425 / 2).toFixed(12); // => "0.100000000000"
 */
export function discountPerPeriod(yearly: number, daysInPeriod: number): number {
  requireArgument(yearly > -1, "yearly", "a rate above -1", yearly);
  return Math.expm1(Math.log1p(yearly) * (daysInPeriod / daysIn("year")));
}
