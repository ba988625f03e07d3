import { requireArgument } from "../base/errors.ts";
import { type OptionChecks, readOptions } from "../base/options.ts";
import { randomStream } from "../stats/random.ts";
import { gammaDraw } from "../stats/random-draws.ts";
import { copyOfNumbers } from "./doubles.ts";
import type { GammaGamma } from "./gamma-gamma.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { PurchaseSummary } from "./purchase-summary.ts";
import { PURCHASE_KINDS, requireModel } from "./require-model.ts";
import { modelOption, required, seedOption } from "./require-question.ts";
import { simulateCustomer } from "./simulate-customer.ts";
import { type TimeUnit, timeUnitOption } from "./time-unit.ts";

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
  options: SimulateSummaryOptions,
): PurchaseSummary {
  requireModel(model, PURCHASE_KINDS);
  const { seed, unit = "week", spend } = readOptions<SimulateSummaryOptions>(options, CHECKS);
  const stream = randomStream(required(seed, "seed", "a whole number, 0 or more"));
  const age = readAges(ages);
  const column = (): Float64Array => new Float64Array(age.length);
  const [repeatPurchases, lastPurchaseAge, sumLogGaps, meanSpend] = [
    column(),
    column(),
    column(),
    column(),
  ];
  for (const [row, T] of age.entries()) {
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

const CHECKS: OptionChecks<SimulateSummaryOptions> = {
  seed: seedOption,
  unit: timeUnitOption,
  spend: /* @__PURE__ */ modelOption<GammaGamma>(["gamma-gamma"]),
};

/** Older than any customer; a longer life would be simulated without end. */
const OLDEST = 1_000_000;

function readAges(ages: ArrayLike<number>): Float64Array {
  const list = copyOfNumbers(ages);
  requireArgument(list !== null, "ages", "a list of numbers", ages, "option-wrong-type");
  return Float64Array.from(list, (age, row) => {
    const isAge = typeof age === "number" && age >= 0 && age <= OLDEST;
    requireArgument(isAge, `ages[${row}]`, `a number from 0 to ${OLDEST}`, age);
    return age;
  });
}
