import { show } from "../base/show.ts";
import { type Header, namedColumn } from "./column-names.ts";
import { fileFault } from "./file-fault.ts";
import type { Field, RowKind } from "./row-kind.ts";

/** The columns that the caller named, by member. */
export type NamedColumns = ReadonlyMap<string, string>;

/** Where the column of each member is that has one. */
export type ChosenColumns = ReadonlyMap<string, number>;

/**
 * Finds the column of each member: the one that the caller named, else the one with the member's
 * own name, else the first of the usual names. No column is guessed for two members.
 *
 * @throws {@link KpiError} `invalid-argument` for a named column that the file lacks.
 */
export function chooseColumns(header: Header, kind: RowKind, named: NamedColumns): ChosenColumns {
  const chosen = new Map<string, number>();
  const taken = new Set<number>();
  for (const [field, column] of named) {
    const at = namedColumn(header, field, column);
    chosen.set(field, at);
    taken.add(at);
  }
  const nameOf = (field: string): string | undefined => header.names[chosen.get(field) ?? -1];
  for (const field of kind.fields) {
    if (named.has(field.name) || kind.isHidden?.(field.name, nameOf)) continue;
    const at = guessColumn(header, field, taken);
    if (at === -1) continue;
    chosen.set(field.name, at);
    taken.add(at);
  }
  return chosen;
}

function guessColumn(header: Header, field: Field, taken: ReadonlySet<number>): number {
  const exact = header.exact(field.name);
  if (exact !== -1 && !taken.has(exact)) return exact;
  for (const guess of field.guesses) {
    const like = header.like([guess]);
    if (like !== -1 && !taken.has(like)) return like;
  }
  return -1;
}

/** The refusal of a file without a column that every row must have. */
export function missingColumn(header: Header, field: string, line: number): Error {
  const shown = header.names.slice(0, 8).map(show).join(", ");
  const more = header.names.length > 8 ? " and others" : "";
  const message = `no column for \`${field}\` was found among ${shown}${more}. Name it with the option columns: { ${field}: "…" }.`;
  return fileFault("field-missing", message, { field, line });
}
