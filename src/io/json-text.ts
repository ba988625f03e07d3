import { show } from "../base/show.ts";
import { countLines, fileFault } from "./file-fault.ts";
import { jsonFaultAt } from "./json-fault.ts";
import type { RecordSink, TextReader } from "./record-sink.ts";

/**
 * Starts reading one JSON text that is an array of rows.
 *
 * @throws {@link KpiError} `invalid-data` with `json-format` and the line, or `rows-not-array`.
 */
export function newJsonText(sink: Pick<RecordSink, "value">): TextReader {
  const pieces: string[] = [];
  return {
    push(text) {
      pieces.push(text);
    },
    end() {
      const rows = parse(pieces.join(""));
      if (!Array.isArray(rows)) throw notAnArray(rows);
      for (const row of rows) sink.value(row, null);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = jsonFaultAt(text);
    const line = 1 + countLines(text, "\n", 0, at);
    const column = at - text.lastIndexOf("\n", at - 1);
    throw fileFault("json-format", brokenAt(text, at), { line, column });
  }
}

/** What is wrong with a JSON text at a place of it. */
export function brokenAt(text: string, at: number): string {
  return at < text.length
    ? `this is no JSON: ${show(text.charAt(at))} cannot stand here.`
    : "this is no JSON: it ends too early.";
}

/** The refusal of JSON that is no list of rows. It says where a list is, if there is one. */
export function notAnArray(value: unknown): Error {
  const list = listIn(value);
  const hint =
    list === null
      ? ""
      : ` There is a list in its member ${show(list)}: save that list alone, or hand it in after JSON.parse.`;
  return fileFault(
    "rows-not-array",
    `The JSON must be an array of rows; it is ${show(value)}.${hint}`,
  );
}

/** The first member that holds a list. */
export function listIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value).find(([, member]) => Array.isArray(member))?.[0] ?? null;
}
