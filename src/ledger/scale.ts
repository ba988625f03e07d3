import { argumentError } from "../base/errors.ts";
import { isRecord, type OptionCheck, readOptions } from "../base/options.ts";

/** The lowest and the highest answer of a survey question, both whole numbers. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** More answers than these to choose from are no scale. */
export const LONGEST_SCALE = 101;

/** A check for a scale: two whole numbers, the first the smaller. */
export const scaleOption: OptionCheck<Scale> = (value, option) => {
  if (!isRecord(value)) {
    const expected = "an object of the lowest and the highest answer, such as { min: 1, max: 5 }";
    throw argumentError(option, expected, value, "option-wrong-type");
  }
  const bound: OptionCheck<number> = (given, name) => {
    if (Number.isSafeInteger(given)) return Number(given);
    throw argumentError(name, "a whole number", given, "scale-invalid");
  };
  const { min, max } = readOptions<Scale>(value, { min: bound, max: bound }, option);
  if (min === undefined || max === undefined) {
    throw argumentError(option, "an object with `min` and `max`", value, "scale-invalid");
  }
  if (min < max && max - min < LONGEST_SCALE) return Object.freeze({ min, max });
  throw argumentError(option, "a `min` below its `max`", `${min} to ${max}`, "scale-invalid");
};
