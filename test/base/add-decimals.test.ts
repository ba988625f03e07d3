import fc from "fast-check";
import { expect, test } from "vitest";
import { addDecimals } from "../../src/base/add-decimals.ts";
import { scaledToText } from "../../src/base/amount.ts";

test.each([
  ["0.1", "0.2", "0.3"],
  ["1.50", "0", "1.5"],
  ["-0", "0", "0"],
  ["-0.05", "0.05", "0"],
  ["9007199254740993", "0.000001", "9007199254740993.000001"],
])("%s and %s are %s", (left, right, sum) => {
  expect(addDecimals(left, right)).toBe(sum);
});

test("a sum of scaled whole numbers is that of the numbers, at any two scales", () => {
  const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(8));
  const property = fc.property(scaled, scaled, ([a, left], [b, right]) => {
    const sum = a * 10n ** BigInt(right) + b * 10n ** BigInt(left);
    const written = addDecimals(scaledToText(a, left), scaledToText(b, right));
    expect(written).toBe(scaledToText(sum, left + right));
  });
  fc.assert(property, { numRuns: 1000 });
});
