import { argumentError } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";
import { LONGEST_SCALE } from "../ledger/scale.ts";
import { wholeCount } from "./read-counts.ts";

/** A check for counts by score: a list of whole numbers, the lowest score first. */
export const listOfCounts: OptionCheck<readonly number[]> = (value, member) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST_SCALE) {
    throw argumentError(member, "a list of whole numbers, one a score", value, "option-wrong-type");
  }
  return Array.from(value, (count: unknown, at) => wholeCount(count, `${member}.${at}`));
};
