import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exactSum,
  exactSumOfProducts,
  exactSumOfSquares,
  newExactSum,
} from "../../src/base/exact-sum.ts";

const RUNS = { numRuns: 300 };

const safe = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
);
const numbers = fc.array(safe, { maxLength: 1300, size: "max" });
const wide = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

const add = (left: bigint, right: bigint): bigint => left + right;

describe("exact sums", () => {
  test("of nothing are zero", () => {
    expect(exactSum(new Float64Array())).toBe(0n);
    expect(exactSumOfSquares(new BigInt64Array())).toBe(0n);
    expect(newExactSum().total()).toBe(0n);
  });

  test("of numbers equal those of whole-number arithmetic", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const column = Float64Array.from(values);
        const bigs = values.map(BigInt);
        const sum = newExactSum();
        for (const value of values) sum.add(value);
        expect(exactSum(column)).toBe(bigs.reduce(add, 0n));
        expect(sum.total()).toBe(bigs.reduce(add, 0n));
        expect(exactSumOfSquares(column)).toBe(bigs.map((big) => big * big).reduce(add, 0n));
      }),
      RUNS,
    );
  });

  test("of 64-bit integers equal those of whole-number arithmetic", () => {
    fc.assert(
      fc.property(fc.array(wide), (values) => {
        const column = BigInt64Array.from(values);
        const sum = newExactSum();
        for (const value of values) sum.add(value);
        expect(exactSum(column)).toBe(values.reduce(add, 0n));
        expect(sum.total()).toBe(values.reduce(add, 0n));
        expect(exactSumOfSquares(column)).toBe(values.map((big) => big * big).reduce(add, 0n));
      }),
      RUNS,
    );
  });

  test("of products take a number column with a 64-bit one", () => {
    expect(exactSumOfProducts(Float64Array.of(2, 3), BigInt64Array.of(10n, 2n ** 62n))).toBe(
      20n + 3n * 2n ** 62n,
    );
    expect(exactSumOfProducts(BigInt64Array.of(2n ** 62n), Float64Array.of(-4))).toBe(-(2n ** 64n));
  });

  test("of squares of small numbers, more than one chunk of them, are exact", () => {
    const cents = fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 1300, size: "max" });
    fc.assert(
      fc.property(cents, (values) => {
        const squares = values.map((value) => BigInt(value) ** 2n);
        expect(exactSumOfSquares(Float64Array.from(values))).toBe(squares.reduce(add, 0n));
      }),
      RUNS,
    );
  });
});
