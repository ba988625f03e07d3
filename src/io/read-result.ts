import type { Issue, IssueTotal } from "../base/issue.ts";
import type { LayoutName } from "./layouts.ts";
import type { Separator } from "./separator.ts";

/** What was read: the good rows, the bad ones with the reasons, and how it was understood. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly rejects: readonly Reject[];
  readonly summary: ReadSummary;
}

/** A row that was not taken. */
export interface Reject {
  /** Its place among the rows of the input, from 0; blank lines are no rows. */
  readonly row: number;
  /** The line of the file it begins at, from 1. */
  readonly line?: number;
  /** The first cell at fault, counted from 1. */
  readonly column?: number;
  readonly issues: readonly Issue[];
  /** The row as it came: its cells by the names of their columns, or what was handed in. */
  readonly value: unknown;
}

export type FileFormat = "csv" | "json" | "jsonl";

/** How the input was understood, and what became of its rows. */
export interface ReadSummary {
  /** `rows` when values were handed in rather than text. */
  readonly format: FileFormat | "rows";
  readonly layout: LayoutName;
  /** Of CSV; null otherwise. */
  readonly separator: Separator | null;
  /** Which column was taken for which member. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns kept under their own names. */
  readonly extraColumns: readonly string[];
  /** Columns left out, because they are called like a member and hold something else. */
  readonly ignoredColumns: readonly string[];
  /** Rows in the input: `accepted`, `rejected` and `skipped` together. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that are no orders of their own, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Faults of all rejected rows. */
  readonly byCode: readonly IssueTotal[];
  readonly notes: readonly ReadNote[];
}

/** Something that was decided while reading, and how often. */
export interface ReadNote {
  readonly code: NoteCode;
  readonly count: number;
  readonly message: string;
}

export type NoteCode =
  /** The clock showed the time twice; the first was taken. */
  | "time-shown-twice"
  /** A column of refunds became rows of their own. */
  | "refunds-added"
  /** Prices include the tax, which was taken off in proportion. */
  | "tax-included"
  /** Customers are told apart by their names alone. */
  | "customers-by-name";
