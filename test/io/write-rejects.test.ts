import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readTransactions } from "../../src/io/read-transactions.ts";
import { writeRejects } from "../../src/io/write-rejects.ts";

const cellsOf = (csv: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csv.trimEnd(), { delimiter: "," }).data;

describe("rejected rows as CSV", () => {
  test("say where they stand, what is wrong, and what came", () => {
    const text =
      'email,date,amount,note\nann,2025-01-09,5,\nbob,9.1.,5,"say ""hi"",\nplease"\nann\n';
    const [header, first, second] = cellsOf(writeRejects(readTransactions(text).rejects));
    expect(header).toEqual(["line", "row", "problem", "email", "date", "amount", "note"]);
    expect(first?.slice(0, 2)).toEqual(["3", "1"]);
    expect(first?.[2]).toMatch(/^Line 3, column 2: `date` must be/);
    expect(first?.slice(3)).toEqual(["bob", "9.1.", "5", 'say "hi",\nplease']);
    expect(second?.slice(0, 2)).toEqual(["5", "2"]);
    expect(second?.slice(3)).toEqual(["ann", "", "", ""]);
  });

  test("of values are written as text", () => {
    const rows = [
      { customerId: 7, date: new Date(0), amount: {}, note: null, gift: true },
      5,
      null,
    ];
    const written = cellsOf(writeRejects(readTransactions(rows).rejects));
    expect(written[0]?.slice(3)).toEqual(["customerId", "date", "amount", "note", "gift"]);
    expect(written[1]?.slice(3)).toEqual([
      "7",
      "1970-01-01T00:00:00.000Z",
      "an object",
      "",
      "true",
    ]);
    expect(written[2]?.slice(0, 2)).toEqual(["", "1"]);
  });

  test("may be none", () => {
    expect(writeRejects([])).toBe("line,row,problem\r\n");
  });

  test("hold no cell that a spreadsheet would run", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "", '"', "'");
    const cell = fc.tuple(start, fc.string({ unit: fc.constantFrom("a", "=", "\n", '"', ",") }));
    const record = fc.dictionary(
      cell.map((parts) => parts.join("")),
      cell.map((parts) => parts.join("")),
    );
    const property = fc.property(record, (value) => {
      const written = writeRejects([{ row: 0, issues: [], value }]);
      for (const cells of Papa.parse<string[]>(written, { delimiter: ",", newline: "\r\n" }).data) {
        for (const text of cells) expect(text).not.toMatch(/^[=+\-@\t\r]/);
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});
