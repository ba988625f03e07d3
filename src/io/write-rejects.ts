import { show } from "../base/show.ts";
import { csvText } from "./csv-text.ts";
import type { Reject } from "./read-result.ts";

/**
 * Writes rejected rows as CSV, for someone to correct: where each stands, what is wrong with it, and
 * its cells as they came.
 *
 * Spreadsheets take a cell for a formula that begins with `=`, `+`, `-`, `@`, a tab or a carriage
 * return; such a cell gets an apostrophe before it.
 *
 * @example
 * const { rejects } = readTransactions("email,date,total\n=1+1,2025-01-09,ten\n");
 * writeRejects(rejects).split("\r\n")[0]; // => "line,row,problem,email,date,total"
 * writeRejects(rejects).includes(`"'=1+1"`); // => true
 */
export function writeRejects(rejects: readonly Reject[]): string {
  const records = rejects.map(({ value }) => recordOf(value));
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const lines = rejects.map(({ line, row, issues }, index) => [
    line === undefined ? "" : String(line),
    String(row),
    issues.map(({ message }) => message).join(" "),
    ...columns.map((column) => textOf(records[index]?.get(column))),
  ]);
  return csvText([["line", "row", "problem", ...columns], ...lines]);
}

/** The members of a rejected row; anything else is a single cell. */
function recordOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value === undefined) return new Map();
  try {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return new Map(Object.entries(value));
    }
  } catch {
    // a hostile object is one cell
  }
  return new Map([["value", value]]);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return typeof value === "object" || typeof value === "function" ? show(value) : String(value);
}
