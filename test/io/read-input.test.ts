import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KpiError } from "../../src/base/errors.ts";
import { readTransactions } from "../../src/io/read-transactions.ts";

const CSV =
  'email,date,amount,note\r\nann,2025-01-09,5,"a\r\nb"\r\nbob,2025-13-09,5,é\r\n\r\n,2025-01-09,€,x\r\ncleo,2025-01-10,7,\r\n';

async function* pieces<Piece>(all: readonly Piece[]): AsyncGenerator<Piece> {
  yield* all;
}

function cut<Whole extends string | Uint8Array>(whole: Whole, length: number): Whole[] {
  const parts: Whole[] = [];
  // `slice` of a text is a text, of bytes are bytes.
  for (let at = 0; at < whole.length; at += length)
    parts.push(whole.slice(at, at + length) as Whole);
  return parts;
}

const refusal = async (act: () => unknown): Promise<KpiError> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("an input", () => {
  const whole = readTransactions(CSV);

  test("may come whole or in pieces, as text or as bytes, at once or later, and reads the same", async () => {
    const bytes = new TextEncoder().encode(CSV);
    expect(whole.rows).toHaveLength(2);
    expect(readTransactions(bytes)).toEqual(whole);
    expect(readTransactions(bytes.buffer)).toEqual(whole);
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (length) => {
      expect(readTransactions(cut(CSV, length))).toEqual(whole);
      expect(readTransactions(new Set(cut(bytes, length)))).toEqual(whole);
      expect(await readTransactions(pieces(cut(CSV, length)))).toEqual(whole);
      expect(await readTransactions(pieces(cut(bytes, length)))).toEqual(whole);
      expect(await readTransactions(new Blob(cut(bytes, length)).stream())).toEqual(whole);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test("may be longer than one piece of the reader", () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `c${row},2025-01-09,"${row}.50"`);
    const text = `email,date,amount\n${rows.join("\n")}\n`;
    const { rows: read } = readTransactions(text);
    expect(read).toHaveLength(30_000);
    expect(read.at(-1)).toEqual({ customerId: "c29999", date: "2025-01-09", amount: "29999.50" });
  });

  test("may be rows, at once or later", async () => {
    const rows = [
      { customerId: "ann", date: new Date(0), amount: 5, channel: "web" },
      { customerId: "bob", date: "2025-01-10", amount: "x" },
    ];
    const read = readTransactions(rows);
    expect(read.rows).toEqual([rows[0]]);
    expect(read.summary).toMatchObject({ format: "rows", rows: 2, rejected: 1 });
    expect(read.rejects).toMatchObject([{ row: 1, issues: [{ code: "number-format" }] }]);
    expect(read.rejects[0]).not.toHaveProperty("line");
    expect(await readTransactions(pieces(rows))).toEqual(read);
    expect(readTransactions(new Set(rows))).toEqual(read);
    expect(readTransactions([]).rows).toEqual([]);
  });

  test("is not changed, and frozen rows will do", () => {
    const row = Object.freeze({ customerId: "ann", date: "2025-01-10", amount: "5" });
    expect(readTransactions(Object.freeze([row])).rows[0]).toEqual(row);
  });

  test.each([
    ["a number", 3],
    ["nothing", undefined],
    ["an object", { rows: [] }],
    ["a function", () => []],
  ])("that is %s is refused", async (_, input) => {
    const error = await refusal(() => readTransactions(input as unknown as string));
    expect(error.issues).toMatchObject([{ code: "rows-not-array" }]);
  });

  test("cannot mix pieces of a file and rows", async () => {
    const error = await refusal(() => readTransactions(["email,date,amount\n", { a: 1 }]));
    expect(error.issues).toMatchObject([{ code: "kind-mixed" }]);
  });

  test("that breaks off breaks the reading, with its own error", async () => {
    const broken = async function* (): AsyncGenerator<string> {
      yield "email,date";
      throw new RangeError("the line went dead");
    };
    await expect(readTransactions(broken())).rejects.toThrow("the line went dead");
  });

  test("is let go when its text cannot be read", async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Uint8Array.from([0xff, 0x30, 0x30, 0x30])),
      cancel: () => {
        isCancelled = true;
      },
    });
    const onlyReader = { getReader: () => stream.getReader() };
    const error = await refusal(() => readTransactions(onlyReader));
    expect(error.issues).toMatchObject([{ code: "file-encoding" }]);
    expect(isCancelled).toBe(true);
  });
});

describe("hostile rows", () => {
  const good = { customerId: "ann", date: "2025-01-10", amount: "5" };
  const throwing = (name: string): object =>
    Object.defineProperty({ ...good }, name, {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
  const revoked = (): object => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const inherits = Object.create(good) as object;

  test.each<readonly [title: string, row: unknown, code: string]>([
    ["a member that throws", throwing("amount"), "row-unreadable"],
    ["a further member that throws", throwing("channel"), "row-unreadable"],
    ["a revoked proxy", revoked(), "row-unreadable"],
    ["inherited members", inherits, "field-missing"],
    ["a list", [1, 2], "row-not-object"],
    ["nothing", null, "row-not-object"],
    ["a hole", undefined, "row-not-object"],
    ["a symbol as customer", { ...good, customerId: Symbol("x") }, "id-wrong-type"],
    ["a false date", { ...good, date: { getTime: () => 0 } }, "field-wrong-type"],
  ])("%s is set aside", (_, row, code) => {
    const { rows, rejects } = readTransactions([good, row, good]);
    expect(rows).toEqual([good, good]);
    expect(rejects.map(({ row: at, issues }) => [at, issues[0]?.code])).toEqual([[1, code]]);
  });

  test("an own member called __proto__ stays one", () => {
    const [row] = readTransactions(
      JSON.stringify([good]).replace("{", '{"__proto__":{"x":1},'),
    ).rows;
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(row, "__proto__")?.value).toEqual({ x: 1 });
  });

  test("a member is read once", () => {
    let reads = 0;
    const row = Object.defineProperty({ ...good }, "amount", {
      enumerable: true,
      get: () => {
        reads += 1;
        return reads === 1 ? "5" : "NaN";
      },
    });
    expect(readTransactions([row]).rows[0]?.amount).toBe("5");
    expect(reads).toBe(1);
  });

  test("a list that throws is refused", async () => {
    const list = {
      *[Symbol.iterator]() {
        yield good;
        throw new TypeError("no");
      },
    };
    expect((await refusal(() => readTransactions(list))).issues).toMatchObject([
      { code: "row-unreadable", row: 1 },
    ]);
  });
});

describe("options", () => {
  test.each([
    [{ colums: {} }, "colums"],
    [{ columns: [] }, "columns"],
    [{ columns: { customer: "x" } }, "columns.customer"],
    [{ columns: { customerId: 3 } }, "columns.customerId"],
    [{ format: "xml" }, "format"],
    [{ separator: ":" }, "separator"],
    [{ timeZone: "CET" }, "timeZone"],
    [{ strict: "yes" }, "strict"],
    [{ layout: "etsy" }, "layout"],
    [{ guests: true }, "guests"],
    [3, "options"],
  ])("%j are refused at %s", async (options, option) => {
    const error = await refusal(() => readTransactions("a", options as object));
    expect(error.code).toBe("invalid-argument");
    expect(error.issues).toMatchObject([{ option }]);
  });
});
