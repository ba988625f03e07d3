/** Entries by the unit they belong to: those of unit `u` stand from `starts[u]` to `starts[u + 1]`. */
export interface EntriesByUnit {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Groups entries by unit once, in the order in which they stand. */
export function entriesByUnit(unitOf: Int32Array, units: number): EntriesByUnit {
  const starts = new Int32Array(units + 1);
  for (const unit of unitOf) starts[unit + 1] = (starts[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < units; unit += 1) {
    starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  }
  const next = starts.slice();
  const entries = new Int32Array(unitOf.length);
  for (let at = 0; at < unitOf.length; at += 1) {
    const unit = unitOf[at] ?? 0;
    entries[next[unit] ?? 0] = at;
    next[unit] = (next[unit] ?? 0) + 1;
  }
  return { starts, entries };
}

/** The entries of some drawn units, one draw after the other. */
export interface DrawnEntries {
  /** Which entry each one is a copy of. */
  readonly indexes: Int32Array;
  /** Which draw each one belongs to. */
  readonly draw: Int32Array;
  /** Where the entries of each draw begin. */
  readonly starts: Int32Array;
}

/** Gathers the entries of drawn units; a unit drawn twice gives its entries twice. */
export function drawnEntries(
  { starts: from, entries }: EntriesByUnit,
  units: Int32Array,
): DrawnEntries {
  const starts = new Int32Array(units.length);
  let size = 0;
  for (let drawn = 0; drawn < units.length; drawn += 1) {
    const unit = units[drawn] ?? 0;
    starts[drawn] = size;
    size += (from[unit + 1] ?? 0) - (from[unit] ?? 0);
  }
  const indexes = new Int32Array(size);
  const draw = new Int32Array(size);
  let at = 0;
  for (let drawn = 0; drawn < units.length; drawn += 1) {
    const unit = units[drawn] ?? 0;
    const end = from[unit + 1] ?? 0;
    for (let place = from[unit] ?? 0; place < end; place += 1) {
      indexes[at] = entries[place] ?? 0;
      draw[at] = drawn;
      at += 1;
    }
  }
  return { indexes, draw, starts };
}
