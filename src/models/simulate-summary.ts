import { requireArgument } from "../base/errors.ts";
import { randomStream } from "../stats/random.ts";
import { gammaDraw } from "../stats/random-draws.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { simulateCustomer } from "./simulate-customer.ts";
import type { TimeUnit } from "./time-unit.ts";

/** What to simulate. */
export interface SimulateSummaryOptions {
  readonly seed: number;
  /** What the ages are measured in; `"week"` if not given. */
  readonly unit?: TimeUnit;
  /** How much a purchase is worth. */
  readonly spend?: GammaGamma;
}

/**
 * Invents customers of the given ages who behave as the model says, summed up exactly, not by days:
 * the same for the same seed.
 *
 * @example
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
 * simulateSummary(model, [52, 39, 26], { seed: 1 }).age.length; // => 3
 */
export function simulateSummary(
  model: PurchaseModel,
  ages: ArrayLike<number>,
  { seed, unit = "week", spend }: SimulateSummaryOptions,
): PurchaseSummary {
  const stream = randomStream(seed);
  const age = Float64Array.from(ages);
  const column = (): Float64Array => new Float64Array(age.length);
  const [repeatPurchases, lastPurchaseAge, sumLogGaps, meanSpend] = [
    column(),
    column(),
    column(),
    column(),
  ];
  for (const [row, T] of age.entries()) {
    requireArgument(
      T >= 0 && T < Number.POSITIVE_INFINITY,
      `ages[${row}]`,
      "a number, 0 or more",
      T,
    );
    const times = simulateCustomer(model, T, stream);
    repeatPurchases[row] = times.length;
    lastPurchaseAge[row] = times.at(-1) ?? 0;
    for (const [place, time] of times.entries()) {
      sumLogGaps[row] = (sumLogGaps[row] ?? 0) + Math.log(time - (times[place - 1] ?? 0));
    }
    if (!spend) continue;
    const { p, q, v } = spend.parameters;
    const rate = gammaDraw(stream, q) / v;
    // The sum of x gamma numbers of shape p is one of shape p x.
    if (times.length > 0) {
      meanSpend[row] = gammaDraw(stream, p * times.length) / rate / times.length;
    }
  }
  return {
    unit,
    repeatPurchases,
    lastPurchaseAge,
    age,
    customers: new Float64Array(age.length).fill(1),
    meanSpend: spend ? meanSpend : null,
    sumLogGaps,
  };
}
