import {
  addExact,
  divideExact,
  type Exact,
  multiplyExact,
  readExact,
  subtractExact,
} from "../base/exact.ts";
import type { QuartilePair } from "../counts/ranked-values.ts";

/** A quartile: between its two neighbours, so many fourths of the way. */
export function quartile({ below, above, fourths }: QuartilePair<string>): Exact {
  const low = readExact(below);
  const step = multiplyExact(subtractExact(readExact(above), low), readExact(fourths));
  return addExact(low, divideExact(step, readExact(4)));
}
