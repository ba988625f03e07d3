import { UTC } from "../base/zone.ts";
import type { CellContext } from "./cell-kind.ts";
import { chooseColumns, missingColumn, type NamedColumns } from "./choose-columns.ts";
import type { Header } from "./column-names.ts";
import type { Notation } from "./notation.ts";
import { LAYOUT_FIELDS, type OrderLayout } from "./order-layout.ts";
import type { Field, RowKind } from "./row-kind.ts";

/** What becomes of one column of text. */
export interface Step {
  /** Where the cell is, among those of the file and then those that a layout makes. */
  readonly index: number;
  /** The member that it becomes. */
  readonly name: string;
  /** How it is read; null for a further column, kept as it is. */
  readonly field: Field | null;
  /** Where in the file the column is, for messages; −1 if nowhere. */
  readonly source: number;
  readonly context: CellContext;
}

/** What becomes of the columns of a table. */
export interface TablePlan {
  readonly steps: readonly Step[];
  /** Which column was taken for which member. */
  readonly columns: Readonly<Record<string, string>>;
  readonly extraColumns: readonly string[];
  /** Columns called like a member that were not taken for it. */
  readonly ignoredColumns: readonly string[];
}

/** How a table is to be read. */
export interface TableQuestion {
  readonly kind: RowKind;
  readonly named: NamedColumns;
  readonly notation: Notation;
}

/**
 * Plans a table of text. Columns that no member takes are kept under their own names.
 *
 * @param layout Works members out of several columns; null for a plain table.
 * @throws {@link KpiError} `invalid-data` with `field-missing` if there is no column for a member that
 *   every row must have.
 */
export function planTable(
  header: Header,
  question: TableQuestion,
  layout: OrderLayout | null,
  line: number,
): TablePlan {
  const { kind, named } = question;
  // What a layout makes of amounts has points.
  const decimalComma = layout === null && question.notation.decimalComma;
  const common = { ...question.notation, decimalComma, fromText: true };
  const chosen = layout?.sources ?? chooseColumns(header, kind, named);
  const made: readonly string[] = LAYOUT_FIELDS;
  const steps: Step[] = [];
  const columns: Record<string, string> = {};
  for (const field of kind.fields) {
    const source = chosen.get(field.name);
    if (source === undefined && field.absent !== "left-out") {
      throw missingColumn(header, field.name, line);
    }
    const place = layout === null ? -1 : made.indexOf(field.name);
    const index = place === -1 ? source : header.names.length + place;
    if (index === undefined) continue;
    const column = header.names[source ?? -1];
    if (column !== undefined) columns[field.name] = column;
    const context = column?.includes("(UTC)") ? { ...common, wallClock: UTC } : common;
    steps.push({ index, name: field.name, field, source: source ?? -1, context });
  }
  const members = new Set(kind.fields.map(({ name }) => name));
  const taken = new Set(chosen.values());
  const free = [...header.names.entries()].filter(([index]) => !taken.has(index));
  const extra = free.filter(([, name]) => !members.has(name));
  for (const [index, name] of extra) {
    steps.push({ index, name, field: null, source: index, context: common });
  }
  const nameOf = ([, name]: readonly [number, string]): string => name;
  return {
    steps,
    columns: Object.freeze(columns),
    extraColumns: Object.freeze(extra.map(nameOf)),
    ignoredColumns: Object.freeze(free.filter(([, name]) => members.has(name)).map(nameOf)),
  };
}
