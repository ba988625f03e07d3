import type { Faults } from "../base/errors.ts";
import type { IssueCode } from "../base/issue.ts";
import type { Notation } from "./notation.ts";

/** What one cell gave. Filled in place, for speed. */
export interface Cell {
  value: unknown;
  /** Whether the clock showed the time twice, so that the first was taken. */
  isTwice: boolean;
}

/** How a cell is to be understood. */
export interface CellContext extends Notation {
  /** Whether all cells are text, as in CSV; otherwise they have types of their own. */
  readonly fromText: boolean;
}

/** One kind of cell. The ledgers refuse what this refuses, with the same codes. */
export interface CellKind {
  /** Returns null when `into` was filled, otherwise what is wrong. */
  readonly read: (value: unknown, context: CellContext, into: Cell) => IssueCode | null;
  /** Adds the issue of a refused cell. */
  readonly refuse: (
    faults: Faults,
    code: IssueCode,
    row: number,
    field: string,
    value: unknown,
  ) => void;
}
