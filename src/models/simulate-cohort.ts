import { readOptions, wholeNumber } from "../base/options.ts";
import { randomStream, uniform } from "../stats/random.ts";
import { chanceDraw } from "./chance-draw.ts";
import type { SurvivalCohort } from "./read-lifetimes.ts";
import { requireModel } from "./require-model.ts";
import { required, seedOption, someCustomers } from "./require-question.ts";
import type { Sbg } from "./sbg.ts";

/**
 * Invents a cohort of subscribers who behave as the shifted beta-geometric model says: the same for
 * the same seed.
 *
 * @example
 * const model = { kind: "sbg", parameters: { alpha: 0.7, beta: 1.2 } };
 * simulateCohort(model, 3, { size: 100, seed: 1 }).active[0]; // => 100
 */
export function simulateCohort(
  model: Sbg,
  periods: number,
  options: { readonly size: number; readonly seed: number },
): SurvivalCohort {
  requireModel(model, ["sbg"]);
  const { alpha, beta } = model.parameters;
  wholeNumber(1, "a whole number from 1 to 10,000", MOST_PERIODS)(periods, "periods");
  const read = readOptions<typeof options>(options, { size: someCustomers, seed: seedOption });
  const size = required(read.size, "size", "a whole number, 1 or more");
  const seed = required(read.seed, "seed", "a whole number, 0 or more");
  const stream = randomStream(seed);
  const active = new Array<number>(periods + 1).fill(0);
  for (let customer = 0; customer < size; customer += 1) {
    const leaves = chanceDraw(stream, alpha, beta);
    let age = 0;
    do {
      active[age] = (active[age] ?? 0) + 1;
      age += 1;
    } while (age <= periods && uniform(stream) >= leaves);
  }
  return { size, active };
}

const MOST_PERIODS = 10_000;
