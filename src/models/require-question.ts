import { argumentError, requireArgument } from "../base/errors.ts";
import { isRecord, type OptionCheck, wholeNumber } from "../base/options.ts";
import { CUSTOMER_KINDS, type ModelKind, memberOf, requireModel } from "./require-model.ts";

/** Refuses a horizon that is not a time. */
export function requireHorizon(horizon: unknown): asserts horizon is number {
  const isTime = isNumber(horizon) && horizon >= 0 && horizon < Number.POSITIVE_INFINITY;
  requireArgument(isTime, "horizon", "a number, 0 or more", horizon);
}

/** Refuses what cannot be answered: what is no model of customers, or a purchase history that cannot be. */
export function requireCustomer(model: unknown, customer: unknown): void {
  requireModel(model, CUSTOMER_KINDS);
  const members = "an object of repeatPurchases, lastPurchaseAge and age";
  requireArgument(isRecord(customer), "customer", members, customer, "option-wrong-type");
  const [repeats, last, age] = ["repeatPurchases", "lastPurchaseAge", "age"].map((name) =>
    memberOf(customer, name, "customer"),
  );
  const isCount = isNumber(repeats) && Number.isSafeInteger(repeats) && repeats >= 0;
  requireArgument(isCount, "customer.repeatPurchases", "a whole number, 0 or more", repeats);
  const isAge = isNumber(age) && age >= 0 && age < Number.POSITIVE_INFINITY;
  requireArgument(isAge, "customer.age", "a number, 0 or more", age);
  requireArgument(
    isNumber(last) && last >= 0 && last <= age && (repeats > 0 || last === 0),
    "customer.lastPurchaseAge",
    repeats > 0 ? `from 0 to the age, ${age}` : "0 without repeat purchases",
    last,
  );
  if (memberOf(model, "kind", "model") !== "bg-bb") return;
  const expected = `at most ${MOST_OPPORTUNITIES} opportunities`;
  requireArgument(age <= MOST_OPPORTUNITIES, "customer.age", expected, age);
  const isEach = repeats <= last;
  requireArgument(isEach, "customer.repeatPurchases", "at most one an opportunity", repeats);
}

/** They are gone through one by one. */
const MOST_OPPORTUNITIES = 1_000_000;

/** Refuses what is no list of numbers by number of purchases that a computer could hold. */
export function requireMost(most: unknown, least = 0): asserts most is number {
  wholeNumber(
    least,
    `a whole number from ${least} to ${MOST_PURCHASES}`,
    MOST_PURCHASES,
  )(most, "most");
}

const MOST_PURCHASES = 10_000;

/** An option that there is no default for. */
export function required<Value>(value: Value | undefined, option: string, expected: string): Value {
  if (value !== undefined) return value;
  throw argumentError(option, `given: ${expected}`, undefined, "option-missing");
}

/** Refuses what cannot be called. */
export function requireFunction(value: unknown, argument: string): void {
  const isFunction = typeof value === "function";
  requireArgument(isFunction, argument, "a function of a model", value, "option-wrong-type");
}

/** A check for a number above 0. */
export const aboveZero: OptionCheck<number> = /* @__PURE__ */ numberAbove(0, "a number above 0");

/** A check for a finite number above another one. */
/* @__NO_SIDE_EFFECTS__ */
export function numberAbove(least: number, expected: string): OptionCheck<number> {
  return (value, option) => {
    if (isNumber(value) && value > least && value < Number.POSITIVE_INFINITY) return value;
    const code = isNumber(value) ? "option-out-of-range" : "option-wrong-type";
    throw argumentError(option, expected, value, code);
  };
}

/** A check for the seed of random numbers. */
export const seedOption: OptionCheck<number> = /* @__PURE__ */ wholeNumber(
  0,
  "a whole number, 0 or more",
);

/** A check for how many customers to simulate. */
export const someCustomers: OptionCheck<number> = /* @__PURE__ */ wholeNumber(
  1,
  "a whole number from 1 to 10,000,000",
  10_000_000,
);

/** A check for a model that an option names. */
/* @__NO_SIDE_EFFECTS__ */
export function modelOption<Model extends { readonly kind: ModelKind }>(
  kinds: readonly Model["kind"][],
): OptionCheck<Model> {
  return (value, option) => {
    requireModel(value, kinds, option);
    return value as Model; // of one of the kinds
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
