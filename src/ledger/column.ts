import type { Faults } from "../base/errors.ts";
import { show } from "../base/show.ts";

/** A column of numbers as engines hand them out. */
export type TypedColumn =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** A column that names each cell by its place in a dictionary, as Arrow does; below 0 for none. */
export interface DictionaryColumn {
  readonly dictionary: readonly unknown[] | TypedColumn;
  readonly indices: Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
}

/** One cell a row. */
export type Column = readonly unknown[] | TypedColumn | DictionaryColumn;

/** A column whose cells can be read without running anyone's code. */
export interface ReadableColumn {
  readonly length: number;
  readonly cell: (row: number) => unknown;
  /** Small whole numbers that stand for the cells, where there are some: equal ones, equal cells. */
  readonly keys: IntegerColumn | null;
  /** The smallest key, and how many there may be from it on. */
  readonly firstKey: number;
  readonly keyCount: number;
  /** The cells themselves, where they are in one typed array. */
  readonly typed: TypedColumn | null;
}

export type IntegerColumn = DictionaryColumn["indices"];

/** Reads a column once; what cannot be read is noted, and null. */
export function readColumn(value: unknown, name: string, faults: Faults): ReadableColumn | null {
  try {
    if (isTyped(value)) return typedColumn(value);
    if (Array.isArray(value)) return listColumn(Array.from(value));
    if (typeof value === "object" && value !== null) {
      const { dictionary, indices } = ownDictionary(value);
      const cells = isTyped(dictionary)
        ? dictionary
        : Array.isArray(dictionary)
          ? Array.from(dictionary)
          : null;
      if (cells !== null && isIntegerColumn(indices)) return dictionaryColumn(cells, indices);
    }
  } catch {
    const message = `Reading the column \`${name}\` threw an error. Hand in plain data.`;
    faults.add({ code: "row-unreadable", message, field: name });
    return null;
  }
  const expected = "an array, a typed array, or an object { dictionary, indices }";
  const received = show(value);
  const message = `The column \`${name}\` must be ${expected}; received ${received}.`;
  faults.add({ code: "field-wrong-type", message, field: name, expected, received });
  return null;
}

function ownDictionary(value: object): { readonly dictionary: unknown; readonly indices: unknown } {
  const own = (name: string): unknown =>
    Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  return { dictionary: own("dictionary"), indices: own("indices") };
}

function listColumn(cells: readonly unknown[]): ReadableColumn {
  const { length } = cells;
  return { length, cell: (row) => cells[row], keys: null, firstKey: 0, keyCount: 0, typed: null };
}

function typedColumn(typed: TypedColumn): ReadableColumn {
  const { length } = typed;
  const plain = { length, cell: (row: number) => typed[row], typed };
  if (!isIntegerColumn(typed)) return { ...plain, keys: null, firstKey: 0, keyCount: 0 };
  let least = typed[0] ?? 0;
  let most = least;
  for (let row = 1; row < length; row += 1) {
    const key = typed[row] ?? 0;
    if (key < least) least = key;
    else if (key > most) most = key;
  }
  const keyCount = most - least + 1;
  const areFew = keyCount <= Math.max(4 * length, 65_536);
  return { ...plain, keys: areFew ? typed : null, firstKey: least, keyCount };
}

function dictionaryColumn(
  cells: readonly unknown[] | TypedColumn,
  indices: IntegerColumn,
): ReadableColumn {
  const cell = (row: number): unknown => cells[indices[row] ?? -1];
  const inside = indices.every((index: number) => index >= 0 && index < cells.length);
  const keys = inside ? indices : null;
  return { length: indices.length, cell, keys, firstKey: 0, keyCount: cells.length, typed: null };
}

function isTyped(value: unknown): value is TypedColumn {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Whether a column holds whole numbers of up to 32 bits. */
export function isIntegerColumn(value: unknown): value is IntegerColumn {
  return (
    isTyped(value) &&
    !(value instanceof Float32Array || value instanceof Float64Array) &&
    !(value instanceof BigInt64Array || value instanceof BigUint64Array)
  );
}
