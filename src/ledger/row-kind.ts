import type { Issue } from "../base/issue.ts";

/** What rows may be about. */
export type RowKind = "orders" | "subscriptions" | "answers" | "cohorts";

/** The members that rows of a kind always have. */
const MARKS: readonly (readonly [kind: RowKind, members: readonly string[]])[] = [
  ["orders", ["date", "amount"]],
  ["subscriptions", ["start", "mrr"]],
  ["cohorts", ["cohort", "active"]],
  ["answers", ["score"]],
];

/**
 * What an array of rows is about, by the first row's own members. Null if it is empty, no array, or
 * its first row could be of no kind.
 *
 * @example
 * kindOfRows([{ customerId: "ann", date: "2025-01-09", amount: 30 }]); // => "orders"
 * kindOfRows([10, 9, null]); // => "answers"
 */
export function kindOfRows(rows: unknown): RowKind | null {
  try {
    return Array.isArray(rows) && rows.length > 0 ? kindOfRow(rows[0]) : null;
  } catch {
    return null;
  }
}

/** What the first row of an array is about if it has all marks of a kind; else null. */
export function wholeKindOfRows(rows: unknown): RowKind | null {
  try {
    const first: unknown = Array.isArray(rows) ? rows[0] : null;
    return typeof first === "object" && first !== null ? wholeKind(first) : null;
  } catch {
    return null;
  }
}

/** The kind all of whose marks a row has, or else some. No member is read. */
function kindOfRow(row: unknown): RowKind | null {
  if (typeof row === "number" || row === null) return "answers";
  if (typeof row !== "object") return null;
  return wholeKind(row) ?? MARKS.find(([, marks]) => marks.some(isIn(row)))?.[0] ?? null;
}

function wholeKind(row: object): RowKind | null {
  return MARKS.find(([, marks]) => marks.every(isIn(row)))?.[0] ?? null;
}

function isIn(row: object): (name: string) => boolean {
  return (name) => Object.hasOwn(row, name);
}

/** The issue of a refused row that is whole, but of another kind than those it is among; or null. */
export function kindMixed(value: unknown, row: number, kind: RowKind): Issue | null {
  try {
    const other = typeof value === "object" && value !== null ? wholeKind(value) : null;
    if (other === null || other === kind) return null;
    const message = `Row ${row} looks like a row of ${other} among rows of ${kind}. Hand in one kind at a time.`;
    return { code: "kind-mixed", message, row };
  } catch {
    return null;
  }
}
