import type { RowId } from "./rows.ts";

/** Ids in an order of their own, whatever order the rows had: numbers by size, then texts. */
export function orderOfIds(ids: readonly RowId[]): Int32Array {
  return Int32Array.from(ids, (_, at) => at).sort((a, b) => compareIds(ids[a], ids[b]));
}

function compareIds(left: RowId | undefined, right: RowId | undefined): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "number") return -1;
  if (typeof right === "number") return 1;
  const [a = "", b = ""] = [left, right];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Codes of ids as given out by first appearance, and the ids by code. */
export interface CodedIds {
  readonly codes: Int32Array;
  readonly ids: readonly RowId[];
}

/** Gives equal ids equal codes; an entry without an id has the code −1. */
export function codesOfIds(column: readonly (RowId | undefined)[]): CodedIds {
  const known = new Map<RowId, number>();
  const codes = Int32Array.from(column as Iterable<unknown> & ArrayLike<number>, (_, at) => {
    const id = column[at];
    if (id === undefined) return -1;
    const code = known.get(id) ?? known.size;
    known.set(id, code);
    return code;
  });
  return { codes, ids: [...known.keys()] };
}
