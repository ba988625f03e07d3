import type { Issue } from "../base/issue.ts";
import { type Header, readHeader } from "./column-names.ts";
import type { LayoutName } from "./layouts.ts";
import type { NoteLog } from "./notes.ts";
import { findLayout, newOrderLayout, type OrderLayout } from "./order-layout.ts";
import { newRowBuilder, type RowPlace } from "./row-builder.ts";
import type { RowSink } from "./row-collector.ts";
import { type RowUnderConstruction, setMember } from "./row-kind.ts";
import { planTable, type Step, type TablePlan, type TableQuestion } from "./table-plan.ts";

/** How a table of text is to be read. */
export interface CellQuestion extends TableQuestion {
  /** The export that it is; undefined where its columns are to tell, null where it is none. */
  readonly layout: LayoutName | null | undefined;
}

/** Reads the records of a table of text, the header first. */
export interface CellRows {
  readonly read: (cells: readonly string[], line: number) => void;
  readonly table: () => Table | null;
}

/** A table whose header was read. */
interface Table {
  readonly header: Header;
  readonly layoutName: LayoutName;
  readonly layout: OrderLayout | null;
  readonly plan: TablePlan;
}

export function newCellRows(
  question: CellQuestion,
  collector: RowSink<RowUnderConstruction>,
  notes: NoteLog,
): CellRows {
  const builder = newRowBuilder(question.kind, notes);
  let table: Table | null = null;

  const columnOf = (field: string): number =>
    table?.plan.steps.find(({ name }) => name === field)?.source ?? -1;

  const build = (
    cells: readonly string[],
    steps: readonly Step[],
    place: RowPlace,
  ): RowUnderConstruction | null => {
    builder.start(place);
    for (const { index, name, field, source, context } of steps) {
      const cell = cells[index] ?? "";
      if (cell === "") {
        if (field?.absent === "fault") builder.read(field, cell, context, source);
        else if (field?.absent === "null") builder.keep(name, null);
      } else if (field === null) builder.keep(name, cell);
      else builder.read(field, cell, context, source);
    }
    return builder.finish(columnOf);
  };

  const readOrder = (
    { header, plan }: Table,
    layout: OrderLayout,
    cells: readonly string[],
    place: RowPlace,
  ): void => {
    const record = layout.read(cells);
    if (record.skipped !== null) {
      collector.skip(record.skipped);
      return;
    }
    const sale = build([...cells, ...record.sale], plan.steps, place);
    const refund =
      sale === null || record.refund === null
        ? null
        : build([...cells, ...record.refund], plan.steps, place);
    if (sale === null || (refund === null && record.refund !== null)) {
      collector.reject(place, builder.issues(), () => asRecord(header, cells));
      return;
    }
    if (record.isTaxIncluded) notes.add("tax-included");
    if (layout.knowsNamesOnly) notes.add("customers-by-name");
    if (refund === null) collector.accept(place, sale);
    else {
      notes.add("refunds-added");
      collector.accept(place, sale, refund);
    }
  };

  return {
    table: () => table,
    read(cells, line) {
      if (table === null) {
        table = startTable(question, cells, line);
        return;
      }
      const { header, layout, plan } = table;
      const place = collector.next(line);
      if (cells.length !== header.names.length) {
        const issue = wrongCount(header, cells, place);
        collector.reject(place, [issue], () => asRecord(header, cells));
      } else if (layout !== null) {
        readOrder(table, layout, cells, place);
      } else {
        const row = build(cells, plan.steps, place);
        if (row !== null) collector.accept(place, row);
        else collector.reject(place, builder.issues(), () => asRecord(header, cells));
      }
    },
  };
}

function startTable(question: CellQuestion, cells: readonly string[], line: number): Table {
  const header = readHeader(cells, line);
  const { layout: wanted, named } = question;
  const known = wanted === null || wanted === "plain" ? null : findLayout(header, wanted);
  const layout = known && newOrderLayout(known, header, named);
  const plan = planTable(header, question, layout, line);
  return { header, layoutName: known?.name ?? "plain", layout, plan };
}

/** More cells than names, or fewer. */
function wrongCount(header: Header, cells: readonly string[], { row, line }: RowPlace): Issue {
  const count = (cells: number): string => `${cells} ${cells === 1 ? "cell" : "cells"}`;
  const expected = `${count(header.names.length)}, as in the header`;
  const received = count(cells.length);
  const message = `Line ${line}: there must be ${expected}; there are ${received}. A separator or a line end inside a cell needs quotes around the cell.`;
  const issue: Issue = { code: "csv-columns", message, row, expected, received };
  return line === null ? issue : { ...issue, line };
}

/** The cells by the names of their columns. */
function asRecord(header: Header, cells: readonly string[]): RowUnderConstruction {
  const record: RowUnderConstruction = {};
  for (const [index, cell] of cells.entries()) {
    setMember(record, header.names[index] ?? `column ${index + 1}`, cell);
  }
  return record;
}
