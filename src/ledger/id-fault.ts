import type { Faults } from "../base/errors.ts";
import type { Issue, IssueCode } from "../base/issue.ts";
import { shorten, show } from "../base/show.ts";
import { refuseCell } from "./cell-fault.ts";
import type { RowId } from "./rows.ts";

/** Longer ids are refused: they are a damaged export. */
export const LONGEST_ID = 1000;

/** What to write instead of a refused id. */
export const EXPECTED_ID: string = `text of 1 to ${LONGEST_ID} characters, or a whole number`;

/** Whether a value is an id; if not, `idFault` says why. */
export function isId(value: unknown): value is RowId {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "string" || value.length === 0 || value.length > LONGEST_ID) return false;
  return value.charCodeAt(0) > BLANK || value.trim() !== "";
}

const BLANK = 0x20;

/** What is wrong with a value that is no id. */
export function idFault(value: unknown): IssueCode {
  if (value === undefined || value === null) return "field-missing";
  if (typeof value === "string") return value.length > LONGEST_ID ? "id-too-long" : "id-empty";
  return Number.isInteger(value) ? "number-not-safe-integer" : "id-wrong-type";
}

/** An id that may be absent; notes what is wrong with one that is not. */
export function readId(
  value: unknown,
  row: number,
  field: string,
  faults: Faults,
): RowId | undefined {
  if (value === undefined || value === null) return undefined;
  if (isId(value)) return value;
  refuseCell(faults, idFault(value), row, field, value, EXPECTED_ID);
  return undefined;
}

/** The issue of two rows that have one id and differ in what one thing has only once. */
export function idConflict(
  field: string,
  id: RowId | undefined,
  row: number,
  otherRow: number,
  differing: readonly string[],
): Issue {
  const received = show(id);
  const names = differing.slice(0, 4).map((name) => `\`${shorten(name, 60)}\``);
  const message =
    `Row ${row} and row ${otherRow} have the same \`${field}\` ${received} but not the same ` +
    `${names.join(", ")}. Correct one of them, or give it its own id.`;
  return { code: "id-conflict", message, row, otherRow, field, received };
}
