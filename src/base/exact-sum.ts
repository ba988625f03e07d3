/**
 * Whole numbers, such as cents: safe integers as numbers, larger ones as 64-bit integers.
 */
export type ScaledIntegers = Float64Array | BigInt64Array;

/**
 * Adds whole numbers exactly, whatever their size.
 *
 * @example
 * exactSum(Float64Array.of(9007199254740991, 9007199254740991)); // => 18014398509481982n
 */
export function exactSum(values: ScaledIntegers): bigint {
  let total = 0n;
  if (values instanceof BigInt64Array) {
    for (const value of values) total += value;
    return total;
  }
  for (let start = 0; start < values.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, values.length);
    if (largest(values, start, end) <= SAFE_IN_CHUNK) {
      let part = 0;
      for (let at = start; at < end; at += 1) part += values[at] ?? 0;
      total += BigInt(part);
    } else {
      for (let at = start; at < end; at += 1) total += BigInt(values[at] ?? 0);
    }
  }
  return total;
}

/** Adds the squares of whole numbers exactly. */
export function exactSumOfSquares(values: ScaledIntegers): bigint {
  return exactSumOfProducts(values, values);
}

/**
 * Adds the products of whole numbers of two columns exactly.
 *
 * @example
 * exactSumOfProducts(Float64Array.of(1, 2), Float64Array.of(10, 20)); // => 50n
 */
export function exactSumOfProducts(left: ScaledIntegers, right: ScaledIntegers): bigint {
  let total = 0n;
  for (let start = 0; start < left.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, left.length);
    const part =
      left instanceof Float64Array && right instanceof Float64Array
        ? sumOfParts(left, right, start, end)
        : null;
    if (part !== null) total += part;
    else
      for (let at = start; at < end; at += 1)
        total += BigInt(left[at] ?? 0) * BigInt(right[at] ?? 0);
  }
  return total;
}

/**
 * The sum of the products of a chunk. Numbers on the left that are too large for it are parted into
 * high and low digits, whose products fit each. `null` where not even those fit.
 */
function sumOfParts(
  left: Float64Array,
  right: Float64Array,
  start: number,
  end: number,
): bigint | null {
  const [most, other] = [largest(left, start, end), largest(right, start, end)];
  const isSmall = most * other <= SAFE_IN_CHUNK;
  const unit = isSmall ? 1 : 2 ** Math.floor(Math.log2(SAFE_IN_CHUNK / other));
  if (!(unit >= 1) || (most / unit) * other > SAFE_IN_CHUNK) return null;
  let [high, low] = [0, 0];
  for (let at = start; at < end; at += 1) {
    const value = left[at] ?? 0;
    const digits = Math.trunc(value / unit);
    high += digits * (right[at] ?? 0);
    low += (value - digits * unit) * (right[at] ?? 0);
  }
  return BigInt(high) * BigInt(unit) + BigInt(low);
}

/** A sum that grows by one whole number at a time, and stays exact. */
export interface ExactSum {
  readonly add: (value: number | bigint) => void;
  readonly total: () => bigint;
}

/**
 * An empty sum.
 *
 * @example
 * const sum = newExactSum();
 * sum.add(9007199254740991);
 * sum.add(9007199254740991);
 * sum.total(); // => 18014398509481982n
 */
export function newExactSum(): ExactSum {
  let flushed = 0n;
  let part = 0;
  return {
    add(value) {
      if (typeof value === "bigint") {
        flushed += value;
        return;
      }
      const sum = part + value;
      if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) {
        part = sum;
      } else {
        flushed += BigInt(part) + BigInt(value);
        part = 0;
      }
    },
    total: () => flushed + BigInt(part),
  };
}

/** So many values are added as numbers, if their size allows it, before a bigint takes the sum. */
const CHUNK = 512;

const SAFE_IN_CHUNK = Number.MAX_SAFE_INTEGER / CHUNK;

function largest(values: Float64Array, start: number, end: number): number {
  let most = 0;
  for (let at = start; at < end; at += 1) {
    const size = Math.abs(values[at] ?? 0);
    if (size > most) most = size;
  }
  return most;
}
