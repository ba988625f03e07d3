import { closest } from "../base/closest.ts";
import { argumentError } from "../base/errors.ts";
import { show } from "../base/show.ts";
import { fileFault } from "./file-fault.ts";

/**
 * A column's name without blanks, signs and capitals, under which exports that differ in such
 * things meet.
 *
 * @example
 * normalName("Customer_ID"); // => "customerid"
 * normalName("N. Revenue"); // => "nrevenue"
 */
export function normalName(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const LONGEST_NAME = 100;

/** The names of the columns of a file, each once. */
export interface Header {
  readonly names: readonly string[];
  /** Where the column of exactly this name is, or −1. */
  readonly exact: (name: string) => number;
  /** Whether a column has this normal name. */
  readonly has: (normalName: string) => boolean;
  /** Where the first column is whose normal name is the first of these that occurs; −1 if none. */
  readonly like: (normalNames: readonly string[]) => number;
}

/**
 * Reads the header of a table of text. Blanks around a name are cut; a column without a name is
 * called by its place, such as `column 4`.
 *
 * @throws {@link KpiError} `invalid-data` with `csv-header-duplicate` for a name that occurs twice.
 */
export function readHeader(cells: readonly string[], line: number): Header {
  return newHeader(
    cells.map((cell, index) => cell.trim() || `column ${index + 1}`),
    line,
  );
}

/** The header that these names make. @param line Where it stands, if it stands in a file. */
export function newHeader(names: readonly string[], line?: number): Header {
  const at = new Map<string, number>();
  const normal = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    if (at.has(name)) throw duplicate(name, name, index, line);
    at.set(name, index);
    const short = normalName(name);
    const alike = normal.get(short);
    if (alike === undefined) normal.set(short, [index]);
    else alike.push(index);
  }
  return {
    names,
    exact: (name) => at.get(name) ?? -1,
    has: (normalName) => normal.has(normalName),
    like(normalNames) {
      for (const wanted of normalNames) {
        const [first, second] = normal.get(wanted) ?? [];
        if (first === undefined) continue;
        if (second === undefined) return first;
        throw duplicate(names[first] ?? "", names[second] ?? "", second, line);
      }
      return -1;
    },
  };
}

function duplicate(name: string, other: string, index: number, line: number | undefined): Error {
  const message =
    name === other
      ? `two columns are called ${show(name)}. Rename one, so that none is lost.`
      : `the columns ${show(name)} and ${show(other)} could both be meant. Name one with the option \`columns\`.`;
  const place = { field: name, column: index + 1 };
  return fileFault(
    "csv-header-duplicate",
    message,
    line === undefined ? place : { ...place, line },
  );
}

/**
 * Where the column is that the caller named for a member.
 *
 * @throws {@link KpiError} `invalid-argument` if the file has no such column.
 */
export function namedColumn(header: Header, field: string, name: string): number {
  const exact = header.exact(name);
  if (exact !== -1) return exact;
  const like = header.like([normalName(name)]);
  if (like !== -1) return like;
  const near = closest(name, header.names);
  const shown = header.names.slice(0, 12).map(show).join(", ");
  const hint =
    near === null ? `one of the columns ${shown}` : `a column; did you mean ${show(near)}?`;
  throw argumentError(`columns.${field}`, hint, name);
}
