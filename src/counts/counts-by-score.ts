import { argumentError } from "../base/errors.ts";
import { readEach } from "../base/gather.ts";
import { copyOfList, type OptionCheck } from "../base/options.ts";
import { LONGEST_SCALE } from "../ledger/scale.ts";
import { wholeCount } from "./read-counts.ts";

/** A check for counts by score: a list of whole numbers, the lowest score first. */
export const listOfCounts: OptionCheck<readonly number[]> = (value, member) => {
  const counts = copyOfList(value, LONGEST_SCALE) ?? [];
  if (counts.length === 0) {
    throw argumentError(member, "a list of whole numbers, one a score", value, "option-wrong-type");
  }
  return readEach(counts, (count, at) => wholeCount(count, `${member}.${at}`));
};
