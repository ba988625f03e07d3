import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csatVariants, toText, translate } from "../../src/index.ts";
import { textTable } from "../../src/result/text-table.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcdefg-"), minLength: 1, maxLength: 60 });
const cell = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));

/** A head and rows of so many columns. */
const anyTable = fc.integer({ min: 1, max: 7 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe("a table of text", () => {
  test("is never wider than the page, whatever its words", () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 30, max: 120 }), (lines, width) => {
        const widths = textTable(lines, [], width)
          .split("\n")
          .map((line) => line.length);
        expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });

  test("keeps every column below its head", () => {
    fc.assert(
      fc.property(anyTable, (lines) => {
        for (const part of textTable(lines, [], 100).split("\n\n")) {
          const rows = part.split("\n");
          const rule = rows.find((row) => /^-{2,}( {2}-+)*$/.test(row)) ?? "";
          const gaps = [...rule.matchAll(/(?<=-) {2}(?=-)/g)].map(({ index }) => index);
          for (const row of rows) {
            for (const gap of gaps) expect(row.slice(gap, gap + 2).trim()).toBe("");
          }
        }
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });

  test("breaks no word where blanks are enough to make it fit", () => {
    const long = "dissatisfied-neutral-is-bad";
    const words = "some words that may be broken over several lines";
    const page = textTable(
      [
        ["name", "why", "who"],
        [long, words, words],
      ],
      [],
      60,
    );
    expect(page).toContain(long);
  });

  test("loses no letter where words must be broken", () => {
    const text = "x".repeat(45);
    const page = textTable(
      [
        ["a", "b"],
        [text, `${text} ${text}`],
      ],
      [],
      40,
    );
    expect(page.replace(/[^x]/g, "")).toHaveLength(3 * 45);
  });

  test("holds the long names of the forms of satisfaction", () => {
    const scores = [5, 4, 3, 2, 1, 5, 5, 4, 2, 3, 3].map((score) => ({ score }));
    for (const locale of ["en", "fr"] as const) {
      const page = toText(translate(csatVariants(scores), { locale }));
      expect(Math.max(...page.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    }
    const rows = toText(csatVariants(scores)).split("\n");
    const at = rows.find((row) => row.startsWith("Variant"))?.indexOf("Value");
    for (const name of ["top-box", "good-bad-neutral-is-bad", "dissatisfied-neutral-is-bad"]) {
      const row = rows.find((text) => text.startsWith(`${name} `)) ?? "";
      expect(row.slice(0, at).trim()).toBe(name);
    }
  });
});
