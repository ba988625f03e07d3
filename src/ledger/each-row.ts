import { type Faults, KpiError } from "../base/errors.ts";
import type { Issue, IssueCode } from "../base/issue.ts";
import { shorten, show } from "../base/show.ts";
import { kindMixed, type RowKind } from "./row-kind.ts";

/** A row whose members may be read, as yet unchecked. */
export type RowMembers = Readonly<Record<string, unknown>>;

/** Which member is being read, so that it can be named if reading it throws. */
export interface Reading {
  /** Its index in the names of the visit; −1 for the row itself. A number, since it is set often. */
  member: number;
}

/** What is done with each row. */
export interface RowVisit {
  readonly kind: RowKind;
  /** The members that `read` reads, in that order. */
  readonly names: readonly string[];
  /** Takes the members out of the row, each once. This alone may run code of the row's own. */
  readonly read: (row: RowMembers, reading: Reading) => void;
  /** Checks and keeps what was taken out. Not called for a row that cannot be read. */
  readonly keep: (row: number) => void;
  /** Takes what is no object, where that may be; returns whether it did. */
  readonly keepOther?: (value: unknown, row: number) => boolean;
}

/** More rows than these are refused. */
export const MOST_ROWS = 100_000_000;

/** An array of rows, and how long it said it is. */
export interface RowList {
  readonly list: readonly unknown[];
  readonly length: number;
}

/**
 * Takes an array of rows.
 *
 * @throws `KpiError` `invalid-data` for anything else, or too many of them.
 */
export function rowList(rows: unknown): RowList {
  const list = requireArray(rows);
  return { list, length: requireLength(list) };
}

/**
 * Visits every row in order. Own members count, inherited ones do not, so that a polluted
 * `Object.prototype` fills no gap. What is no row, and what throws, becomes an issue.
 */
export function eachRow({ list, length }: RowList, visit: RowVisit, faults: Faults): void {
  const { names, read, keep } = visit;
  const holesInherit = inheritsIndexes();
  const membersInherit = names.some((name) => name in Object.prototype);
  const reading: Reading = { member: -1 };
  for (let index = 0; index < length; index += 1) {
    reading.member = -1;
    let row: unknown;
    let members: RowMembers | null;
    try {
      row = holesInherit && !Object.hasOwn(list, index) ? undefined : list[index];
      members = membersOf(row, names, membersInherit, reading);
      if (members !== null) read(members, reading);
    } catch {
      faults.add(unreadable(index, names[reading.member]));
      continue;
    }
    const before = faults.count();
    if (members !== null) keep(index);
    else if (visit.keepOther?.(row, index) !== true) faults.add(notAnObject(index, row));
    if (faults.count() === before) continue;
    const mixed = kindMixed(row, index, visit.kind);
    if (mixed !== null) faults.add(mixed);
  }
}

/**
 * The row itself where a plain read finds own members only, else a copy of its own members.
 * Null for what is no object.
 */
function membersOf(
  row: unknown,
  names: readonly string[],
  membersInherit: boolean,
  reading: Reading,
): RowMembers | null {
  if (typeof row !== "object" || row === null) return null;
  const prototype: unknown = Object.getPrototypeOf(row);
  if (prototype === null || (prototype === Object.prototype && !membersInherit)) {
    return row as RowMembers; // any object may be asked for any member
  }
  if (Array.isArray(row)) return null;
  const own: Record<string, unknown> = Object.create(null);
  for (const [member, name] of names.entries()) {
    reading.member = member;
    if (Object.hasOwn(row, name)) own[name] = (row as RowMembers)[name];
  }
  return own;
}

/** Whether someone has put elements on a prototype of all arrays, which a hole would show. */
function inheritsIndexes(): boolean {
  const isIndex = (name: string): boolean => String(Number(name) >>> 0) === name;
  return [Array.prototype, Object.prototype].some((prototype) =>
    Object.getOwnPropertyNames(prototype).some(isIndex),
  );
}

function requireArray(rows: unknown): readonly unknown[] {
  try {
    if (Array.isArray(rows)) return rows;
  } catch {
    // a revoked proxy
  }
  throw rowsFault(
    "rows-not-array",
    `Rows must be an array of objects; received ${show(rows)}.${instead(rows)}`,
  );
}

function instead(rows: unknown): string {
  if (typeof rows === "string") return " Parse the text first, with JSON.parse or a CSV reader.";
  if (typeof rows !== "object" || rows === null) return "";
  try {
    if (rows instanceof Promise) return " It is a promise: await it first.";
    if (ArrayBuffer.isView(rows))
      return " Typed arrays are columns: see `ordersLedgerFromColumns`.";
    if (Symbol.iterator in rows) return " Put its items into an array first: [...rows].";
    if (Object.values(rows).some(Array.isArray)) {
      return " Columns are not rows: see `ordersLedgerFromColumns`.";
    }
  } catch {
    // A hostile object gets no hint.
  }
  return "";
}

function requireLength(list: readonly unknown[]): number {
  let length: unknown;
  try {
    length = list.length;
  } catch {
    throw rowsFault("row-unreadable", "Reading the length of the rows threw an error.");
  }
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) {
    throw rowsFault("rows-not-array", `Rows must have a length; theirs is ${show(length)}.`);
  }
  if (length > MOST_ROWS) {
    throw rowsFault(
      "too-many-rows",
      `At most ${MOST_ROWS} rows are read at once; received ${length}. Build a ledger of each part and merge their counts.`,
    );
  }
  return length;
}

function rowsFault(code: IssueCode, message: string): KpiError {
  return new KpiError("invalid-data", message, [{ code, message }]);
}

function notAnObject(row: number, value: unknown): Issue {
  const received = show(value);
  const message = `Row ${row} must be an object with named members; received ${received}.`;
  return { code: "row-not-object", message, row, expected: "an object", received };
}

/** @param field The member whose reading threw, unless it was the row itself. */
function unreadable(row: number, field: string | undefined): Issue {
  const what = field === undefined ? "the row" : `\`${shorten(field, 60)}\``;
  const message = `Row ${row}: reading ${what} threw an error. Hand in plain data.`;
  return { code: "row-unreadable", message, row, ...(field === undefined ? {} : { field }) };
}
