import type { CustomerModel } from "./customer-model.ts";
import { expectedPurchasesOfAll } from "./expected-purchases.ts";
import type { CustomerSummary, Holdout } from "./summarise-purchases.ts";

/** A summary that ends early, with what its customers did afterwards. */
export type SplitSummary = CustomerSummary & { readonly holdout: Holdout };

/** How well a model foretold the purchases of a hold-out. */
export interface HoldoutError {
  /** Purchases of all customers, as made and as expected. */
  readonly actual: number;
  readonly expected: number;
  /** Root of the mean over customers of (expected − actual)². */
  readonly rootMeanSquare: number;
}

/** The same with each customer's (expected − actual)², for comparing two models on one hold-out. */
export interface HoldoutMisses extends HoldoutError {
  readonly squares: Float64Array;
}

/**
 * Asks a model about the hold-out. Squares are what an expectation can be judged by: the mean of
 * (guess − outcome)² is least for the true expectation, while the mean of |guess − outcome| is least
 * for the median, which is 0 for most customers.
 */
export function holdoutMisses(model: CustomerModel, summary: SplitSummary): HoldoutMisses {
  const { purchases, horizon } = summary.holdout;
  const expectations = expectedPurchasesOfAll(model, summary, horizon);
  const squares = new Float64Array(purchases.length);
  let [actual, expected, sum, customers] = [0, 0, 0, 0];
  for (let row = 0; row < purchases.length; row += 1) {
    const weight = summary.customers[row] ?? 0;
    const [foretold, made] = [expectations[row] ?? 0, purchases[row] ?? 0];
    squares[row] = (foretold - made) ** 2;
    actual += weight * made;
    expected += weight * foretold;
    sum += weight * (squares[row] ?? 0);
    customers += weight;
  }
  return { actual, expected, rootMeanSquare: Math.sqrt(sum / customers), squares };
}

/**
 * By how much the first model's squares are larger in the mean, in standard errors of that mean over
 * customers: the paired test of two forecasts. 0 where the two agree everywhere.
 *
 * @see Diebold & Mariano (1995), Comparing Predictive Accuracy, Journal of Business & Economic
 *   Statistics 13(3), 253-263; here over customers, who are independent.
 */
export function worseByErrors(
  one: HoldoutMisses,
  other: HoldoutMisses,
  customers: Float64Array,
): number {
  let [count, sum] = [0, 0];
  for (const [row, weight] of customers.entries()) {
    count += weight;
    sum += weight * difference(one, other, row);
  }
  const mean = sum / count;
  let squares = 0;
  for (const [row, weight] of customers.entries()) {
    squares += weight * (difference(one, other, row) - mean) ** 2;
  }
  if (squares === 0) return 0;
  return mean / (Math.sqrt(squares) / count);
}

function difference(one: HoldoutMisses, other: HoldoutMisses, row: number): number {
  return (one.squares[row] ?? 0) - (other.squares[row] ?? 0);
}
