import { requireArgument } from "../base/errors.ts";
import { randomStream, uniform } from "../stats/random.ts";
import { chanceDraw } from "./chance-draw.ts";
import type { SurvivalCohort } from "./read-lifetimes.ts";
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
  { parameters: { alpha, beta } }: Sbg,
  periods: number,
  { size, seed }: { readonly size: number; readonly seed: number },
): SurvivalCohort {
  for (const [option, value] of [
    ["periods", periods],
    ["size", size],
  ] as const) {
    requireArgument(
      Number.isInteger(value) && value >= 1,
      option,
      "a whole number, 1 or more",
      value,
    );
  }
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
