import { show } from "../base/show.ts";
import { countLines, fileFault } from "./file-fault.ts";

/** Cuts CSV text where no quote is open, so that every piece holds whole records. */
export interface RecordCutter {
  /**
   * The whole records of what came so far; the rest is kept for the next call.
   *
   * @param line The line of the file at which the text that is kept begins.
   */
  readonly push: (text: string, line: number) => string;
  /** What is left, closed with a newline if the file's last line was not. */
  readonly end: (line: number) => string;
}

/** A record may be this long. Longer ones are a quote that was never closed. */
const LONGEST_RECORD = 1 << 24;

/**
 * Follows the quotes of a CSV text from its start.
 *
 * A quote opens a cell only at its very beginning, and closes it only before a separator, a line end
 * or blanks and then one of these; inside, two quotes mean one. Time grows with the length of the
 * text alone, whatever it holds: the CSV library takes quadratic time over broken quotes, so they
 * must not reach it.
 *
 * @throws {@link KpiError} `invalid-data` with `csv-format` and the line where a quote opened that is
 *   not closed properly.
 */
export function newRecordCutter(separator: string, newline: string): RecordCutter {
  let kept = "";
  let waiting = ""; // joined to `kept` when it is as long, so that a long record is not read anew with each piece
  let at = 0; // looked at up to here
  let open = -1; // where the open quote stands, or −1
  let outside = 0; // where the text outside of quotes began
  let cut = 0; // the end of the last whole record
  let nextNewline = -1; // the first newline from `outside` on, once it was looked for

  const endOutside = (end: number): void => {
    if (nextNewline < outside) nextNewline = indexOrEnd(kept, newline, outside);
    if (nextNewline < end) cut = kept.lastIndexOf(newline, end - 1) + 1;
  };

  /** Goes on to the end of the text, or to a quote that the text to come must explain. */
  const scan = (line: number): void => {
    for (;;) {
      const quote = kept.indexOf('"', at);
      if (open === -1) {
        if (quote === -1) break;
        at = quote + 1;
        if (!opensCell(kept, quote, separator, newline)) continue;
        endOutside(quote);
        open = quote;
      } else {
        if (quote === -1) {
          at = kept.length;
          return;
        }
        const next = kept[quote + 1];
        if (next === '"') {
          at = quote + 2;
          continue;
        }
        const after = skipBlanks(kept, quote + 1, newline);
        at = quote; // looked at again if the text ends here
        if (after === kept.length) return;
        const mark = kept[after];
        if (mark !== separator && mark !== newline) throw strayText(line, after);
        open = -1;
        outside = after;
        at = after;
      }
    }
    at = kept.length;
    endOutside(at);
  };

  const strayText = (line: number, after: number): Error => {
    const message = `after the closing quote of a cell comes ${show(kept[after])} where a separator or the line end was expected. A quote inside a cell is written twice.`;
    return fileFault("csv-format", message, { line: lineOf(line) });
  };
  const neverClosed = (line: number): Error => {
    const message = "a quote opens here and is never closed, so that all that follows is one cell.";
    return fileFault("csv-format", message, { line: lineOf(line) });
  };
  const lineOf = (line: number): number => line + countLines(kept, newline, 0, open);

  const take = (): string => {
    const whole = kept.slice(0, cut);
    kept = kept.slice(cut);
    at -= cut;
    outside = Math.max(0, outside - cut);
    if (open !== -1) open -= cut;
    nextNewline = -1;
    cut = 0;
    return whole;
  };

  return {
    push(text, line) {
      waiting += text;
      if (waiting.length < kept.length && waiting.length + kept.length <= LONGEST_RECORD) return "";
      kept += waiting;
      waiting = "";
      nextNewline = -1;
      scan(line);
      const whole = take();
      if (kept.length > LONGEST_RECORD) throw open === -1 ? tooLong(line) : neverClosed(line);
      return whole;
    },
    end(line) {
      kept += waiting;
      if (kept === "") return "";
      kept += newline;
      nextNewline = -1;
      scan(line);
      if (open !== -1) throw neverClosed(line);
      return take();
    },
  };
}

function tooLong(line: number): Error {
  const message = `a record is longer than ${LONGEST_RECORD} characters: this is no CSV.`;
  return fileFault("csv-format", message, { line });
}

function opensCell(text: string, quote: number, separator: string, newline: string): boolean {
  if (quote === 0) return true;
  const before = text[quote - 1];
  return before === separator || before === newline;
}

/** Blanks, and the first half of a line end of two characters. */
function skipBlanks(text: string, from: number, newline: string): number {
  let at = from;
  while (text[at] === " " || (text[at] === "\r" && newline === "\n")) at += 1;
  return at;
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? text.length : at;
}
