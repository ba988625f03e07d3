import { fileFault } from "./file-fault.ts";

/** Turns the bytes of a file into text, piece by piece. */
export interface TextDecoding {
  /** The text of the next bytes, as far as they are whole characters. */
  readonly push: (bytes: Uint8Array) => string;
  /** The text of what was held back. */
  readonly end: () => string;
}

/**
 * Starts reading bytes as UTF-8, or as UTF-16 where the first two bytes say so ("Unicode text" of a
 * spreadsheet). The mark at the start is left out.
 *
 * @throws {@link KpiError} `invalid-data` with `file-encoding`: replacing what cannot be read would
 *   make one customer of two.
 */
export function newTextDecoding(): TextDecoding {
  let decoder: Decoder | null = null;
  let start = new Uint8Array(0);
  let line = 1;
  let tail = new Uint8Array(0); // the last bytes before, where a character may have begun

  const decode = (bytes: Uint8Array, more: boolean): string => {
    decoder ??= decoderFor(bytes);
    try {
      const text = decoder.decode(bytes, { stream: more });
      line += countNewlines(bytes);
      tail = bytes.slice(-LONGEST_CHARACTER);
      return text;
    } catch {
      const isUtf8 = decoder.encoding === "utf-8";
      const before = linesBeforeFault(joined(tail, bytes)) - countNewlines(tail);
      throw notText(decoder.encoding, isUtf8 ? line + before : undefined);
    }
  };

  return {
    push(bytes) {
      if (decoder !== null) return decode(bytes, true);
      start = joined(start, bytes);
      return start.length < LONGEST_MARK ? "" : decode(start, true);
    },
    end: () => decode(decoder === null ? start : new Uint8Array(0), false),
  };
}

/** A character of UTF-8 is four bytes at most, so that three may have come before. */
const LONGEST_CHARACTER = 3;

/** Enough bytes to tell the encodings and the usual other files apart. */
const LONGEST_MARK = 4;

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(start: Uint8Array): Decoder {
  for (const [mark, what] of NOT_TEXT) {
    if (mark.every((byte, at) => start[at] === byte)) {
      throw fileFault("file-encoding", `This is ${what}, not text. Save it as CSV in UTF-8.`);
    }
  }
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  return new TextDecoder("utf-8", { fatal: true });
}

/** How the files begin that are handed in for text by mistake. */
const NOT_TEXT: readonly (readonly [mark: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a workbook (.xlsx) or an archive (.zip)"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old workbook (.xls)"],
  [[0x1f, 0x8b], "a compressed file (.gz)"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file"],
];

function notText(encoding: string, line: number | undefined): Error {
  const name = encoding.toUpperCase();
  const message = `The file is not ${name}. Save it again as CSV in UTF-8, so that no letter is lost.`;
  return fileFault("file-encoding", message, line === undefined ? {} : { line });
}

function joined(start: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(start.length + more.length);
  both.set(start);
  both.set(more, start.length);
  return both;
}

const NEWLINE = 0x0a;

function countNewlines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

/** How many whole lines of UTF-8 come before the first that is none. */
function linesBeforeFault(bytes: Uint8Array): number {
  let lines = 0;
  let from = 0;
  while ((bytes[from] ?? 0) >> 6 === 0b10) from += 1; // the rest of a character begun before
  for (;;) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return lines;
    lines += 1;
    from = end + 1;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
