import { readOptions, wholeNumber } from "../base/options.ts";
import { randomStream, uniform } from "../stats/random.ts";
import type { BgBb } from "./bg-bb.ts";
import { chanceDraw } from "./chance-draw.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { requireModel } from "./require-model.ts";
import { required, seedOption, someCustomers } from "./require-question.ts";

/**
 * Invents customers who behave as BG/BB says at so many opportunities: the same for the same seed.
 *
 * @example
 * const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
 * [...simulateOpportunities({ kind: "bg-bb", parameters }, 6, { customers: 3, seed: 1 }).age]; // => [6, 6, 6]
 */
export function simulateOpportunities(
  model: BgBb,
  opportunities: number,
  options: { readonly customers: number; readonly seed: number },
): PurchaseSummary {
  requireModel(model, ["bg-bb"]);
  const { parameters } = model;
  wholeNumber(
    1,
    "a whole number from 1 to 10,000",
    MOST_OPPORTUNITIES,
  )(opportunities, "opportunities");
  const read = readOptions<typeof options>(options, { customers: someCustomers, seed: seedOption });
  const customers = required(read.customers, "customers", "a whole number, 1 or more");
  const seed = required(read.seed, "seed", "a whole number, 0 or more");
  const stream = randomStream(seed);
  const repeatPurchases = new Float64Array(customers);
  const lastPurchaseAge = new Float64Array(customers);
  for (let row = 0; row < customers; row += 1) {
    const buys = chanceDraw(stream, parameters.alpha, parameters.beta);
    const leaves = chanceDraw(stream, parameters.gamma, parameters.delta);
    for (let t = 1; t <= opportunities && uniform(stream) >= leaves; t += 1) {
      if (uniform(stream) >= buys) continue;
      repeatPurchases[row] = (repeatPurchases[row] ?? 0) + 1;
      lastPurchaseAge[row] = t;
    }
  }
  return {
    unit: "year",
    repeatPurchases,
    lastPurchaseAge,
    age: new Float64Array(customers).fill(opportunities),
    customers: new Float64Array(customers).fill(1),
    meanSpend: null,
    sumLogGaps: null,
  };
}

const MOST_OPPORTUNITIES = 10_000;
