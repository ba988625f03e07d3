import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../src/base/decimal.ts";
import {
  addExact,
  compareExact,
  digitsOf,
  divideExact,
  type Exact,
  fixedExact,
  multiplyExact,
  readExact,
  subtractExact,
  writeExact,
} from "../../src/base/exact.ts";

/** Decimal texts of up to 30 digits on either side of the point. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }))
  .map(([negative, units, scale]) => {
    const digits = units.toString().padStart(scale + 1, "0");
    const point = digits.length - scale;
    const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return negative ? `-${text}` : text;
  });

/** decimal.js with room to spare. */
const Wide = Decimal.clone({ precision: 120 });

/** Half a unit in the 40th digit is all that writing may cost. */
function expectSame(ours: Exact, theirs: Decimal): void {
  const off = new Wide(writeExact(ours)).minus(theirs).abs();
  expect(off.lte(theirs.abs().times("5.0001e-40"))).toBe(true);
}

describe("exact decimals", () => {
  test.each([
    ["12.50", "12.5"],
    ["-0.00", "0"],
    ["1e3", "1000"],
    ["1.5e-7", "0.00000015"],
    ["100", "100"],
    ["-7", "-7"],
  ])("%s is written %s", (text, written) => {
    expect(writeExact(readExact(text))).toBe(written);
  });

  test("a third has 40 digits, and three of them are one again", () => {
    const third = divideExact(readExact(1), readExact(3));
    expect(writeExact(third)).toBe(`0.${"3".repeat(40)}`);
    expect(writeExact(multiplyExact(third, readExact(3)))).toBe("1");
  });

  test.each([
    ["0.5", 0, "0"],
    ["1.5", 0, "2"],
    ["2.5", 0, "2"],
    ["-2.5", 0, "-2"],
    ["0.125", 2, "0.12"],
    ["0.135", 2, "0.14"],
    ["7", 2, "7.00"],
  ])("%s to %i decimals, half-even, is %s", (text, decimals, written) => {
    expect(fixedExact(readExact(text), decimals)).toBe(written);
  });

  test.each([
    ["0", 0],
    ["100", 3],
    ["1.050", 3],
    ["-0.0025", 2],
    ["12.34", 4],
  ])("%s takes %i digits to write", (text, digits) => {
    expect(digitsOf(readExact(text))).toBe(digits);
  });

  test("sums, differences, products, quotients and comparisons agree with decimal.js", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [left, right] = [readExact(a), readExact(b)];
        const [wideLeft, wideRight] = [new Wide(a), new Wide(b)];
        expectSame(addExact(left, right), wideLeft.plus(wideRight));
        expectSame(subtractExact(left, right), wideLeft.minus(wideRight));
        expectSame(multiplyExact(left, right), wideLeft.times(wideRight));
        expect(compareExact(left, right)).toBe(wideLeft.comparedTo(wideRight));
        if (right.units !== 0n) {
          expectSame(divideExact(left, right), wideLeft.div(wideRight));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("any number is read as JavaScript writes it", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }),
        (number) => {
          expect(Number(writeExact(readExact(number)))).toBe(number === 0 ? 0 : number);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
