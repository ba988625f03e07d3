import { argumentError } from "../base/errors.ts";
import { copyOfList, type OptionCheck } from "../base/options.ts";

/** Ages from the first to the last, both in. */
export type AgeBracket = readonly [first: number, last: number];

/** A check for brackets of ages, in their order and apart. */
export const bracketsOption: OptionCheck<readonly AgeBracket[]> = (value, option) => {
  const expected =
    "a list of [first, last] ages, each after the one before, such as [[1, 3], [4, 7]]";
  const refuse = (received: unknown): never => {
    throw argumentError(option, expected, received);
  };
  const pairs = copyOfList(value, OLDEST) ?? [];
  if (pairs.length === 0) return refuse(value);
  let before = -1;
  return pairs.map((pair) => {
    const [first, last, ...more] = copyOfList(pair, 2) ?? [];
    if (last === undefined || more.length > 0) return refuse(pair);
    if (!isAge(first) || !isAge(last)) return refuse(pair);
    if (first <= before || last < first) return refuse(`${first} to ${last}`);
    before = last;
    return [first, last] as const;
  });
};

const OLDEST = 100_000;

function isAge(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) <= OLDEST;
}
