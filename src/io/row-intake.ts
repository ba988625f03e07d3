import { newCellRows } from "./cell-rows.ts";
import type { NamedColumns } from "./choose-columns.ts";
import { newTextDecoding, type TextDecoding } from "./decode-text.ts";
import { fileFault } from "./file-fault.ts";
import { brokenAt } from "./json-text.ts";
import type { LayoutName } from "./layouts.ts";
import type { Notation } from "./notation.ts";
import { newNoteLog } from "./notes.ts";
import type { FileFormat } from "./read-result.ts";
import type { RowSink, Understood } from "./row-collector.ts";
import type { RowKind, RowUnderConstruction } from "./row-kind.ts";
import type { Separator } from "./separator.ts";
import { newTextRecords } from "./text-records.ts";
import { newValueRows } from "./value-rows.ts";

/** How an input is to be read. */
export interface IntakeQuestion {
  readonly kind: RowKind;
  readonly named: NamedColumns;
  readonly notation: Notation;
  readonly layout: LayoutName | null | undefined;
  readonly format: FileFormat | undefined;
  readonly separator: Separator | undefined;
}

/** Takes an input piece by piece: text, bytes or rows. */
export interface RowIntake {
  readonly push: (piece: unknown) => void;
  /** Says that all came, and how it was understood. */
  readonly end: () => Understood;
}

/** @param collector Gets the rows. */
export function newRowIntake(
  question: IntakeQuestion,
  collector: RowSink<RowUnderConstruction>,
): RowIntake {
  const notes = newNoteLog();
  const cellRows = newCellRows(question, collector, notes);
  const valueRows = newValueRows(question, collector, notes);
  const text = newTextRecords(question, {
    cells: cellRows.read,
    value: valueRows.read,
    brokenLine(broken, line, at) {
      const place = collector.next(line);
      const message = `Line ${line}: ${brokenAt(broken, at)}`;
      const issue = { code: "json-format", message, row: place.row, line, column: at + 1 } as const;
      collector.reject(place, [issue], () => broken);
    },
  });
  let decoding: TextDecoding | null = null;
  let pieces: "text" | "rows" | null = null;

  return {
    push(piece) {
      if (pieces === "rows") {
        valueRows.read(piece, null);
      } else if (typeof piece === "string") {
        pieces = "text";
        text.push(piece);
      } else if (isBytes(piece)) {
        pieces = "text";
        decoding ??= newTextDecoding();
        text.push(decoding.push(piece));
      } else {
        if (pieces === "text") throw mixed();
        pieces = "rows";
        valueRows.read(piece, null);
      }
    },
    end() {
      if (decoding !== null) text.push(decoding.end());
      if (pieces === "text") text.end();
      const table = cellRows.table();
      return {
        format: pieces === "text" ? (text.format() ?? "csv") : "rows",
        layout: table?.layoutName ?? "plain",
        separator: text.separator(),
        columns: table?.plan.columns ?? valueRows.columns(),
        extraColumns: table?.plan.extraColumns ?? valueRows.extraColumns(),
        ignoredColumns: table?.plan.ignoredColumns ?? valueRows.ignoredColumns(),
        notes: Object.freeze(notes.notes()),
      };
    },
  };
}

function isBytes(piece: unknown): piece is Uint8Array {
  return (
    ArrayBuffer.isView(piece) && Object.prototype.toString.call(piece) === "[object Uint8Array]"
  );
}

function mixed(): Error {
  return fileFault(
    "kind-mixed",
    "A file came in pieces of text or bytes, and then something else.",
  );
}
