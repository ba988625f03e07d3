import { jsonFaultAt } from "./json-fault.ts";
import { listIn, newJsonText, notAnArray } from "./json-text.ts";
import type { RecordSink, TextReader } from "./record-sink.ts";

/**
 * Starts reading JSON lines: one row a line, blank lines left out.
 *
 * @param isSure Whether the caller says so. Otherwise the first line decides: if it is no JSON of its
 *   own, all lines together are one JSON text; if it is the only line and holds a list, it is an
 *   envelope and not a row.
 */
export function newJsonLines(sink: RecordSink, isSure: boolean): TextReader {
  let rest = "";
  let line = 0;
  let held: { readonly value: unknown; readonly line: number } | null = null;
  let isDecided = isSure;
  let whole: TextReader | null = null;

  const release = (): void => {
    if (held !== null) sink.value(held.value, held.line);
    held = null;
  };

  const readLine = (text: string): void => {
    line += 1;
    if (text.trim() === "") return;
    release();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      if (isDecided) sink.brokenLine(text, line, jsonFaultAt(text));
      else whole = newJsonText(sink);
      return;
    }
    if (isDecided) sink.value(value, line);
    else held = { value, line };
    isDecided = true;
  };

  /** Hands on what came so far, with the blank lines above it, so that lines are counted right. */
  const startWhole = (reader: TextReader, from: number): void => {
    reader.push("\n".repeat(line - 1) + rest.slice(from));
    rest = "";
  };

  const push = (text: string): void => {
    rest += text;
    for (let from = 0; ; ) {
      const end = rest.indexOf("\n", from);
      if (end === -1) {
        rest = rest.slice(from);
        return;
      }
      readLine(rest.slice(from, end));
      if (whole !== null) {
        startWhole(whole, from);
        return;
      }
      from = end + 1;
    }
  };

  return {
    push(text) {
      if (whole !== null) whole.push(text);
      else push(text);
    },
    end() {
      if (rest !== "" && whole === null) readLine(rest);
      if (whole !== null) {
        if (rest !== "") startWhole(whole, 0);
        whole.end();
      } else if (held !== null && listIn(held.value) !== null) throw notAnArray(held.value);
      else release();
    },
  };
}
