import type { Ids, RowId } from "./rows.ts";

/** A column of whole numbers that grows. */
export interface IntBuilder {
  values: Int32Array;
  size: number;
}

/** @param rows How many rows there may be: room for them is made at once, within reason. */
export function newIntBuilder(rows = 0): IntBuilder {
  return { values: new Int32Array(firstRoom(rows)), size: 0 };
}

export function pushInt(builder: IntBuilder, value: number): void {
  const { size } = builder;
  if (size === builder.values.length) {
    const wider = new Int32Array(widened(size));
    wider.set(builder.values);
    builder.values = wider;
  }
  builder.values[size] = value;
  builder.size = size + 1;
}

export function finishInts({ values, size }: IntBuilder): Int32Array {
  return values.length === size ? values : values.slice(0, size);
}

/** A column of instants of which most may be unknown: those left out are NaN. */
export interface InstantBuilder {
  values: Float64Array;
  size: number;
}

export function newInstantBuilder(): InstantBuilder {
  return { values: new Float64Array(0), size: 0 };
}

/** Puts an instant at an index behind all others. */
export function putInstant(builder: InstantBuilder, index: number, instant: number): void {
  if (index >= builder.values.length) {
    const wider = new Float64Array(widened(index));
    wider.set(builder.values);
    builder.values = wider;
  }
  if (builder.size < index) builder.values.fill(Number.NaN, builder.size, index);
  builder.values[index] = instant;
  builder.size = index + 1;
}

/** The column, or null if nothing was put into it. */
export function finishInstants(builder: InstantBuilder, size: number): Float64Array | null {
  if (builder.size === 0) return null;
  if (builder.size < size) putInstant(builder, size - 1, Number.NaN);
  return builder.values.length === size ? builder.values : builder.values.slice(0, size);
}

/** A column of ids of which most may be absent. */
export type IdBuilder = (RowId | undefined)[];

/** Puts an id at an index behind all others. */
export function putId(builder: IdBuilder, index: number, id: RowId): void {
  while (builder.length < index) builder.push(undefined);
  builder.push(id);
}

/** The column, or null if nothing was put into it. */
export function finishIds(builder: IdBuilder, size: number): Ids {
  if (builder.length === 0) return null;
  while (builder.length < size) builder.push(undefined);
  return builder;
}

/** The room to start with: never as much as a false length may claim. */
export function firstRoom(rows: number): number {
  return Math.min(rows, 1_048_576);
}

/** The room of a column that has none at an index. */
export function widened(index: number): number {
  return Math.max(64, index * 2);
}
