import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyDecimals, currencyFault, expectedCurrency } from "../../src/base/currency.ts";
import { CURRENCIES_IN_USE, FORMER_CURRENCIES } from "../../src/base/currency-table.ts";

const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/base/currencies.json", import.meta.url), "utf8"),
) as {
  readonly decimals: Readonly<Record<string, number | null>>;
  readonly lastTender: Readonly<Record<string, string>>;
};

describe("currencyDecimals", () => {
  test.each([
    ["EUR", 2],
    ["USD", 2],
    ["JPY", 0],
    ["ISK", 0],
    ["KRW", 0],
    ["KWD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["HUF", 2], // Intl writes none
    ["IDR", 2],
    ["XCG", 2], // since 2025
    ["DEM", null],
    ["BGN", null], // until January 2026
    ["XXX", null],
    ["XAU", null],
    ["ZZZ", null],
    ["eur", null],
    ["EURO", null],
    ["EU", null],
    ["", null],
    ["R A", null],
    ["constructor", null],
  ])("of %s is %s", (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  test("is what list one of ISO 4217 says of every code there is", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    let known = 0;
    for (const first of letters) {
      for (const second of letters) {
        for (const third of letters) {
          const code = first + second + third;
          const decimals = currencyDecimals(code);
          if (decimals !== (fixture.decimals[code] ?? null)) expect(code).toBe("otherwise");
          known += Number(decimals !== null);
        }
      }
    }
    expect(known).toBe(165);
  });

  test("no code is listed twice, nor both in use and former", () => {
    const codes = [...CURRENCIES_IN_USE, ...FORMER_CURRENCIES].flatMap(([, list]) =>
      list.split(" "),
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  test("former currencies are listed with the last year of legal tender that CLDR knows", () => {
    const listed = FORMER_CURRENCIES.flatMap(([year, list]) =>
      list.split(" ").map((code) => [code, String(year)]),
    );
    const years = Object.entries(fixture.lastTender).map(([code, day]) => [code, day.slice(0, 4)]);
    expect(listed.sort()).toEqual(years.sort());
  });
});

describe("currencyFault", () => {
  test.each([
    ["EUR", null],
    ["JPY", null],
    [undefined, "currency-missing"],
    [null, "currency-missing"],
    ["", "currency-missing"],
    [978, "field-wrong-type"],
    [Object("EUR"), "field-wrong-type"],
    [["EUR"], "field-wrong-type"],
    ["eur", "currency-format"],
    ["Eur", "currency-format"],
    ["EURO", "currency-format"],
    ["EU", "currency-format"],
    [" EUR", "currency-format"],
    ["EUR\n", "currency-format"],
    ["E\u0000R", "currency-format"],
    ["ЕUR", "currency-format"], // Cyrillic
    ["€", "currency-format"],
    ["constructor", "currency-format"],
    ["DEM", "currency-unknown"],
    ["ZZZ", "currency-unknown"],
    ["XXX", "currency-unknown"],
  ])("of %j is %s", (value, fault) => {
    expect(currencyFault(value)).toBe(fault);
  });

  test("is null for just the texts that have decimals", () => {
    const nearly = fc.stringMatching(/^[A-Za-z ]{2,4}$/);
    fc.assert(
      fc.property(fc.oneof(nearly, fc.constantFrom(...Object.keys(fixture.decimals))), (text) => {
        expect(currencyFault(text) === null).toBe(currencyDecimals(text) !== null);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("expectedCurrency", () => {
  test.each([
    ["ZZZ", "an ISO 4217 currency in use"],
    ["DEM", "an ISO 4217 currency in use; DEM was legal tender until 2002"],
    ["HRK", "an ISO 4217 currency in use; HRK was legal tender until 2023"],
    ["eur", "three capital letters A to Z, such as EUR"],
    [978, "three capital letters A to Z, such as EUR"],
    ["ЕUR", 'three capital letters A to Z, such as EUR; "Е" is the non-ASCII character U+0415'],
    ["😀", 'three capital letters A to Z, such as EUR; "😀" is the non-ASCII character U+1F600'],
  ])("instead of %j: %s", (value, words) => {
    expect(expectedCurrency(value)).toBe(words);
  });

  test("stays short, whatever came", () => {
    expect(expectedCurrency("é".repeat(100_000)).length).toBeLessThan(120);
  });
});
