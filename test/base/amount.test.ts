import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Amount, readAmount, scaledToText } from "../../src/base/amount.ts";

const RUNS = { numRuns: 2000 };

function read(value: unknown, decimals = 0): string {
  const into: Amount = { units: Number.NaN, big: null, decimals: -1 };
  const code = readAmount(value, decimals, into);
  return code ?? `${into.big ?? into.units} / 10^${into.decimals}`;
}

describe("readAmount", () => {
  test.each([
    ["12.50", "125 / 10^1"],
    ["-12.05", "-1205 / 10^2"],
    ["0", "0 / 10^0"],
    ["-0.00", "0 / 10^0"],
    ["007", "7 / 10^0"],
    ["1.0000000000", "1 / 10^0"],
    ["0.000001", "1 / 10^6"],
    ["9007199254740991", "9007199254740991 / 10^0"],
    ["9007199254740993", "9007199254740993 / 10^0"],
    ["-90071992547409.93", "-9007199254740993 / 10^2"],
    ["9223372036854775807", "9223372036854775807 / 10^0"],
    ["9223372036854775808", "number-out-of-range"],
    [12.5, "125 / 10^1"],
    [0.1, "1 / 10^1"],
    [-0, "0 / 10^0"],
    [1e15, "1000000000000000 / 10^0"],
    [9007199254740991, "9007199254740991 / 10^0"],
    [9007199254740992, "number-not-safe-integer"],
    [90071992547409.9, "900719925474099 / 10^1"],
    [1e21, "number-out-of-range"],
    [0.1 + 0.2, "number-too-precise"],
    [5e-324, "number-too-precise"],
    [0.000001, "1 / 10^6"],
    [0.0000001, "number-too-precise"],
    ["0.0000001", "number-too-precise"],
    [Number.NaN, "number-not-finite"],
    [Number.NEGATIVE_INFINITY, "number-not-finite"],
  ])("reads %j as %s", (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  test.each([
    "+1",
    "1.",
    ".5",
    "-",
    "1e3",
    "0x10",
    "1,234.50",
    "1.234,50",
    "1 000",
    " 1",
    "1 ",
    "1_000",
    "$20",
    "20 EUR",
    "20-",
    "--1",
    "1.2.3",
    "NaN",
    "Infinity",
    "−20",
    "٢٠",
    "９",
    "1\n",
    "1.-5",
  ])("refuses %j", (text) => {
    expect(read(text)).toBe("number-format");
  });

  test("refuses what is neither number nor text", () => {
    const cases = [
      [undefined, "field-missing"],
      [null, "field-missing"],
      ["", "field-missing"],
      [true, "field-wrong-type"],
      [BigInt(20), "field-wrong-type"],
      [Symbol("20"), "field-wrong-type"],
      [{ valueOf: () => 20 }, "field-wrong-type"],
      [[20], "field-wrong-type"],
      [new Date(0), "field-wrong-type"],
      [Object(20), "field-wrong-type"],
    ] as const;
    for (const [value, code] of cases) expect(read(value)).toBe(code);
  });

  test("gives at least the decimals asked for", () => {
    expect(read("12.5", 2)).toBe("1250 / 10^2");
    expect(read(12.5, 2)).toBe("1250 / 10^2");
    expect(read("12.345", 2)).toBe("12345 / 10^3");
    expect(read("10000000000000000.00", 2)).toBe("1000000000000000000 / 10^2");
    expect(read("9223372036854775807", 1)).toBe("number-out-of-range");
    expect(read(12345678901.5, 6)).toBe("12345678901500000 / 10^6");
  });

  test("refuses a million digits without reading them", () => {
    const text = "9".repeat(1_000_000);
    const start = performance.now();
    for (let run = 0; run < 1000; run += 1)
      readAmount(text, 2, { units: 0, big: null, decimals: 0 });
    expect(performance.now() - start).toBeLessThan(100);
    expect(read(text)).toBe("number-format");
  });

  test("text and number of one value read alike", () => {
    const cents = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 });
    fc.assert(
      fc.property(cents, fc.nat(6), fc.nat(6), (units, scale, decimals) => {
        const text = scaledToText(BigInt(units), scale);
        expect(read(Number(text), decimals)).toBe(read(text, decimals));
      }),
      RUNS,
    );
  });

  test("agrees with whole-number arithmetic on any text that a column can hold", () => {
    const scaled = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(scaled, fc.nat(6), fc.nat(8), (units, scale, zeros) => {
        const text = scaledToText(units, scale);
        const padded = text.includes(".") ? text + "0".repeat(zeros) : text;
        expect(read(padded, scale)).toBe(`${units} / 10^${scale}`);
      }),
      RUNS,
    );
  });

  test("a number is read as its shortest text or refused", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e17, max: 1e17, noNaN: true }), (value) => {
        const outcome = read(value);
        const text = String(value);
        if (outcome.includes("/")) expect(outcome).toBe(read(text));
        else expect(["number-too-precise", "number-not-safe-integer"]).toContain(outcome);
      }),
      RUNS,
    );
  });
});

describe("scaledToText", () => {
  test.each([
    [0n, 2, "0"],
    [5n, 2, "0.05"],
    [-5n, 2, "-0.05"],
    [120n, 2, "1.2"],
    [2000n, 2, "20"],
    [2000n, 0, "2000"],
    [-(10n ** 30n) - 1n, 6, "-1000000000000000000000000.000001"],
  ])("writes %s at scale %i as %s", (units, scale, text) => {
    expect(scaledToText(units, scale)).toBe(text);
  });
});
