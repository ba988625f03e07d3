import Papa from "papaparse";
import { countLines, fileFault } from "./file-fault.ts";
import { firstLine } from "./first-line.ts";
import { newRecordCutter, type RecordCutter } from "./record-cutter.ts";
import { declaredSeparator, detectSeparator, type Separator } from "./separator.ts";

/** Takes the cells of one record of the file and the line it begins at. */
export type RecordVisit = (cells: readonly string[], line: number) => void;

/** Reads CSV text piece by piece. */
export interface CsvRecords {
  readonly push: (text: string) => void;
  readonly end: () => void;
  /** What stands between the cells; null before the first line was seen. */
  readonly separator: () => Separator | null;
}

/**
 * Starts reading CSV: each record but blank ones goes to `visit`, the header first.
 *
 * Line ends may be mixed. A record whose cells are all empty is as blank as an empty line:
 * spreadsheets write such lines below a table.
 *
 * @throws {@link KpiError} `invalid-data` with `csv-format` and the line.
 */
export function newCsvRecords(wanted: Separator | undefined, visit: RecordVisit): CsvRecords {
  let start = ""; // before the header is whole
  let separator: Separator | null = null;
  let newline: "\n" | "\r" = "\n";
  let cutter: RecordCutter | null = null;
  let line = 1;

  const begin = (isAll: boolean): void => {
    const header = firstLine(start, isAll);
    if (header === null) return;
    newline = header.newline;
    const declared = declaredSeparator(header.text);
    const after = declared === null ? 0 : header.from + header.text.length + 1;
    line += countLines(start, newline, 0, after);
    separator = wanted ?? declared ?? detectSeparator(header.text);
    cutter = newRecordCutter(separator, newline);
    read(cutter.push(start.slice(after), line), separator);
    start = "";
  };

  const read = (text: string, delimiter: Separator): void => {
    if (text === "") return;
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
    const [error] = errors;
    if (error) throw fileFault("csv-format", `${error.message}.`, { line });
    data.pop(); // what follows the last newline
    const hasCarriageReturns = newline === "\n" && text.includes("\r");
    const hasQuotes = text.includes('"');
    for (const cells of data) {
      const from = line;
      line += hasQuotes ? 1 + linesWithin(cells, newline) : 1;
      if (hasCarriageReturns) cutCarriageReturn(cells);
      if (!isBlank(cells)) visit(cells, from);
    }
  };

  return {
    push(text) {
      if (cutter === null || separator === null) {
        start += text;
        begin(false);
      } else {
        read(cutter.push(text, line), separator);
      }
    },
    end() {
      if (cutter === null) begin(true);
      if (cutter !== null && separator !== null) read(cutter.end(line), separator);
    },
    separator: () => separator,
  };
}

/** How many line ends the cells of one record hold. */
function linesWithin(cells: readonly string[], newline: string): number {
  let lines = 0;
  for (const cell of cells) {
    if (cell.includes(newline)) lines += countLines(cell, newline, 0, cell.length);
  }
  return lines;
}

/** Cuts the first half of a line end of two characters. */
function cutCarriageReturn(cells: string[]): void {
  const last = cells.at(-1);
  if (last?.endsWith("\r")) cells[cells.length - 1] = last.slice(0, -1);
}

function isBlank(cells: readonly string[]): boolean {
  return cells[0] === "" && cells.every((cell) => cell === "");
}
