import { summaryFor } from "./answers-of-all.ts";
import type { CustomerModel } from "./customer-model.ts";
import { NEW_CUSTOMER } from "./new-customer.ts";
import { purchaseDistribution } from "./purchase-distribution.ts";
import type { PurchaseData } from "./purchase-summary.ts";
import { requireMost } from "./require-question.ts";

/** Customers with so many repeat purchases: counted, and as the model has it. */
export interface FrequencyClass {
  readonly repeatPurchases: number;
  /** The last class holds all with that many or more. */
  readonly orMore: boolean;
  readonly actual: number;
  readonly expected: number;
}

/** Classes 0, 1, …, 6 and 7 or more, as the models' authors print them. */
export const FREQUENCY_CLASSES = 7;

/**
 * How many customers made 0, 1, 2, … repeat purchases so far, beside how many the model expects
 * among customers of their ages. A model that cannot tell the past will not tell the future.
 *
 * @param most - The last class: that many repeat purchases or more.
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, figure 2.
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * const rows = [
 *   { repeatPurchases: 0, lastPurchaseAge: 0, age: 39, customers: 60 },
 *   { repeatPurchases: 2, lastPurchaseAge: 20, age: 39, customers: 40 },
 * ];
 * const classes = calibrationByFrequency(model, rows, 2);
 * classes.map(({ actual, expected }) => [actual, expected.toFixed(1)]); // => [[60, "57.4"], [0, "19.9"], [40, "22.7"]]
 */
export function calibrationByFrequency(
  model: CustomerModel,
  data: PurchaseData,
  most: number = FREQUENCY_CLASSES,
): readonly FrequencyClass[] {
  requireMost(most, 1);
  const { repeatPurchases, age, customers } = summaryFor(model, data);
  const actual = new Array<number>(most + 1).fill(0);
  const byAge = new Map<number, number>();
  for (const [row, weight] of customers.entries()) {
    const place = Math.min(most, repeatPurchases[row] ?? 0);
    actual[place] = (actual[place] ?? 0) + weight;
    const T = age[row] ?? 0;
    byAge.set(T, (byAge.get(T) ?? 0) + weight);
  }
  const expected = new Array<number>(most + 1).fill(0);
  for (const [T, weight] of byAge) {
    let rest = 1;
    for (const [n, chance] of purchaseDistribution(model, NEW_CUSTOMER, T, most - 1).entries()) {
      expected[n] = (expected[n] ?? 0) + weight * chance;
      rest -= chance;
    }
    expected[most] = (expected[most] ?? 0) + weight * Math.max(0, rest);
  }
  return actual.map((count, n) => ({
    repeatPurchases: n,
    orMore: n === most,
    actual: count,
    expected: expected[n] ?? 0,
  }));
}
