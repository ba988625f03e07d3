import type { ScaledIntegers } from "../base/exact-sum.ts";
import { narrowest } from "./money-column.ts";
import type { Ids } from "./rows.ts";

/** The values of a column at some indexes, in their order. */
export function pickInts(column: Int32Array, indexes: Int32Array): Int32Array {
  const picked = new Int32Array(indexes.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[indexes[at] ?? 0] ?? 0;
  return picked;
}

function pickNumbers(column: Float64Array, indexes: Int32Array): Float64Array {
  const picked = new Float64Array(indexes.length);
  for (let at = 0; at < picked.length; at += 1) picked[at] = column[indexes[at] ?? 0] ?? 0;
  return picked;
}

/** Null if none of them is known. */
export function pickInstants(column: Float64Array, indexes: Int32Array): Float64Array | null {
  const picked = pickNumbers(column, indexes);
  return picked.every(Number.isNaN) ? null : picked;
}

/** In the narrowest form that holds them. */
export function pickMoney(column: ScaledIntegers, indexes: Int32Array): ScaledIntegers {
  if (column instanceof Float64Array) return pickNumbers(column, indexes);
  return narrowest(BigInt64Array.from(indexes as Iterable<number>, (index) => column[index] ?? 0n));
}

/** Null if none of them is given. */
export function pickIds(column: NonNullable<Ids>, indexes: Int32Array): Ids {
  const picked = Array.from(indexes, (index) => column[index]);
  return picked.some((id) => id !== undefined) ? picked : null;
}
