import { newCsvRecords } from "./csv-records.ts";
import { countLines, fileFault } from "./file-fault.ts";
import { LONGEST_HEADER } from "./first-line.ts";
import { newJsonLines } from "./json-lines.ts";
import { newJsonText } from "./json-text.ts";
import type { FileFormat } from "./read-result.ts";
import type { RecordSink, TextReader } from "./record-sink.ts";
import type { Separator } from "./separator.ts";

/** Reads text of any of the formats. */
export interface TextRecords extends TextReader {
  /** Null before the first character. */
  readonly format: () => FileFormat | null;
  /** Of CSV; null otherwise. */
  readonly separator: () => Separator | null;
}

/** How a text is to be understood, where the caller says so. */
export interface TextQuestion {
  readonly format: FileFormat | undefined;
  readonly separator: Separator | undefined;
}

/**
 * Starts reading CSV, a JSON array or JSON lines. Which one it is shows in the first character that
 * is no blank: `[` begins an array, `{` a line of JSON, anything else a header.
 *
 * @throws {@link KpiError} `invalid-data` with `file-empty`, `file-encoding`, `csv-format`,
 *   `json-format` or `rows-not-array`.
 */
export function newTextRecords({ format, separator }: TextQuestion, sink: RecordSink): TextRecords {
  let start = ""; // blanks before the first character
  let found: FileFormat | null = null;
  let reader: TextReader | null = null;
  let separatorFound = (): Separator | null => null;

  const readerFor = (first: string): TextReader => {
    found = format ?? FORMAT_OF[first] ?? "csv";
    if (found === "json") return newJsonText(sink);
    if (found === "jsonl") return newJsonLines(sink, format !== undefined);
    const csv = newCsvRecords(separator, sink.cells);
    separatorFound = csv.separator;
    return csv;
  };

  return {
    push(text) {
      const nul = text.indexOf("\0");
      if (nul !== -1) throw binary(text, nul, reader === null);
      if (reader !== null) {
        reader.push(text);
        return;
      }
      start += text;
      const first = start.search(/\S/); // a mark of the encoding is a blank, too
      if (first === -1 && start.length < LONGEST_HEADER) return;
      reader = readerFor(start.charAt(first));
      reader.push(start.startsWith("\uFEFF") ? start.slice(1) : start);
      start = "";
    },
    end() {
      if (reader === null) throw fileFault("file-empty", EMPTY);
      reader.end();
    },
    format: () => found,
    separator: () => separatorFound(),
  };
}

const FORMAT_OF: Readonly<Partial<Record<string, FileFormat>>> = { "[": "json", "{": "jsonl" };

const EMPTY =
  "The file is empty: not even a header was found. An export of no rows has its header.";

/** The line is known if the text is the start of the file. */
function binary(text: string, at: number, isStart: boolean): Error {
  const message =
    "The text holds a NUL character: it is UTF-16 without its mark, or no text at all. Save it as CSV in UTF-8.";
  return fileFault(
    "file-encoding",
    message,
    isStart ? { line: 1 + countLines(text, "\n", 0, at) } : {},
  );
}
