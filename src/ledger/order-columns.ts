import { type Faults, KpiError } from "../base/errors.ts";
import { show } from "../base/show.ts";
import { type Column, type ReadableColumn, readColumn } from "./column.ts";
import { MOST_ROWS } from "./each-row.ts";
import type { Transaction } from "./rows.ts";
import { throwRowFaults } from "./throw-row-faults.ts";

/**
 * Orders as columns of one length. Any further member may be a dimension.
 *
 * In `date`, whole numbers of up to 32 bits are days since 1970-01-01, other numbers milliseconds
 * since then. Elsewhere 64-bit integers are whole numbers like others. All else is as in rows.
 */
export type OrderColumns = { readonly [Field in keyof Transaction]?: Column } & {
  readonly date: Column;
  readonly amount: Column;
};

/** Columns of one length. */
export interface ReadableColumns {
  readonly rows: number;
  readonly date: ReadableColumn;
  /** The column of a name, or null if there is none. */
  readonly of: (name: string) => ReadableColumn | null;
}

/**
 * Takes the named columns out of an object, each once.
 *
 * @param required Those that must be there.
 * @throws `invalid-data` if they cannot be read or are not of one length.
 */
export function takeColumns(
  columns: unknown,
  names: readonly string[],
  required: readonly string[],
  faults: Faults,
): ReadableColumns {
  if (typeof columns !== "object" || columns === null) throw notColumns(columns);
  const taken = new Map<string, ReadableColumn>();
  for (const name of names) {
    const value = ownMember(columns, name, faults);
    if (value !== undefined && value !== null) {
      const column = readColumn(value, name, faults);
      if (column !== null) taken.set(name, column);
    } else if (required.includes(name) && faults.count() === 0) {
      const message = `There is no column \`${name}\`.`;
      faults.add({ code: "field-missing", message, field: name });
    }
  }
  throwRowFaults(faults);
  const date = taken.get("date");
  const rows = date?.length ?? 0;
  for (const [name, { length }] of taken) {
    if (length === rows) continue;
    const message = `The column \`${name}\` must have ${rows} cells, as \`date\` has; received ${length}.`;
    faults.add({ code: "field-wrong-type", message, field: name });
  }
  if (rows > MOST_ROWS) {
    const message = `At most ${MOST_ROWS} rows are read at once; received ${rows}.`;
    faults.add({ code: "too-many-rows", message });
  }
  throwRowFaults(faults);
  if (date === undefined) throw notColumns(columns); // cannot be: it is required
  return { rows, date, of: (name) => taken.get(name) ?? null };
}

function notColumns(columns: unknown): KpiError {
  const message = `Columns must be an object with one column a member; received ${show(columns)}.`;
  return new KpiError("invalid-data", message, [{ code: "rows-not-array", message }]);
}

function ownMember(columns: object, name: string, faults: Faults): unknown {
  try {
    return Object.hasOwn(columns, name) ? Reflect.get(columns, name) : undefined;
  } catch {
    const message = `Reading the column \`${name}\` threw an error. Hand in plain data.`;
    faults.add({ code: "row-unreadable", message, field: name });
    return undefined;
  }
}
