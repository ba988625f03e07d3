import type { RowId } from "./rows.ts";

/** A column of whole numbers that grows. */
export interface IntBuilder {
  values: Int32Array;
  size: number;
}

export function newIntBuilder(): IntBuilder {
  return { values: new Int32Array(0), size: 0 };
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

/** A column of instants that is made when the first one comes. */
export interface InstantBuilder {
  values: Float64Array | null;
  size: number;
}

export function newInstantBuilder(): InstantBuilder {
  return { values: null, size: 0 };
}

/** Adds an instant, or NaN where only the day is known. */
export function pushInstant(builder: InstantBuilder, instant: number): void {
  const { size } = builder;
  builder.size = size + 1;
  if (builder.values === null && Number.isNaN(instant)) return;
  if (builder.values === null || size === builder.values.length) {
    const wider = new Float64Array(widened(size)).fill(Number.NaN, 0, size);
    if (builder.values !== null) wider.set(builder.values);
    builder.values = wider;
  }
  builder.values[size] = instant;
}

export function finishInstants({ values, size }: InstantBuilder): Float64Array | null {
  return values === null || values.length === size ? values : values.slice(0, size);
}

/** A column of ids that is made when the first one comes. */
export interface IdBuilder {
  values: (RowId | undefined)[] | null;
  size: number;
}

export function newIdBuilder(): IdBuilder {
  return { values: null, size: 0 };
}

export function pushId(builder: IdBuilder, id: RowId | undefined): void {
  if (id !== undefined || builder.values !== null) {
    builder.values ??= new Array<RowId | undefined>(builder.size).fill(undefined);
    builder.values.push(id);
  }
  builder.size += 1;
}

/** The room of a column that is full. */
export function widened(size: number): number {
  return Math.max(64, size * 2);
}
