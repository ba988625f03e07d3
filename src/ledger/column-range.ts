type Column = Int32Array | Float64Array | null;

/** The smallest value of some columns; null if there is none. */
export function least(columns: readonly Column[]): number | null {
  const found = rangeOf(columns);
  return found.least === Number.POSITIVE_INFINITY ? null : found.least;
}

/** The largest value of some columns; null if there is none. */
export function most(columns: readonly Column[]): number | null {
  const found = rangeOf(columns);
  return found.most === Number.NEGATIVE_INFINITY ? null : found.most;
}

/** NaN is no value. */
function rangeOf(columns: readonly Column[]): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const size = column?.length ?? 0;
    for (let at = 0; at < size; at += 1) {
      const value = column?.[at] ?? Number.NaN;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return { least, most };
}
