import { KpiError } from "../base/errors.ts";
import type { Issue } from "../base/issue.ts";
import { show } from "../base/show.ts";
import type { RowIntake } from "./row-intake.ts";

/** An input that is at hand: a text, the bytes of a file, or pieces of these, or rows. */
export type RowsInput = string | Uint8Array | ArrayBuffer | Iterable<unknown>;

/** An input that arrives: a stream of text, bytes or rows. */
export type RowsStream = AsyncIterable<unknown> | WebStream;

/** The part of a web `ReadableStream` that is used. */
export interface WebStream {
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: unknown }>;
    readonly cancel: (reason?: unknown) => Promise<unknown>;
  };
}

/** Whether an input must be waited for. */
export function isStream(input: unknown): input is RowsStream {
  try {
    if (typeof input !== "object" || input === null) return false;
    return hasMethod(input, Symbol.asyncIterator) || hasMethod(input, "getReader");
  } catch {
    return false; // a hostile object is refused as rows
  }
}

/** Puts an input that is at hand into an intake. */
export function readAll(input: unknown, intake: RowIntake): void {
  if (typeof input === "string") {
    intake.push("");
    for (let at = 0; at < input.length; at += PIECE) intake.push(input.slice(at, at + PIECE));
  } else if (isBuffer(input)) {
    readBytes(new Uint8Array(input), intake);
  } else if (ArrayBuffer.isView(input)) {
    readBytes(new Uint8Array(input.buffer, input.byteOffset, input.byteLength), intake);
  } else {
    for (const piece of iterate(input)) intake.push(piece);
  }
}

/** Puts a stream into an intake, piece by piece. What the stream itself throws is thrown on. */
export async function readStream(stream: RowsStream, intake: RowIntake): Promise<void> {
  if (!("getReader" in stream)) {
    for await (const piece of stream) intake.push(piece);
    return;
  }
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      intake.push(next.value);
    }
  } catch (error) {
    await reader.cancel(error);
    throw error;
  }
}

/** Long inputs are read in pieces of this length, so that few cells are held at a time. */
const PIECE = 1 << 16;

function readBytes(bytes: Uint8Array, intake: RowIntake): void {
  intake.push("");
  for (let at = 0; at < bytes.length; at += PIECE) intake.push(bytes.subarray(at, at + PIECE));
}

function isBuffer(input: unknown): input is ArrayBuffer {
  return Object.prototype.toString.call(input) === "[object ArrayBuffer]";
}

function hasMethod(input: object, name: PropertyKey): boolean {
  return name in input && typeof Reflect.get(input, name) === "function";
}

/** The items of an iterable; what it throws of its own is refused in our words. */
export function* iterate(input: unknown): Generator<unknown> {
  let iterator: Iterator<unknown>;
  try {
    if (typeof input !== "object" || input === null || !hasMethod(input, Symbol.iterator)) {
      throw undefined;
    }
    iterator = (input as Iterable<unknown>)[Symbol.iterator](); // has the method, see above
  } catch {
    throw notRows(input);
  }
  for (let row = 0; ; row += 1) {
    let next: IteratorResult<unknown>;
    try {
      next = iterator.next();
      if (next.done) return;
    } catch {
      throw unreadable(row);
    }
    yield next.value;
  }
}

function notRows(input: unknown): KpiError {
  const message = `Rows must be a list of objects, or a text or the bytes of a file; received ${show(input)}.`;
  return refusal({ code: "rows-not-array", message });
}

function unreadable(row: number): KpiError {
  const message = `Row ${row}: reading the input threw an error. Hand in plain data.`;
  return refusal({ code: "row-unreadable", message, row });
}

function refusal(issue: Issue): KpiError {
  return new KpiError("invalid-data", issue.message, [issue]);
}
