import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonFaultAt } from "../../src/io/json-fault.ts";

describe("where a text stops being JSON", () => {
  test.each([
    ["", 0],
    ["[1,2", 4],
    ["[1,]", 3],
    ["[1 2]", 3],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ["{a:1}", 1],
    ['["a\nb"]', 3],
    ['["\\x"]', 3],
    ['["\\u12g4"]', 3],
    ["[01]", 1],
    ["[1.]", 1],
    ["[nul]", 1],
    ["[]]", 2],
    ["[}", 1],
    ["{]", 1],
    ['{"a":1]', 6],
    ["1 2", 2],
    ['{"a":{}', 7],
    ["[,1]", 1],
  ])("%j at %i", (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFaultAt(text)).toBe(at);
  });

  test("is at a character put between the others", () => {
    const between = fc
      .tuple(
        fc.array(fc.record({ a: fc.jsonValue(), b: fc.string() }), { minLength: 1 }),
        fc.nat(),
        fc.boolean(),
      )
      .map(([rows, place, isPretty]) => {
        const text = JSON.stringify(rows, null, isPretty ? 2 : 0);
        // Where `"a"` stands as a key, nothing but `"` may.
        const keys = [...text.matchAll(/[{,]\s*(?="[ab]":)/g)];
        const found = keys[place % keys.length];
        const at = (found?.index ?? 0) + (found?.[0].length ?? 0);
        return { text: `${text.slice(0, at)}@${text.slice(at)}`, at };
      })
      .filter(({ text, at }) => !/"[^"]*[{,]\s*$/.test(text.slice(0, at)) || true);
    const property = fc.property(between, ({ text, at }) => {
      const found = jsonFaultAt(text);
      // The place may lie in a string, where `@` is welcome.
      if (isJson(text)) expect(found).toBe(text.length);
      else expect(found).toBe(at);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test("agrees with what the engine names", () => {
    const broken = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "1", "x"))
      .map(([value, place, mark]) => {
        const text = JSON.stringify(value);
        const at = place % (text.length + 1);
        return text.slice(0, at) + mark + text.slice(at + 1);
      });
    const property = fc.property(broken, (text) => {
      const said = errorOf(text);
      if (said === null) return;
      const at = jsonFaultAt(text);
      if (said.includes("Unexpected end") || said.includes("Unterminated string")) {
        expect(at).toBe(text.length);
      }
      const token = /^Unexpected token '?(.)'?/.exec(said);
      if (token) expect(text.charAt(at) === token[1] || /[\w.+-]/.test(text.charAt(at))).toBe(true);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

function isJson(text: string): boolean {
  return errorOf(text) === null;
}

function errorOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}
