import { type Faults, newFaults } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { cellFault } from "../ledger/cell-fault.ts";
import type { Cell, CellContext } from "./cell-kind.ts";
import type { NoteLog } from "./notes.ts";
import { type Field, type RowKind, type RowUnderConstruction, setMember } from "./row-kind.ts";

/** Where a row stands in its input. */
export interface RowPlace {
  /** From 0. */
  readonly row: number;
  /** From 1; null where the input has no lines. */
  readonly line: number | null;
}

/** Builds one row after the other, and gathers what is wrong with each. */
export interface RowBuilder {
  readonly start: (place: RowPlace) => void;
  /** Reads one cell into its member. @param column Its place in the file, from 0; −1 if none. */
  readonly read: (field: Field, value: unknown, context: CellContext, column: number) => void;
  /** Keeps a further column as it is. */
  readonly keep: (name: string, value: unknown) => void;
  /** The row, or null if something is wrong with it. */
  readonly finish: (columnOf: (field: string) => number) => RowUnderConstruction | null;
  /** What is wrong with the row. */
  readonly issues: () => readonly Issue[];
}

export function newRowBuilder(kind: RowKind, notes: NoteLog): RowBuilder {
  const cell: Cell = { value: undefined, isTwice: false };
  let place: RowPlace = { row: 0, line: null };
  let row: RowUnderConstruction = {};
  let issues: Issue[] = [];
  let column = -1;
  /** Every issue is wanted in full, however many rows are bad. */
  const faults: Faults = {
    ...newFaults(),
    add: (issue) => issues.push(inFile(issue, place, column)),
  };
  return {
    start(next) {
      place = next;
      row = {};
      if (issues.length > 0) issues = [];
    },
    read(field, value, context, at) {
      const code = field.cell.read(value, context, cell);
      if (code === null) {
        row[field.name] = cell.value;
        if (cell.isTwice) notes.add("time-shown-twice");
        cell.isTwice = false;
      } else {
        column = at;
        field.cell.refuse(faults, code, place.row, field.name, value);
      }
    },
    keep(name, value) {
      setMember(row, name, value);
    },
    finish(columnOf) {
      const fault = kind.across?.(row);
      if (fault) {
        const { code, field, expected } = fault;
        const issue = cellFault(code, place.row, field, row[field], expected);
        issues.push(inFile(issue, place, columnOf(field)));
      }
      return issues.length === 0 ? row : null;
    },
    issues: () => issues,
  };
}

/** Says where in the file an issue is, in place of the row's number. */
export function inFile(issue: Issue, { row, line }: RowPlace, column: number): Issue {
  if (line === null) return issue;
  const start = `Row ${row}: `;
  const said = issue.message.startsWith(start) ? issue.message.slice(start.length) : issue.message;
  const where = column < 0 ? `Line ${line}` : `Line ${line}, column ${column + 1}`;
  const placed = { ...issue, message: `${where}: ${said}`, line };
  return column < 0 ? placed : { ...placed, column: column + 1 };
}
