import type { Issue } from "../base/issue.ts";
import { show } from "../base/show.ts";
import type { CellContext } from "./cell-kind.ts";
import { chooseColumns, type NamedColumns } from "./choose-columns.ts";
import { newHeader } from "./column-names.ts";
import type { Notation } from "./notation.ts";
import type { NoteLog } from "./notes.ts";
import { readOwnMembers } from "./own-members.ts";
import { inFile, newRowBuilder, type RowPlace } from "./row-builder.ts";
import type { RowSink } from "./row-collector.ts";
import type { RowKind, RowUnderConstruction } from "./row-kind.ts";

/** How rows of values are to be read. */
export interface ValueQuestion {
  readonly kind: RowKind;
  readonly named: NamedColumns;
  readonly notation: Notation;
}

/** Reads rows that are objects: of JSON, or handed in. */
export interface ValueRows {
  readonly read: (row: unknown, line: number | null) => void;
  /** Which member of the input was taken for which of the row. */
  readonly columns: () => Readonly<Record<string, string>>;
  /** Further members that were kept. */
  readonly extraColumns: () => readonly string[];
  /** Members called like one of the row's and left out, since another was taken for it. */
  readonly ignoredColumns: () => readonly string[];
}

/**
 * The names of the first row tell which member is which; in later rows, members that the first had
 * not are taken by their own names.
 */
export function newValueRows(
  { kind, named, notation }: ValueQuestion,
  collector: RowSink<RowUnderConstruction>,
  notes: NoteLog,
): ValueRows {
  const builder = newRowBuilder(kind, notes);
  const context: CellContext = { ...notation, fromText: false };
  const known = new Set(kind.fields.map(({ name }) => name));
  const extra = new Set<string>();
  const ignored = new Set<string>();
  let columns: ReadonlyMap<string, string> | null = null;

  const build = (members: ReadonlyMap<string, unknown>, place: RowPlace) => {
    columns ??= columnsOf(members, kind, named);
    builder.start(place);
    const taken = new Set(columns.values());
    for (const field of kind.fields) {
      const value = members.get(columns.get(field.name) ?? field.name);
      const isAbsent = value === undefined || value === null;
      if (isAbsent && field.absent === "left-out") continue;
      if (value === null && field.absent === "null") builder.keep(field.name, null);
      else builder.read(field, value, context, -1);
    }
    for (const [name, value] of members) {
      if (taken.has(name) || (known.has(name) && columns.get(name) === undefined)) continue;
      (known.has(name) ? ignored : extra).add(name);
      if (known.has(name)) continue;
      if (value !== undefined) builder.keep(name, value);
    }
    return builder.finish(() => -1);
  };

  return {
    read(value, line) {
      const place = collector.next(line);
      const { members, fault } = readOwnMembers(kind.fromPlain?.(value) ?? value);
      if (members === null) {
        const issue =
          fault.kind === "unreadable" ? unreadable(place, fault.field) : notAnObject(place, value);
        collector.reject(place, [inFile(issue, place, -1)], () => undefined);
        return;
      }
      const row = build(members, place);
      if (row !== null) collector.accept(place, row);
      else collector.reject(place, builder.issues(), () => Object.fromEntries(members));
    },
    columns: () => Object.freeze(Object.fromEntries(columns ?? [])),
    extraColumns: () => Object.freeze([...extra]),
    ignoredColumns: () => Object.freeze([...ignored]),
  };
}

function columnsOf(
  members: ReadonlyMap<string, unknown>,
  kind: RowKind,
  named: NamedColumns,
): ReadonlyMap<string, string> {
  // Columns that the caller named may come with a later row.
  const names = [...new Set([...members.keys(), ...named.values()])];
  const chosen = chooseColumns(newHeader(names), kind, named);
  return new Map([...chosen].map(([field, at]) => [field, names[at] ?? field]));
}

function notAnObject({ row }: RowPlace, value: unknown): Issue {
  const received = show(value);
  const message = `Row ${row}: must be an object with named members; received ${received}.`;
  return { code: "row-not-object", message, row, expected: "an object", received };
}

function unreadable({ row }: RowPlace, field: string | null): Issue {
  const what = field === null ? "the row" : show(field);
  const message = `Row ${row}: reading ${what} threw an error. Hand in plain data.`;
  const issue: Issue = { code: "row-unreadable", message, row };
  return field === null ? issue : { ...issue, field };
}
