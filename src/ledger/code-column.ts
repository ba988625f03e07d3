import type { ReadableColumn } from "./column.ts";

/** Not looked at yet. */
const UNSEEN = -2;

/**
 * Gives each cell a code. Where small keys stand for the cells, each key is looked at once.
 *
 * @param codeOf The code of a cell. Called for each row whose cell it refuses.
 * @param refusals How many cells were refused so far.
 */
export function codeColumn(
  column: ReadableColumn,
  codeOf: (cell: unknown, row: number) => number,
  refusals: () => number,
): Int32Array {
  const { length, keys, firstKey, keyCount, cell } = column;
  const codes = new Int32Array(length);
  if (keys === null) {
    for (let row = 0; row < length; row += 1) codes[row] = codeOf(cell(row), row);
    return codes;
  }
  const known = new Int32Array(keyCount).fill(UNSEEN);
  for (let row = 0; row < length; row += 1) {
    const key = (keys[row] ?? 0) - firstKey;
    let code = known[key] ?? UNSEEN;
    if (code === UNSEEN) {
      const before = refusals();
      code = codeOf(cell(row), row);
      if (refusals() === before) known[key] = code;
    }
    codes[row] = code;
  }
  return codes;
}
