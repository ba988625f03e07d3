/** What JSON allows next. */
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end";

/**
 * The first character of a text that cannot stand at its place in JSON, or the length of the text
 * if it ends too early. Engines word this differently, and some do not say it at all.
 *
 * @example
 * jsonFaultAt("[1,,2]"); // => 3
 * jsonFaultAt("{\"a\":"); // => 5
 */
export function jsonFaultAt(text: string): number {
  const closings: string[] = []; // of the brackets that are open
  let expected: Expected = "value";
  let at = skip(text, 0, isBlank);
  while (at < text.length) {
    const character = text.charAt(at);
    const closing = closings.at(-1);
    if (character === closing && expected.endsWith("-or-end")) {
      closings.pop();
      expected = "comma-or-end";
      at += 1;
    } else if (expected === "comma-or-end") {
      if (character !== "," || closing === undefined) return at;
      expected = closing === "}" ? "key" : "value";
      at += 1;
    } else if (expected === "colon") {
      if (character !== ":") return at;
      expected = "value";
      at += 1;
    } else if (character === "[" || character === "{") {
      if (expected.startsWith("key")) return at;
      closings.push(character === "[" ? "]" : "}");
      expected = character === "[" ? "value-or-end" : "key-or-end";
      at += 1;
    } else {
      const isKey = expected.startsWith("key");
      if (isKey && character !== '"') return at;
      const { end, isWhole } = character === '"' ? readString(text, at) : readWord(text, at);
      if (!isWhole) return end;
      expected = isKey ? "colon" : "comma-or-end";
      at = end;
    }
    at = skip(text, at, isBlank);
  }
  return text.length;
}

/** Where a string, number or word ends, or where it stops being one. */
interface Scalar {
  readonly end: number;
  readonly isWhole: boolean;
}

function readString(text: string, from: number): Scalar {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { end: at + 1, isWhole: true };
    if (character < " ") return { end: at, isWhole: false };
    if (character !== "\\") continue;
    at += 1;
    const length = text.charAt(at) === "u" ? 5 : 1;
    if (!ESCAPE.test(text.slice(at, at + length))) return { end: at, isWhole: false };
    at += length - 1;
  }
  return { end: text.length, isWhole: false };
}

const ESCAPE = /^(["\\/bfnrt]|u[0-9a-fA-F]{4})$/;

function readWord(text: string, from: number): Scalar {
  const end = skip(text, from, (character) => /[\w.+-]/.test(character));
  const isWhole = WORD.test(text.slice(from, end));
  return { end: isWhole ? end : from, isWhole };
}

const WORD = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;

function isBlank(character: string): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

function skip(text: string, from: number, isSkipped: (character: string) => boolean): number {
  let at = from;
  while (at < text.length && isSkipped(text.charAt(at))) at += 1;
  return at;
}
