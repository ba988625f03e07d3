import { describe, expect, expectTypeOf, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import type { ReadRows } from "../../src/io/read-result.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";
import type { Transaction } from "../../src/ledger/rows.ts";

const refusal = (act: () => unknown): KpiError => {
  try {
    act();
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

const codesOf = ({ rejects }: ReadRows<unknown>) =>
  rejects.map(({ row, issues }) => [row, ...issues.map(({ field, code }) => `${field}: ${code}`)]);

describe("the columns of a table", () => {
  test("are found under the names that exports give them, and what was found is said", () => {
    const headers: readonly (readonly [header: string, columns: Record<string, string>])[] = [
      ["customer_id,date,amount", { customerId: "customer_id", date: "date", amount: "amount" }],
      [
        "Customer Email,Order Date,Net Sales",
        { customerId: "Customer Email", date: "Order Date", amount: "Net Sales" },
      ],
      ["E-Mail,Paid at,Total", { customerId: "E-Mail", date: "Paid at", amount: "Total" }],
      [
        "EMAIL;Created_At;Order Total;Order No.",
        { customerId: "EMAIL", date: "Created_At", amount: "Order Total", orderId: "Order No." },
      ],
      [
        "amount\tuser id\ttimestamp",
        { amount: "amount", customerId: "user id", date: "timestamp" },
      ],
    ];
    for (const [header, columns] of headers) {
      expect(readTransactions(`${header}\n`).summary.columns).toEqual(columns);
    }
  });

  test("the member's own name goes before all others", () => {
    const { columns, extraColumns } = readTransactions(
      "email,customerId,date,total,amount\n",
    ).summary;
    expect(columns).toEqual({ customerId: "customerId", date: "date", amount: "amount" });
    expect(extraColumns).toEqual(["email", "total"]);
  });

  test("the caller's choice goes before that, exactly or as it is usually written", () => {
    const options = { columns: { customerId: "E-mail", amount: "total" } };
    const text = "customerId,email,date,amount,total\n1,ann,2025-01-09,5,6\n";
    const { rows, summary } = readTransactions(text, options);
    expect(rows).toEqual([{ customerId: "ann", date: "2025-01-09", amount: "6" }]);
    expect(summary.ignoredColumns).toEqual(["customerId", "amount"]);
  });

  test("tax and shipping are not put on top of a total that has them in it", () => {
    const { summary } = readTransactions("customer_id,date,total,tax,shipping_total\n");
    expect(summary.columns).toEqual({ customerId: "customer_id", date: "date", amount: "total" });
    expect(summary.extraColumns).toEqual(["shipping_total"]);
    expect(summary.ignoredColumns).toEqual(["tax"]);
    const net = readTransactions("customer_id,date,net,tax,shipping_total\n").summary.columns;
    expect(net).toMatchObject({ amount: "net", tax: "tax", shipping: "shipping_total" });
  });

  test("a table without a needed column is refused with its name", () => {
    const { issues, message } = refusal(() => readTransactions("who,date,amount\n"));
    expect(issues).toMatchObject([{ code: "field-missing", field: "customerId", line: 1 }]);
    expect(message).toContain('columns: { customerId: "…" }');
  });

  test("a column that the caller names must be there", () => {
    const act = () =>
      readTransactions("emial_address,date,amount\n", { columns: { customerId: "email_address" } });
    const { code, message, issues } = refusal(act);
    expect(code).toBe("invalid-argument");
    expect(issues[0]).toMatchObject({ option: "columns.customerId" });
    expect(message).toContain('did you mean "emial_address"');
  });

  test("two columns of one name, or of names that differ in capitals alone, are refused", () => {
    const same = refusal(() => readTransactions("email,date,amount,channel,channel\n"));
    expect(same.issues).toMatchObject([
      { code: "csv-header-duplicate", field: "channel", line: 1, column: 5 },
    ]);
    const like = refusal(() => readTransactions("Email,email,date,amount\n"));
    expect(like.issues).toMatchObject([{ code: "csv-header-duplicate", field: "Email", line: 1 }]);
    const chosen = readTransactions("Email,email,date,amount\n", {
      columns: { customerId: "email" },
    });
    expect(chosen.summary.extraColumns).toEqual(["Email"]);
  });

  test("a column without a name is called by its place", () => {
    const { rows } = readTransactions("email,,date,amount,\nann,7,2025-01-09,5,\n");
    expect(rows).toEqual([{ customerId: "ann", date: "2025-01-09", amount: "5", "column 2": "7" }]);
  });
});

describe("further columns", () => {
  test("keep their names as own members, whatever they are called", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "a b", "é"];
    const text = `${names.join(",")},email,date,amount\n${names.join(",")},ann,2025-01-09,5\n`;
    const [row] = readTransactions(text).rows;
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [...names, "customerId", "date", "amount"].sort(),
    );
    for (const name of names) {
      expect(Object.getOwnPropertyDescriptor(row, name)).toEqual({
        ...{ value: name, enumerable: true, configurable: true, writable: true },
      });
    }
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("are left out where their cell is empty", () => {
    const { rows } = readTransactions("email,date,amount,channel,currency\nann,2025-01-09,5,,\n");
    expect(rows).toEqual([{ customerId: "ann", date: "2025-01-09", amount: "5" }]);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(3);
  });
});

describe("cells", () => {
  const read = (date: string, options = {}) =>
    readTransactions(`email,date,amount\nann,${date},5\n`, options);

  test("amounts stay text, every digit of them", () => {
    const text = "email,date,amount\nann,2025-01-09,0.10\nann,2025-01-09,1234567890123.45\n";
    expect(readTransactions(text).rows.map(({ amount }) => amount)).toEqual([
      "0.10",
      "1234567890123.45",
    ]);
  });

  test.each([
    ["2025-01-09", "2025-01-09"],
    ["2025-01-09T10:00:00Z", "2025-01-09T10:00:00Z"],
    ["2025-01-09T10:00+01:00", "2025-01-09T10:00+01:00"],
    ["2025-01-09 10:00:00 +0100", "2025-01-09T10:00:00+01:00"],
    ["2025-01-09 10:00:00.250-0530", "2025-01-09T10:00:00.250-05:30"],
    ["2025-01-09 10:00 +01", "2025-01-09T10:00+01:00"],
    ["2025-01-09 10:00:00 UTC", "2025-01-09T10:00:00Z"],
    ["2025-01-09 10:00:00Z", "2025-01-09T10:00:00Z"],
  ])("the moment %s is written %s", (date, written) => {
    expect(read(date).rows).toEqual([{ customerId: "ann", date: written, amount: "5" }]);
  });

  test.each([
    ["01/02/2025", "date-format"],
    ["1/2/2025", "date-format"],
    ["02.01.2025", "date-format"],
    ["2025-13-01", "date-invalid"],
    ["2025-02-29", "date-invalid"],
    [" 2025-01-09", "date-format"],
    ["1736416800", "date-format"],
    ["2025-01-09T10:00:00", "date-ambiguous"],
    ["", "field-missing"],
  ])("the moment %j is refused: %s", (date, code) => {
    expect(codesOf(read(date))).toEqual([[0, `date: ${code}`]]);
  });

  test("a time without offset needs the zone of its clock", () => {
    expect(read("2025-01-09 10:00:00").rejects[0]?.issues[0]?.message).toContain("`timeZone`");
    const timeZone = "America/New_York";
    expect(read("2025-01-09 10:00:00", { timeZone }).rows[0]?.date).toBe(
      "2025-01-09T15:00:00.000Z",
    );
    expect(read("2025-01-09T10:00", { timeZone }).rows[0]?.date).toBe("2025-01-09T15:00:00.000Z");
    // Skipped, and shown twice.
    expect(codesOf(read("2025-03-09 02:30:00", { timeZone }))).toEqual([[0, "date: date-invalid"]]);
    const twice = read("2025-11-02 01:30:00", { timeZone });
    expect(twice.rows[0]?.date).toBe("2025-11-02T05:30:00.000Z");
    expect(twice.summary.notes).toMatchObject([{ code: "time-shown-twice", count: 1 }]);
    // A day that Samoa never had.
    const samoa = { timeZone: "Pacific/Apia" };
    expect(codesOf(read("2011-12-30 12:00:00", samoa))).toEqual([[0, "date: date-invalid"]]);
  });

  test("a column may say that its clock shows UTC", () => {
    const text = "email,Created (UTC),amount\nann,2025-01-09 10:00:00,5\n";
    const { rows } = readTransactions(text, { timeZone: "Asia/Tokyo" });
    expect(rows[0]?.date).toBe("2025-01-09T10:00:00.000Z");
  });

  test("signs must agree with what a row says it is", () => {
    const text =
      "email,date,amount,type,discount\n" +
      "ann,2025-01-09,-5,,\nann,2025-01-09,-5,refund,-1\nann,2025-01-09,-5,sale,\n" +
      "ann,2025-01-09,5,,-1\nann,2025-01-09,5,Sale,\n";
    expect(codesOf(readTransactions(text))).toEqual([
      [2, "amount: negative-amount"],
      [3, "discount: negative-amount"],
      [4, "type: field-wrong-type"],
    ]);
  });

  test("a row without a customer is rejected, or kept as a guest's", () => {
    const text = 'email,date,amount\n,2025-01-09,5\n" ",2025-01-09,5\n';
    expect(codesOf(readTransactions(text))).toEqual([
      [0, "customerId: id-empty"],
      [1, "customerId: id-empty"],
    ]);
    const { rows } = readTransactions(text, { guests: "keep" });
    expect(rows).toEqual([
      { date: "2025-01-09", amount: "5" },
      { customerId: null, date: "2025-01-09", amount: "5" },
    ]);
  });
});

describe("bad rows", () => {
  const text =
    'email,date,amount,note\nann,2025-01-09,5,\nbob,09/01/2025,"1,234.50","a\nb"\nann,2025-01-10\ncleo,2025-01-11,7,\n';

  test("are set aside with all that is wrong, where it stands and what came", () => {
    const { rows, rejects, summary } = readTransactions(text);
    expect(rows.map(({ customerId }) => customerId)).toEqual(["ann", "cleo"]);
    expect(rejects).toMatchObject([
      {
        ...{ row: 1, line: 3, column: 2 },
        issues: [
          { code: "date-format", field: "date", line: 3, column: 2, received: '"09/01/2025"' },
          { code: "number-format", field: "amount", line: 3, column: 3, received: '"1,234.50"' },
        ],
        value: { email: "bob", date: "09/01/2025", amount: "1,234.50", note: "a\nb" },
      },
      { row: 2, line: 5, issues: [{ code: "csv-columns", line: 5, received: "2 cells" }] },
    ]);
    expect(rejects[0]?.issues[1]?.message).toBe(
      'Line 3, column 3: `amount` must be a number or text such as "12.50"; received "1,234.50". Leave out thousands separators and blanks, and write a point for the decimals.',
    );
    expect(summary).toMatchObject({ rows: 4, accepted: 2, rejected: 2, skipped: {} });
    expect(summary.byCode).toEqual([
      { code: "date-format", field: "date", count: 1 },
      { code: "number-format", field: "amount", count: 1 },
      { code: "csv-columns", field: null, count: 1 },
    ]);
  });

  test("end in one error with all of it, if the caller is strict", () => {
    const { code, issues, totals, message } = refusal(() =>
      readTransactions(text, { strict: true }),
    );
    expect(code).toBe("invalid-data");
    expect(issues.map(({ line }) => line)).toEqual([3, 3, 5]);
    expect(totals).toHaveLength(3);
    expect(message).toMatch(/^Line 3, column 2: .* And 2 more faults\.$/);
  });

  test("are all counted and none is lost, however many", () => {
    const many = `email,date,amount\n${"ann,x,y\n".repeat(5000)}`;
    const { rejects, summary } = readTransactions(many);
    expect(rejects).toHaveLength(5000);
    expect(rejects[4999]?.issues[1]?.message).toMatch(/^Line 5001, column 3: `amount` must be/);
    expect(summary.byCode.map(({ count }) => count)).toEqual([5000, 5000]);
    const { issues, totals } = refusal(() => readTransactions(many, { strict: true }));
    expect(issues).toHaveLength(1000);
    expect(totals.map(({ count }) => count)).toEqual([5000, 5000]);
  });
});

describe("JSON", () => {
  const rows = [
    { customerId: "ann", date: "2025-01-09", amount: 30, channel: "web" },
    { customerId: 7, date: "2025-01-10", amount: "1.50" },
  ];

  test("an array is read with its types", () => {
    const read = readTransactions(`\uFEFF \n${JSON.stringify(rows, null, 2)}`);
    expect(read.rows).toEqual(rows);
    expect(read.summary).toMatchObject({ format: "json", separator: null, rows: 2 });
  });

  test("lines are read with their types, each with its line", () => {
    const lines = rows.map((row) => JSON.stringify(row)).join("\r\n\r\n");
    const read = readTransactions(`${lines}\n{"customerId":"x"}\n{oops}\n[1]\n`);
    expect(read.rows).toEqual(rows);
    expect(read.summary.format).toBe("jsonl");
    expect(read.rejects).toMatchObject([
      {
        row: 2,
        line: 4,
        issues: [{ code: "field-missing", field: "date", line: 4 }, { field: "amount" }],
      },
      { row: 3, line: 5, column: 2, issues: [{ code: "json-format", line: 5 }], value: "{oops}" },
      { row: 4, line: 6, issues: [{ code: "row-not-object", line: 6 }] },
    ]);
  });

  test("members are renamed like columns", () => {
    const text = '[{"Email":"ann","created_at":"2025-01-09","total":3,"amount":9}]';
    const read = readTransactions(text, { columns: { amount: "total" } });
    expect(read.rows).toEqual([{ customerId: "ann", date: "2025-01-09", amount: 3 }]);
    expect(read.summary.ignoredColumns).toEqual(["amount"]);
  });

  test.each([
    ["[{]", 1, 3],
    ['[{"a":1},\n{"a":2}\n{"a":3}]', 3, 1],
    ['[{"a":1}', 1, 9],
    ['{\n"rows": [1,]\n}', 2, 12],
  ])("%j is refused at line %i, column %i", (text, line, column) => {
    expect(refusal(() => readTransactions(text)).issues).toMatchObject([
      { code: "json-format", line, column },
    ]);
  });

  test.each(['{"orders":[]}', '{\n"page":1,\n"orders":[\n]}\n'])("%j is an envelope", (text) => {
    const { issues, message } = refusal(() => readTransactions(text));
    expect(issues).toMatchObject([{ code: "rows-not-array" }]);
    expect(message).toContain('"orders"');
  });

  test.each(["{}", '"text"', "null", "3"])("%s is no list of rows", (text) => {
    expect(refusal(() => readTransactions(text, { format: "json" })).issues).toMatchObject([
      { code: "rows-not-array" },
    ]);
  });

  test("a number that lost digits is refused, as an id and as an amount", () => {
    const text =
      '[{"customerId":9007199254740993,"date":"2025-01-09","amount":12345678901234567.89}]';
    expect(codesOf(readTransactions(text))).toEqual([
      [0, "customerId: number-not-safe-integer", "amount: number-not-safe-integer"],
    ]);
  });
});

describe("what is no file of rows", () => {
  test.each([
    ["", "file-empty"],
    [" \r\n\n ", "file-empty"],
    [new Uint8Array(0), "file-empty"],
    ["a,b\n1\0,2", "file-encoding"],
    [Uint8Array.from([0x61, 0, 0x62, 0, 0x0a, 0]), "file-encoding"], // UTF-16 without its mark
  ])("%j is refused: %s", (input, code) => {
    expect(refusal(() => readTransactions(input)).issues).toMatchObject([{ code }]);
  });

  test("a header alone is a table of no rows", () => {
    const { rows, summary } = readTransactions("customer_id,date,amount\n");
    expect(rows).toEqual([]);
    expect(summary.rows).toBe(0);
  });
});

test("the types follow the input", () => {
  type Read = ReadRows<Transaction>;
  const empty = "email,date,amount\n";
  expectTypeOf(readTransactions(empty)).toEqualTypeOf<Read>();
  expectTypeOf(readTransactions([{}])).toEqualTypeOf<Read>();
  expectTypeOf(readTransactions(new TextEncoder().encode(empty))).toEqualTypeOf<Read>();
  const later = (stream: ReadableStream<Uint8Array>) => readTransactions(stream);
  expectTypeOf(later).returns.toEqualTypeOf<Promise<Read>>();
  // @ts-expect-error TS2769 a number is no input
  expect(() => readTransactions(3)).toThrow(KpiError);
  // @ts-expect-error TS2769 an unknown member
  expect(() => readTransactions("", { columns: { customer: "x" } })).toThrow(KpiError);
  // @ts-expect-error TS2769 an unknown layout
  expect(() => readTransactions("", { layout: "etsy" })).toThrow(KpiError);
});
