import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { newCsvRecords } from "../../src/io/csv-records.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import type { Separator } from "../../src/io/separator.ts";

type Records = readonly (readonly [line: number, ...cells: string[]])[];

/** Reads a text in pieces of some length. */
function readRecords(text: string, length = text.length, wanted?: Separator): Records {
  const records: [number, ...string[]][] = [];
  const csv = newCsvRecords(wanted, (cells, line) => records.push([line, ...cells]));
  for (let at = 0; at < text.length; at += length) csv.push(text.slice(at, at + length));
  csv.end();
  return records;
}

function faultOf(text: string, length?: number) {
  try {
    return readRecords(text, length);
  } catch (error) {
    if (error instanceof KpiError) return error.issues[0];
    throw error;
  }
}

describe("records of CSV", () => {
  const cases: readonly (readonly [title: string, text: string, records: Records])[] = [
    [
      "a column called __proto__ is one like any other",
      "__proto__\nx",
      [
        [1, "__proto__"],
        [2, "x"],
      ],
    ],
    [
      "a line end in quotes belongs to the cell",
      'a,b\n"x\ny",2\n3,4',
      [
        [1, "a", "b"],
        [2, "x\ny", "2"],
        [4, "3", "4"],
      ],
    ],
    [
      "so do two of them, of two characters",
      'a\r\n"x\r\n\r\ny"\r\nz',
      [
        [1, "a"],
        [2, "x\r\n\r\ny"],
        [5, "z"],
      ],
    ],
    [
      "a separator in quotes belongs to the cell",
      'a,b\n"x,y",2',
      [
        [1, "a", "b"],
        [2, "x,y", "2"],
      ],
    ],
    [
      "two quotes in quotes are one",
      'a\n"x ""y"" z"',
      [
        [1, "a"],
        [2, 'x "y" z'],
      ],
    ],
    [
      "a quote within a cell is a quote",
      'a\n5" disk',
      [
        [1, "a"],
        [2, '5" disk'],
      ],
    ],
    [
      "blanks after a closing quote are nothing",
      'a,b\n"x"  ,"y" \n',
      [
        [1, "a", "b"],
        [2, "x", "y"],
      ],
    ],
    [
      "line ends may be mixed",
      'a\r\nx\n"y"\r\n"z"\n',
      [
        [1, "a"],
        [2, "x"],
        [3, "y"],
        [4, "z"],
      ],
    ],
    [
      "lines may end as on old Macs",
      'a,b\rx,"y\rz"\rv,w',
      [
        [1, "a", "b"],
        [2, "x", "y\rz"],
        [4, "v", "w"],
      ],
    ],
    [
      "blank lines are no records",
      "\n\na\n\nx\n\n\n",
      [
        [3, "a"],
        [5, "x"],
      ],
    ],
    [
      "nor are lines of empty cells",
      'a,b\n,\n"",\nx,',
      [
        [1, "a", "b"],
        [4, "x", ""],
      ],
    ],
    [
      "the last line may lack its end",
      'a\n"x"',
      [
        [1, "a"],
        [2, "x"],
      ],
    ],
    [
      "cells may be too many or too few",
      "a,b\n1\n1,2,3",
      [
        [1, "a", "b"],
        [2, "1"],
        [3, "1", "2", "3"],
      ],
    ],
    [
      "semicolons separate",
      "a;b\n1,5;2",
      [
        [1, "a", "b"],
        [2, "1,5", "2"],
      ],
    ],
    [
      "tabs separate",
      'a\tb\n1\t"2\t3"',
      [
        [1, "a", "b"],
        [2, "1", "2\t3"],
      ],
    ],
    [
      "bars separate",
      "a|b\n1|2",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "a spreadsheet may name the separator first",
      "sep=;\na,1;b\nx;y",
      [
        [2, "a,1", "b"],
        [3, "x", "y"],
      ],
    ],
    [
      "a quoted header may hold line ends and separators",
      '"a;\nb",c\n1,2',
      [
        [1, "a;\nb", "c"],
        [3, "1", "2"],
      ],
    ],
  ];

  test.each(cases)("%s", (_, text, records) => {
    for (let length = 1; length <= text.length; length += 1) {
      expect(readRecords(text, length), `in pieces of ${length}`).toEqual(records);
    }
  });

  test("the separator may be named", () => {
    expect(readRecords("a,b;c\n1,2;3", 99, ",")).toEqual([
      [1, "a", "b;c"],
      [2, "1", "2;3"],
    ]);
  });

  test("what the library itself writes is read back, with the line of each record", () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r\n", " ", "=") }),
      fc.string(),
    );
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const row = fc.array(cell, { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 6 });
    });
    const separator = fc.constantFrom<Separator>(",", ";", "\t", "|");
    const property = fc.property(
      ...[table, separator, fc.boolean(), fc.integer({ min: 1, max: 20 })],
      (rows, delimiter, isWindows, length) => {
        const newline = isWindows ? "\r\n" : "\n";
        // A carriage return alone at the end of a cell is the half of a line end.
        const cells = rows.map((row) => row.map((text) => text.replace(/\r+$/, "")));
        const text = `first\n${Papa.unparse(cells, { delimiter, newline, quotes: true })}`;
        let line = 2;
        const expected: unknown[] = [[1, "first"]];
        for (const row of cells) {
          if (row.some((value) => value !== "")) expected.push([line, ...row]);
          line += 1 + row.join("").split("\n").length - 1;
        }
        expect(readRecords(text, length, delimiter)).toEqual(expected);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe("a broken quote is named with the line where it opened", () => {
  const cases: readonly (readonly [text: string, line: number])[] = [
    ['a,b\n"x,1\ny,2\n', 2],
    ['a,b\n1,2\n3,"4\n5,6\n\n7,8', 3],
    ['a,b\n"x"y,1\n', 2],
    ['a,b\n"1\n2",3\n"x" y,1\n', 4],
    ['"a,b\n1,2', 1],
    ['a\n"x"\ry\n', 2],
  ];

  test.each(cases)("%j at line %i", (text, line) => {
    for (let length = 1; length <= text.length; length += 1) {
      expect(faultOf(text, length)).toMatchObject({ code: "csv-format", line });
    }
  });

  test("even if a gigabyte followed: a record has its longest length", () => {
    const csv = newCsvRecords(undefined, () => undefined);
    csv.push('a\n1\n"open');
    const endless = (): void => {
      for (let piece = 0; piece < 1100; piece += 1) csv.push("x,y\n".repeat(4096));
    };
    expect(endless).toThrow(expect.objectContaining({ code: "invalid-data" }));
    expect(endless).toThrow(/Line 3: a quote opens here/);
  });
});

describe("hostile text takes the time of its length", () => {
  const hostile: readonly (readonly [title: string, cell: string])[] = [
    ["quotes and blanks", `"${'x"'.repeat(25_000)}${" ".repeat(50_000)}`],
    ["doubled quotes", `"${'""'.repeat(50_000)}"`],
    ["empty quoted cells", '"",'.repeat(33_000)],
    ["closing quotes with blanks", `"x"${" ".repeat(99_000)}y`],
    ["quoted line ends", `"${"\n".repeat(100_000)}"`],
    ["line ends of two characters", "\r\n".repeat(50_000)],
    ["carriage returns", "\r".repeat(100_000)],
    ["quotes at the start of a cell", `${'"'.repeat(99_999)}x`],
  ];

  test.each(hostile)("%s", (_, cell) => {
    const text = `a,b\n${cell},1\n`;
    faultOf(text); // the first call is slower than the others
    const start = process.cpuUsage();
    faultOf(text);
    faultOf(text, 1 << 12);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 2000).toBeLessThan(200);
  });
});

describe("hostile text in any cell or header is answered within 200 ms", () => {
  const PATTERNS = [
    '"',
    "'",
    " ",
    "0",
    "-",
    "1,",
    "2024-",
    "2024-01-01T",
    "\u200b",
    "é",
    "[",
    "{",
    "=",
    "\t",
  ];
  const FIELDS = ["email", "date", "amount", "order_id", "currency", "type", "tax", "note"];

  test.each(PATTERNS)("100 kB of %j", (pattern) => {
    const long = pattern.repeat(100_000 / pattern.length);
    const quoted = `"${long.replaceAll('"', '""')}"`;
    const start = process.cpuUsage();
    for (const field of FIELDS) {
      const cells = FIELDS.map((name) => (name === field ? quoted : "1"));
      readTransactions(`${FIELDS}\n${cells}\n`);
      const header = FIELDS.map((name) => (name === "note" ? quoted : name));
      readTransactions(`${header}\n${cells}\n`);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / (2 * FIELDS.length)).toBeLessThan(200);
  });

  test("many columns with names that look alike", () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) => "!".repeat(1 + (index % 40)) + index,
    );
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      readTransactions(`email,date,amount,${names}\n`);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(400); // the least: the machine may have other work
  });

  test("a million blank lines before the header", () => {
    const { summary } = readTransactions(`${"\n".repeat(1_500_000)}email,date,amount\nann,x,5\n`);
    expect(summary).toMatchObject({ rows: 1, rejected: 1 });
  });
});
