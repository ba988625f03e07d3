import { logRisingRatio, reciprocalRising } from "../stats/log-rising.ts";

/** Rising products of one changing number, for the whole numbers that occur in the data. */
export interface RisingTable {
  /** Where to look for each row. */
  readonly slot: Int32Array;
  /** ln of x (x + 1) … (x + n − 1) / xⁿ. */
  readonly log: Float64Array;
  /** Derivative of ln x (x + 1) … (x + n − 1) by x. */
  readonly byX: Float64Array;
  /** Works the table out for a new x. */
  readonly fill: (x: number) => void;
}

/** A table for these counts, each worked out from the next smaller one. */
export function risingTable(counts: Float64Array): RisingTable {
  const { values, slot } = distinct(counts);
  const log = new Float64Array(values.length);
  const byX = new Float64Array(values.length);
  return {
    slot,
    log,
    byX,
    fill(x) {
      let [sum, slope, from] = [0, 0, 0];
      for (let index = 0; index < values.length; index += 1) {
        const upTo = values[index] ?? 0;
        sum += logRisingRatio(x + from, upTo - from) + (upTo - from) * Math.log1p(from / x);
        slope += reciprocalRising(x + from, upTo - from);
        from = upTo;
        log[index] = sum;
        byX[index] = slope;
      }
    },
  };
}

/** The distinct counts in ascending order, and for each row which one it has. */
export function distinct(counts: Float64Array): {
  readonly values: Float64Array;
  readonly slot: Int32Array;
} {
  const slot = new Int32Array(counts.length);
  const values: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? 0;
    if (count < last) return distinctUnsorted(counts);
    if (count > last) values.push(count);
    last = count;
    slot[row] = values.length - 1;
  }
  return { values: Float64Array.from(values), slot };
}

function distinctUnsorted(counts: Float64Array): ReturnType<typeof distinct> {
  const values = Float64Array.from(new Set(counts)).sort();
  const slotOf = new Map(Array.from(values, (value, index) => [value, index] as const));
  return { values, slot: Int32Array.from(counts, (count) => slotOf.get(count) ?? 0) };
}
