import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOfNumber, hashOfText, newIdTable } from "../../src/ledger/id-table.ts";
import type { RowId } from "../../src/ledger/rows.ts";

const ids = fc.array(
  fc.oneof(fc.string({ maxLength: 2 }), fc.integer({ min: -9, max: 9 }), fc.constant(undefined)),
  { maxLength: 80 },
);

describe("newIdTable", () => {
  test("finds the first entry with an id, as a Map does", () => {
    fc.assert(
      fc.property(ids, (column) => {
        const table = newIdTable(column);
        const map = new Map<RowId, number>();
        for (const [index, id] of column.entries()) {
          expect(table.put(index)).toBe(id === undefined ? -1 : (map.get(id) ?? -1));
          if (id !== undefined && !map.has(id)) map.set(id, index);
        }
        for (const id of [...map.keys(), "never", 99])
          expect(table.find(id)).toBe(map.get(id) ?? -1);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps text and numbers apart", () => {
    const table = newIdTable(["1", 1, "01"]);
    expect([0, 1, 2].map(table.put)).toEqual([-1, -1, -1]);
    expect([table.find("1"), table.find(1), table.find("01")]).toEqual([0, 1, 2]);
  });

  test("stays right, and fast, when ids are made to fall on one place", () => {
    // The upper half undoes what the lower half brings into the hash.
    const column: RowId[] = Array.from({ length: 3000 }, (_, upper) => {
      const lower = Math.imul(upper, 0x9e3779b1) >>> 0;
      return upper * 2 ** 32 + lower;
    });
    expect(new Set(column.map((id) => hashOfNumber(Number(id)))).size).toBe(1);
    const table = newIdTable(column);
    for (const index of column.keys()) expect(table.put(index)).toBe(-1);
    for (const [index, id] of column.entries()) expect(table.find(id)).toBe(index);
  });
});

describe("the hashes", () => {
  test("spread like numbers and like texts over all their bits", () => {
    const spread = (hashes: readonly number[]) => new Set(hashes.map((hash) => hash & 4095)).size;
    const like = Array.from({ length: 4096 }, (_, at) => at);
    expect(spread(like.map((at) => hashOfNumber(at * 4096)))).toBeGreaterThan(2400);
    expect(spread(like.map((at) => hashOfText(`order-${at}`)))).toBeGreaterThan(2400);
  });
});
