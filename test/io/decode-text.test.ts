import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { newTextDecoding } from "../../src/io/decode-text.ts";

function decode(bytes: Uint8Array, length = bytes.length): string {
  const decoding = newTextDecoding();
  let text = "";
  for (let at = 0; at < bytes.length; at += length) {
    text += decoding.push(bytes.subarray(at, at + length));
  }
  return text + decoding.end();
}

function faultOf(bytes: Uint8Array, length?: number) {
  try {
    return decode(bytes, length);
  } catch (error) {
    if (error instanceof KpiError) return error.issues[0];
    throw error;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, mark: readonly [number, number], isBig: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = units.flatMap((unit) =>
    isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
  return Uint8Array.from([...mark, ...bytes]);
}

describe("the bytes of a file", () => {
  test("are UTF-8, or UTF-16 where they say so, in pieces of any length", () => {
    const text = fc.string({ unit: "grapheme" }).map((some) => `Kundë €\n${some}`);
    const property = fc.property(text, fc.integer({ min: 1, max: 9 }), (original, length) => {
      expect(decode(utf8(original), length)).toBe(original);
      expect(decode(utf8(`\uFEFF${original}`), length)).toBe(original);
      expect(decode(utf16(original, [0xff, 0xfe], false), length)).toBe(original);
      expect(decode(utf16(original, [0xfe, 0xff], true), length)).toBe(original);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("may be none", () => {
    expect(decode(new Uint8Array(0))).toBe("");
    expect(decode(utf8("a"))).toBe("a");
  });

  test("are refused with the line of the first that is no UTF-8", () => {
    const latin1 = Uint8Array.from([...utf8("a,b\nx,é\ny,"), 0xe9, ...utf8("\nz,1\n")]);
    for (let length = 4; length <= latin1.length; length += 1) {
      expect(faultOf(latin1, length)).toMatchObject({ code: "file-encoding", line: 3 });
    }
  });

  test("are refused where a character is cut off at the end", () => {
    expect(faultOf(utf8("a\né").subarray(0, 3))).toMatchObject({ code: "file-encoding" });
  });

  test.each([
    ["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["compressed", [0x1f, 0x8b, 0x08, 0x00]],
    ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ["Parquet", [0x50, 0x41, 0x52, 0x31, 0x15]],
  ])("are called by their name if they are no text: %s", (what, bytes) => {
    const issue = faultOf(Uint8Array.from(bytes), 2);
    expect(issue).toMatchObject({ code: "file-encoding" });
    expect(issue).toHaveProperty("message", expect.stringContaining(what));
  });
});
