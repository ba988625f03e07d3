import { requireArgument } from "../base/errors.ts";
import {
  copyOfList,
  numberWithin,
  type OptionCheck,
  type OptionChecks,
  readOptions,
  wholeNumber,
} from "../base/options.ts";
import type { CustomerModel } from "./customer-model.ts";
import { expectedPurchasesBy } from "./expected-purchases.ts";
import type { PurchaseRow } from "./purchase-summary.ts";
import { aboveZero, numberAbove, required } from "./require-question.ts";
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
  const read = readOptions<ValueOptions>(options, VALUE_BY_PERIOD_CHECKS);
  const { periodLength = 1, periods: count, ...worth } = read;
  const periods = required(count, "periods", PERIODS);
  const ends = Array.from({ length: periods }, (_, index) => (index + 1) * periodLength);
  const upTo = expectedPurchasesBy(model, customer, ends);
  const purchases = upTo.map((count, index) => count - (upTo[index - 1] ?? 0));
  return worthOf(purchases, worth);
}

/**
 * What the purchases of the coming periods are worth now.
 *
 * @example
 * worthByPeriod([1, 1], { spend: 8, discount: 1 }); // => [4, 2]
 */
export function worthByPeriod(
  purchases: readonly number[],
  options: WorthOptions,
): readonly number[] {
  const list = copyOfList(purchases, MOST_PERIODS);
  const isCounts = list?.every((count) => Number.isFinite(count)) ?? false;
  const expected = "a list of numbers, one a period";
  requireArgument(isCounts, "purchases", expected, purchases, "option-wrong-type");
  return worthOf(list as readonly number[], readOptions<WorthOptions>(options, WORTH_CHECKS));
}

function worthOf(
  purchases: readonly number[],
  { spend: given, discount = 0, margin = 1 }: Partial<WorthOptions>,
): readonly number[] {
  const spend = required(given, "spend", "a number");
  return purchases.map((count, index) => (count * spend * margin) / (1 + discount) ** (index + 1));
}

/**
 * The discount rate of a period that amounts to this rate a year.
 *
 * @example
 * discountPerPeriod(0.21, 365.2425 / 2).toFixed(12); // => "0.100000000000"
 */
export function discountPerPeriod(yearly: number, daysInPeriod: number): number {
  rateAbove(yearly, "yearly");
  aboveZero(daysInPeriod, "daysInPeriod");
  return Math.expm1(Math.log1p(yearly) * (daysInPeriod / daysIn("year")));
}

const MOST_PERIODS = 100_000;
const PERIODS = `a whole number from 1 to ${MOST_PERIODS}`;

const anyNumber: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  -Number.MAX_VALUE,
  Number.MAX_VALUE,
  "a number",
);

const rateAbove: OptionCheck<number> = /* @__PURE__ */ numberAbove(-1, "a rate above -1");

const WORTH_CHECKS: OptionChecks<WorthOptions> = {
  spend: anyNumber,
  discount: rateAbove,
  margin: anyNumber,
};

const VALUE_BY_PERIOD_CHECKS: OptionChecks<ValueOptions> = {
  ...WORTH_CHECKS,
  periods: /* @__PURE__ */ wholeNumber(1, PERIODS, MOST_PERIODS),
  periodLength: aboveZero,
};
