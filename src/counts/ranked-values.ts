import { sumOf, type WholeNumbers } from "./exact-moments.ts";

/** Whole numbers in ascending order. */
export function ascending(values: WholeNumbers): WholeNumbers {
  return values instanceof Float64Array
    ? values.slice().sort()
    : [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Neighbours in rank, taken together. */
export interface RankGroup {
  readonly units: number;
  readonly lowest: bigint;
  readonly highest: bigint;
  readonly sum: bigint;
}

/**
 * Ten groups by rank, the lowest first, of sizes that differ by one at most; equal values at a border
 * are parted between neighbours. None where there are fewer than ten values.
 */
export function tenthsOf(sorted: WholeNumbers): readonly RankGroup[] {
  const { length } = sorted;
  if (length < 10) return [];
  return Array.from({ length: 10 }, (_, tenth) => {
    const [from, until] = [
      Math.ceil((tenth * length) / 10),
      Math.ceil(((tenth + 1) * length) / 10),
    ];
    return {
      units: until - from,
      lowest: BigInt(sorted[from] ?? 0),
      highest: BigInt(sorted[until - 1] ?? 0),
      sum: sumOf(sorted.slice(from, until)),
    };
  });
}

/** The fifth of all units with the most; where a fifth is no whole number, a part of the next one. */
export interface TopFifth {
  /** Whole units of the fifth, and their sum. */
  readonly units: number;
  readonly sum: bigint;
  /** The one next in rank, and how many fifths of it belong to the fifth of all. */
  readonly next: bigint;
  readonly fifths: number;
}

export function topFifthOf(sorted: WholeNumbers): TopFifth {
  const { length } = sorted;
  const units = Math.floor(length / 5);
  return {
    units,
    sum: sumOf(sorted.slice(length - units)),
    next: BigInt(sorted[length - units - 1] ?? 0),
    fifths: length % 5,
  };
}

/** The two values that a quartile lies between, and how many fourths of the way from one to the other. */
export interface QuartilePair<Value> {
  readonly below: Value;
  readonly above: Value;
  readonly fourths: number;
}

/**
 * A quartile, 2 being the median, as the two neighbours that it lies between; `null` without values.
 *
 * @see Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician
 *   50(4), 361-365: definition 7. The median is the mean of the two values in the middle.
 */
export function quartileOf(sorted: WholeNumbers, quartile: 1 | 2 | 3): QuartilePair<bigint> | null {
  const { length } = sorted;
  if (length === 0) return null;
  const steps = (length - 1) * quartile;
  const at = Math.floor(steps / 4);
  const below = BigInt(sorted[at] ?? 0);
  return { below, above: BigInt(sorted[at + 1] ?? below), fourths: steps % 4 };
}

/** What is left of values when a share of them is dropped at each end. */
export function trimmed(
  sorted: WholeNumbers,
  share: number,
): { readonly units: number; readonly sum: bigint } {
  const { length } = sorted;
  const dropped = Math.floor(length * share + 1e-9); // 0.29 of 100 is a little less than 29
  const kept = sorted.slice(dropped, length - dropped);
  return { units: kept.length, sum: sumOf(kept) };
}
