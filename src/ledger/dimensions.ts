import { argumentError, type Faults, KpiError } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";
import { refuseCell } from "./cell-fault.ts";

/** A named column for segments: each value once, and codes into them. */
export interface Dimension {
  /** The values in the order in which they were met. Numbers and yes/no are written as text. */
  readonly values: readonly string[];
}

/** A dimension with one code an entry: into its values, or `NO_VALUE`. */
export interface EntryDimension extends Dimension {
  readonly codes: Int32Array;
}

/** The code of an entry whose row has no value. */
export const NO_VALUE = -1;

/** Gives each value of a dimension a code. */
export interface ValueCodes {
  /** The code of a value, `NO_VALUE` for an absent one, or null for what cannot be a value. */
  readonly codeOf: (value: unknown) => number | null;
  readonly values: readonly string[];
}

export function newValueCodes(): ValueCodes {
  const codes = new Map<unknown, number>([
    [undefined, NO_VALUE],
    [null, NO_VALUE],
  ]);
  const codesOfText = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    codeOf(value) {
      const known = codes.get(value);
      if (known !== undefined) return known;
      const text = textOf(value);
      if (text === null) return null;
      const code = codesOfText.get(text) ?? newCode(values, text);
      codesOfText.set(text, code);
      codes.set(value, code);
      return code;
    },
  };
}

/** A `Map` holds no more. */
const MOST_VALUES = 16_000_000;

function newCode(values: string[], text: string): number {
  if (values.length < MOST_VALUES) return values.push(text) - 1;
  const message = `At most ${MOST_VALUES} values fit into one dimension. Take a coarser column.`;
  throw new KpiError("invalid-data", message, [{ code: "too-many-rows", message }]);
}

/** The dimensions of a ledger that is being read. */
export interface DimensionsRead {
  /** Their names. */
  readonly dimensions: readonly string[];
  readonly values: readonly ValueCodes[];
  readonly faults: Faults;
}

/** The code of a cell in one of the dimensions. */
export function readDimension(
  { dimensions, values, faults }: DimensionsRead,
  dimension: number,
  value: unknown,
  row: number,
): number {
  const code = values[dimension]?.codeOf(value);
  if (typeof code === "number") return code;
  const expected = "text, a finite number, true, false or null";
  refuseCell(faults, "field-wrong-type", row, dimensions[dimension] ?? "", value, expected);
  return NO_VALUE;
}

/** The dimensions of a ledger with one code an entry, by name. */
export function entryDimensions(
  names: readonly string[],
  values: readonly (readonly string[])[],
  codes: readonly Int32Array[],
): Readonly<Record<string, EntryDimension>> {
  const byName: Record<string, EntryDimension> = Object.create(null);
  for (const [index, name] of names.entries()) {
    byName[name] = Object.freeze({
      values: Object.freeze(values[index] ?? []),
      codes: codes[index] ?? new Int32Array(),
    });
  }
  return Object.freeze(byName);
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || Number.isFinite(value)) return String(value);
  return null;
}

/** A check that an option is a list of names of further members, each once. */
/* @__NO_SIDE_EFFECTS__ */
export function dimensionNames(taken: readonly string[]): OptionCheck<readonly string[]> {
  return (value, option) => {
    const names = readNames(value);
    if (names === null) {
      throw argumentError(option, "a list of names of columns", value, "option-wrong-type");
    }
    for (const [index, name] of names.entries()) {
      if (taken.includes(name) || names.indexOf(name) !== index) {
        throw argumentError(option, "names of further columns, each once", name);
      }
    }
    return names;
  };
}

/** A copy of a list of text, or null. */
function readNames(value: unknown): readonly string[] | null {
  try {
    if (!Array.isArray(value)) return null;
    const names: readonly unknown[] = [...value];
    return names.every((name) => typeof name === "string") ? Object.freeze(names) : null;
  } catch {
    return null;
  }
}
