import { argumentError } from "../base/errors.ts";
import { type OptionCheck, readOptions } from "../base/options.ts";
import { wholeCount } from "./read-counts.ts";

/** The lowest and the highest answer of a survey question, both whole numbers. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

const LONGEST_SCALE = 101;

/** A check for a scale: two whole numbers, the first the smaller. */
export const scaleOption: OptionCheck<Scale> = (value, option) => {
  if (typeof value !== "object" || value === null) {
    throw argumentError(option, "an object such as { min: 1, max: 5 }", value, "option-wrong-type");
  }
  const bound: OptionCheck<number> = (given, name) => {
    if (typeof given === "number" && Number.isInteger(given)) return given;
    throw argumentError(`${option}.${name}`, "a whole number", given, "scale-invalid");
  };
  const { min, max } = readOptions<Scale>(value, { min: bound, max: bound });
  if (min === undefined || max === undefined) {
    throw argumentError(option, "an object with `min` and `max`", value, "scale-invalid");
  }
  if (min < max && max - min < LONGEST_SCALE) return { min, max };
  throw argumentError(option, "a `min` below its `max`", `${min} to ${max}`, "scale-invalid");
};

/** A check for counts by score: a list of whole numbers, the lowest score first. */
export const listOfCounts: OptionCheck<readonly number[]> = (value, member) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST_SCALE) {
    throw argumentError(member, "a list of whole numbers, one a score", value, "option-wrong-type");
  }
  return Array.from(value, (count: unknown, at) => wholeCount(count, `${member}.${at}`));
};
