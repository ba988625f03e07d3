import type { ScaledIntegers } from "../base/exact-sum.ts";
import { atScale, narrowest } from "./money-column.ts";
import type { Ids } from "./rows.ts";

/** One column, or none, of each of several ledgers, and how long each is. */
export interface Pieces<Piece> {
  readonly columns: readonly (Piece | null)[];
  readonly sizes: readonly number[];
}

/** Joins columns of whole numbers; a ledger without one gets `fill`. Null if none has one. */
export function concatInts(
  { columns, sizes }: Pieces<Int32Array | Uint8Array>,
  fill: number,
): Int32Array | null {
  if (columns.every((column) => column === null)) return null;
  const joined = new Int32Array(total(sizes)).fill(fill);
  let at = 0;
  for (const [index, column] of columns.entries()) {
    if (column !== null) joined.set(column, at);
    at += sizes[index] ?? 0;
  }
  return joined;
}

/** Joins columns of codes, each by its own map from old codes to new; codes below 0 stay. */
export function concatCodes(
  columns: readonly Int32Array[],
  maps: readonly Int32Array[],
): Int32Array {
  const joined = new Int32Array(total(columns.map(({ length }) => length)));
  let at = 0;
  for (const [index, column] of columns.entries()) {
    const map = maps[index] ?? new Int32Array();
    for (const code of column) {
      joined[at] = code < 0 ? code : (map[code] ?? 0);
      at += 1;
    }
  }
  return joined;
}

/** Joins columns of row indexes, each counted from its own first row on. */
export function concatRows(
  columns: readonly Int32Array[],
  firstRows: readonly number[],
): Int32Array {
  const joined = new Int32Array(total(columns.map(({ length }) => length)));
  let at = 0;
  for (const [index, column] of columns.entries()) {
    for (const row of column) {
      joined[at] = row + (firstRows[index] ?? 0);
      at += 1;
    }
  }
  return joined;
}

/** Joins columns of instants; a ledger without one knows days only. */
export function concatInstants({ columns, sizes }: Pieces<Float64Array>): Float64Array | null {
  if (columns.every((column) => column === null)) return null;
  const joined = new Float64Array(total(sizes)).fill(Number.NaN);
  let at = 0;
  for (const [index, column] of columns.entries()) {
    if (column !== null) joined.set(column, at);
    at += sizes[index] ?? 0;
  }
  return joined;
}

/** Joins columns of ids. */
export function concatIds({ columns, sizes }: Pieces<NonNullable<Ids>>): Ids {
  if (columns.every((column) => column === null)) return null;
  return columns.flatMap(
    (column, index) => column ?? new Array<undefined>(sizes[index] ?? 0).fill(undefined),
  );
}

/**
 * Joins columns of money at one scale; a ledger without one has zeros.
 *
 * @param tooLarge Called with the index, in the joined column, of what 64 bits do not hold.
 */
export function concatMoney(
  { columns, sizes }: Pieces<ScaledIntegers>,
  scales: readonly number[],
  scale: number,
  tooLarge: (index: number) => void,
): ScaledIntegers | null {
  if (columns.every((column) => column === null)) return null;
  const firsts = sizes.map((_, index) => total(sizes.slice(0, index)));
  const pieces = columns.map((column, index) =>
    atScale(column ?? new Float64Array(sizes[index] ?? 0), scales[index] ?? scale, scale, (at) => {
      tooLarge(at + (firsts[index] ?? 0));
    }),
  );
  if (pieces.every((piece) => piece instanceof Float64Array)) {
    const joined = new Float64Array(total(sizes));
    for (const [index, piece] of pieces.entries()) joined.set(piece, firsts[index]);
    return joined;
  }
  const joined = new BigInt64Array(total(sizes));
  for (const [index, piece] of pieces.entries()) {
    joined.set(
      piece instanceof BigInt64Array ? piece : BigInt64Array.from(piece, BigInt),
      firsts[index],
    );
  }
  return narrowest(joined);
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}
