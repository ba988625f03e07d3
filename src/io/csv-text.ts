import Papa from "papaparse";

/**
 * Writes rows of cells as CSV.
 *
 * Spreadsheets take a cell for a formula that begins with `=`, `+`, `-`, `@`, a tab or a carriage
 * return; such a cell gets an apostrophe before it.
 *
 * @example
 * csvText([["id", "note"], ["1", "=1+1"]]); // => "id,note\r\n1,\"'=1+1\"\r\n"
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const all = rows.map((cells) => [...cells]);
  return `${Papa.unparse(all, { escapeFormulae: FORMULA_START, newline: "\r\n" })}\r\n`;
}

const FORMULA_START = /^[=+\-@\t\r]/;
