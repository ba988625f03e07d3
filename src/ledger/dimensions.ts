import { argumentError } from "../base/errors.ts";
import type { OptionCheck } from "../base/options.ts";

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

/** What a dimension's cell may be. */
export const EXPECTED_VALUE = "text, a finite number, true, false or null";

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
      const code = codesOfText.get(text) ?? values.push(text) - 1;
      codesOfText.set(text, code);
      codes.set(value, code);
      return code;
    },
  };
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
