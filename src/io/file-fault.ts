import { KpiError } from "../base/errors.ts";
import type { Issue, IssueCode } from "../base/issue.ts";

/** Where in a file something is wrong. */
export type FilePlace = Pick<Issue, "line" | "column" | "field">;

/** The refusal of a whole file: nothing in it can be trusted. */
export function fileFault(code: IssueCode, message: string, place: FilePlace = {}): KpiError {
  const where = place.line === undefined ? "" : `Line ${place.line}: `;
  return new KpiError("invalid-data", where + message, [
    { code, message: where + message, ...place },
  ]);
}

/** How many lines end in a text, from one place of it to another. */
export function countLines(text: string, newline: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf(newline, from); at !== -1 && at < to; ) {
    lines += 1;
    at = text.indexOf(newline, at + 1);
  }
  return lines;
}
