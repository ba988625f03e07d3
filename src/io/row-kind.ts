import type { IssueCode } from "../base/issue.ts";
import type { CellKind } from "./cell-kind.ts";

/** One member of a row. */
export interface Field {
  readonly name: string;
  readonly cell: CellKind;
  /** What an absent cell means: nothing, a fault, or a value of its own. */
  readonly absent: "left-out" | "fault" | "null";
  /** Names that exports give this column, without blanks, signs and capitals; the best first. */
  readonly guesses: readonly string[];
}

/** A value under construction: own members only, in the order of the columns. */
export type RowUnderConstruction = Record<string, unknown>;

/** What is wrong between the members of a row. */
export interface AcrossFault {
  readonly code: IssueCode;
  readonly field: string;
  readonly expected: string;
}

/** One kind of row, as data. */
export interface RowKind {
  readonly fields: readonly Field[];
  /** Checks that need more than one member. */
  readonly across?: (row: RowUnderConstruction) => AcrossFault | null;
  /** Whether a member is not looked for, given the columns found so far. */
  readonly isHidden?: (field: string, columnOf: (field: string) => string | undefined) => boolean;
  /** Turns what is no object into one, such as the bare score of an answer. */
  readonly fromPlain?: (value: unknown) => unknown;
}

/**
 * Sets an own member whatever its name: `row["__proto__"] = …` would set none.
 */
export function setMember(row: RowUnderConstruction, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(row, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    row[name] = value;
  }
}
