import { argumentError } from "../base/errors.ts";
import { type OptionCheck, readOptions } from "../base/options.ts";
import type { Proportion } from "../stats/proportion.ts";

/** The lower and the upper bound of an interval. */
export type Bounds = readonly [lower: number, upper: number];

/** Checks a number handed to a statistic: finite, and not below the least one. */
export function requireNumber(
  value: unknown,
  argument: string,
  expected: string,
  least: number = Number.NEGATIVE_INFINITY,
): asserts value is number {
  if (typeof value !== "number") {
    throw argumentError(argument, expected, value, "option-wrong-type");
  }
  if (!Number.isFinite(value) || value < least) throw argumentError(argument, expected, value);
}

/** Checks a number of trials, which is above 0, and of successes among them. */
export function requireShare(successes: unknown, trials: unknown, of = ""): void {
  requireNumber(trials, `${of}trials`, "a number above 0", Number.MIN_VALUE);
  requireNumber(successes, `${of}successes`, "a number from 0 to `trials`", 0);
  if (successes <= trials) return;
  throw argumentError(`${of}successes`, "a number from 0 to `trials`", successes);
}

/** A copy of an object of numbers; that they are numbers is still to be checked. */
export function readMembers<Members extends object>(
  value: unknown,
  argument: string,
  names: readonly (keyof Members & string)[],
): Members {
  const isObject = typeof value === "object" && value !== null;
  const expected = `an object of ${names.join(", ")}`;
  if (!isObject) throw argumentError(argument, expected, value, "option-wrong-type");
  const asIs: OptionCheck<unknown> = (member) => member;
  const checks = Object.fromEntries(names.map((name) => [name, asIs]));
  return readOptions<Record<string, unknown>>(value, checks, argument) as Members; // checked by the caller
}

/** One of two proportions that are compared, checked. */
export function readProportion(value: unknown, argument: string): Proportion {
  const read = readMembers<Proportion>(value, argument, ["successes", "trials"]);
  requireShare(read.successes, read.trials, `${argument}.`);
  return read;
}

/** Checks the size of a population that a sample was drawn from. */
export function requirePopulation(population: unknown, sample: number): void {
  if (population === undefined || population === Number.POSITIVE_INFINITY) return;
  requireNumber(population, "population", "a number from the sample's size on", sample);
}
