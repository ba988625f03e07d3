import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { KpiError } from "../../src/base/errors.ts";
import type { ReadRows } from "../../src/io/read-result.ts";
import { readRows } from "../../src/io/read-rows.ts";
import { customerSchema, transactionSchema } from "../../src/io/record-schemas.ts";
import { sieve } from "../../src/io/sieve.ts";
import type { SchemaAnswer, StandardSchema } from "../../src/io/standard-schema.ts";

/** A schema of no library: a visit of some minutes. */
const visit: StandardSchema<{ readonly minutes: number }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate(value): SchemaAnswer<{ readonly minutes: number }> {
      const { minutes } = value as { readonly minutes?: unknown };
      const read = Number(minutes);
      if (minutes !== undefined && read > 0) return { value: { minutes: read } };
      return { issues: [{ message: "must be minutes", path: [{ key: "minutes" }] }] };
    },
  },
};

const later: StandardSchema<{ readonly minutes: number }> = {
  "~standard": {
    ...visit["~standard"],
    validate: async (value) => visit["~standard"].validate(value),
  },
};

const thrower: StandardSchema<unknown> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate() {
      throw new RangeError("no");
    },
  },
};

async function* stream<Piece>(...pieces: readonly Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

describe("rows of any kind", () => {
  const text = "Name;Duration;room\nann;30;A\nbob;long;\ncleo;45\ndan;15;B\n";
  const options = { columns: { minutes: "duration" } };

  test("are read with a schema of any library", () => {
    const { rows, rejects, summary } = readRows(text, visit, options);
    expect(rows).toEqual([{ minutes: 30 }, { minutes: 15 }]);
    expect(summary).toMatchObject({ rows: 4, accepted: 2, rejected: 2, separator: ";" });
    expect(summary.columns).toEqual({ minutes: "Duration" });
    expect(rejects).toEqual([
      {
        ...{ row: 1, line: 3, value: { minutes: "long", Name: "bob" } },
        issues: [
          {
            code: "field-wrong-type",
            message: 'Line 3: `minutes`: must be minutes; received "long".',
            ...{ row: 1, line: 3, field: "minutes", received: '"long"' },
          },
        ],
      },
      expect.objectContaining({
        row: 2,
        line: 4,
        issues: [expect.objectContaining({ code: "csv-columns" })],
      }),
    ]);
  });

  test("are read with a schema of zod, whose output is typed", () => {
    const schema = z.object({ Name: z.string(), room: z.enum(["A", "B"]).optional() });
    const { rows } = readRows(text, schema);
    expectTypeOf(rows).toEqualTypeOf<readonly { Name: string; room?: "A" | "B" | undefined }[]>();
    expect(rows).toEqual([{ Name: "ann", room: "A" }, { Name: "bob" }, { Name: "dan", room: "B" }]);
  });

  test("name our own codes with our own schemas", () => {
    const { rejects } = readRows(
      '[{"customerId":"","date":"1/2/2024","amount":"1,5"}]',
      transactionSchema,
    );
    expect(rejects[0]?.issues.map(({ code }) => code)).toEqual([
      "id-empty",
      "date-format",
      "number-format",
    ]);
    expect(rejects[0]?.issues[1]?.message).toBe(
      'Row 0: `date`: must be a day such as 2025-03-01, an instant such as 2025-03-01T10:00:00Z, or a Date; received "1/2/2024".',
    );
  });

  test("of a stream may have a schema that must be waited for", async () => {
    const whole = readRows(text, visit, options);
    expect(await readRows(stream(text), later, options)).toEqual(whole);
    expect(await readRows(stream(text), visit, options)).toEqual(whole);
  });

  test("at hand cannot wait", () => {
    expect(() => readRows(text, later, options)).toThrow(/schema.*at once/);
    expect(() => sieve([{}], later)).toThrow(KpiError);
  });

  test("survive a schema that throws", async () => {
    const codes = ({ rejects }: ReadRows<unknown>) => rejects.map(({ issues }) => issues[0]?.code);
    expect(codes(readRows("a\n1\n2\n", thrower))).toEqual(["row-unreadable", "row-unreadable"]);
    expect(codes(await readRows(stream("a\n1\n"), thrower))).toEqual(["row-unreadable"]);
  });

  test.each([undefined, null, {}, { "~standard": {} }, () => true, "zod"])(
    "need a schema, which %j is not",
    (schema) => {
      const act = () => readRows("a\n", schema as unknown as typeof visit);
      expect(act).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    },
  );

  test("end in one error, if the caller is strict", () => {
    const act = () => readRows(text, visit, { ...options, strict: true });
    expect(act).toThrow(/^Line 4: .*And 1 more fault\.$/);
  });
});

describe("sieve", () => {
  test("parts values as they are, in their order", () => {
    const minutes = [30, "x", null, 15];
    const { rows, rejects, summary } = sieve(minutes, z.number());
    expect(rows).toEqual([30, 15]);
    expect(rejects.map(({ row, value }) => [row, value])).toEqual([
      [1, "x"],
      [2, null],
    ]);
    expect(summary).toMatchObject({ rows: 4, accepted: 2, rejected: 2, format: "rows" });
    expect(sieve(new Set([{ customerId: 1 }]), customerSchema).rows).toEqual([{ customerId: 1 }]);
  });

  test.each([3, undefined, {}])("takes a list, which %j is not", (values) => {
    expect(() => sieve(values as unknown as [], customerSchema)).toThrow(
      expect.objectContaining({ code: "invalid-data" }),
    );
  });
});
