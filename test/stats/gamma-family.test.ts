import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logBeta } from "../../src/stats/log-beta.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { stirlingCorrection } from "../../src/stats/stirling-correction.ts";
import fixture from "../fixtures/gamma-family.json" with { type: "json" };
import { relativeError } from "./closeness.ts";
import { sharedJson } from "./shared-json.ts";

interface Oracle {
  readonly gamma_family: readonly { readonly x: number; readonly lgamma: string }[];
  readonly log_beta: readonly { readonly a: number; readonly b: number; readonly lbeta: string }[];
}

describe("against mpmath at 40 digits", () => {
  test.each(fixture.log_gamma)("ln gamma of %d is right to 4e-16", (x = 0, wanted = 0) => {
    expect(relativeError(logGamma(x), wanted)).toBeLessThan(4e-16);
  });

  test.each(fixture.stirling_correction)("Stirling leaves out %d's rest", (x = 0, wanted = 0) => {
    expect(relativeError(stirlingCorrection(x), wanted)).toBeLessThan(1e-15);
  });

  test.each(fixture.log_beta)("ln B(%d, %d) is right to 8e-16", (a = 0, b = 0, wanted = 0) => {
    expect(relativeError(logBeta(a, b), wanted, 0.5)).toBeLessThan(8e-16);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });
});

// The oracle takes its arguments as decimals; a double is half a unit in the last place away, so below 1
// the error is absolute.
const oracle = sharedJson("oracles/special_functions.json") as Oracle | null;
describe.skipIf(oracle === null)("against the shared oracle", () => {
  test.each(oracle?.gamma_family ?? [])("ln gamma of $x", ({ x, lgamma }) => {
    expect(relativeError(logGamma(x), Number(lgamma), 1)).toBeLessThan(1e-15);
  });

  test.each(oracle?.log_beta ?? [])("ln B($a, $b)", ({ a, b, lbeta }) => {
    expect(relativeError(logBeta(a, b), Number(lbeta))).toBeLessThan(1e-15);
  });
});

describe("laws", () => {
  const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

  test("gamma of x + 1 is x times gamma of x", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const wanted = logGamma(x) + Math.log(x);
        const size = Math.max(1, Math.abs(logGamma(x)));
        expect(Math.abs(logGamma(x + 1) - wanted)).toBeLessThan(2e-15 * size);
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  test("B(a + 1, b) is a/(a + b) times B(a, b)", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const ratio = Math.log(a / (a + b));
        const size = Math.max(1, Math.abs(logBeta(a, b)));
        expect(Math.abs(logBeta(a + 1, b) - logBeta(a, b) - ratio)).toBeLessThan(4e-15 * size);
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});

describe("edges", () => {
  test("the zeros are exact", () => {
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expect(logBeta(1, 1)).toBe(0);
  });

  test("gamma is infinite at 0 and beyond the largest double, and not asked for below 0", () => {
    expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
    expect(logGamma(1e306)).toBe(Number.POSITIVE_INFINITY);
    expect(logGamma(-0.5)).toBeNaN();
    expect(logGamma(Number.NaN)).toBeNaN();
  });
});
