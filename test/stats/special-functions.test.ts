import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaExpectation } from "../../src/stats/beta-expectation.ts";
import { digamma } from "../../src/stats/digamma.ts";
import { scaledExponentialIntegral } from "../../src/stats/exponential-integral.ts";
import { gaussLegendre } from "../../src/stats/gauss-legendre.ts";
import { hypergeometric } from "../../src/stats/hypergeometric.ts";
import { logRising, reciprocalRising } from "../../src/stats/log-rising.ts";
import { trigamma } from "../../src/stats/trigamma.ts";
import { report } from "../support/report.ts";
import { relativeError, worst } from "./closeness.ts";
import { sharedJson } from "./shared-json.ts";

interface Oracle {
  readonly gamma_family: readonly { x: number; digamma: string; trigamma: string }[];
  readonly hyp2f1: readonly { a: number; b: number; c: number; z: number; value: string }[];
  readonly tricomi_u: readonly { a: number; b: number; z: number; value: string }[];
}

const oracle = sharedJson("oracles/special_functions.json") as Oracle | null;

function worstError(
  name: string,
  cases: readonly (readonly [at: string, error: number])[],
): number {
  const [at, error] = worst(cases);
  report(`${name}: worst relative error ${error.toExponential(1)} at ${at}`);
  return error;
}

describe.skipIf(oracle === null)("against mpmath at 45 digits", () => {
  test("digamma is right to 1e-15 of the larger of 1 and itself", () => {
    const cases = (oracle?.gamma_family ?? []).map(
      (row) => [`${row.x}`, relativeError(digamma(row.x), Number(row.digamma), 1)] as const,
    );
    expect(worstError("digamma", cases)).toBeLessThan(1e-15);
  });

  test("trigamma is right to 1e-15", () => {
    const cases = (oracle?.gamma_family ?? []).map(
      (row) => [`${row.x}`, relativeError(trigamma(row.x), Number(row.trigamma))] as const,
    );
    expect(worstError("trigamma", cases)).toBeLessThan(1e-15);
  });

  test("2F1 is right to 1e-14", () => {
    const cases = (oracle?.hyp2f1 ?? []).map(({ a, b, c, z, value }) => {
      const error = relativeError(hypergeometric(a, b, c, z), Number(value));
      return [`2F1(${a}, ${b}; ${c}; ${z})`, error] as const;
    });
    expect(worstError("2F1", cases)).toBeLessThan(1e-14);
  });

  test("the scaled exponential integral gives Tricomi's U(s, s; z) to 1e-14", () => {
    const cases = (oracle?.tricomi_u ?? []).map(({ a, z, value }) => {
      const tricomi = z ** (1 - a) * scaledExponentialIntegral(a, z);
      return [`U(${a}, ${a}; ${z})`, relativeError(tricomi, Number(value))] as const;
    });
    expect(worstError("Tricomi U", cases)).toBeLessThan(1e-14);
  });
});

describe("laws", () => {
  const settings = { seed: 20261121, numRuns: 500 };
  const positive = fc.double({ min: -5, max: 5, noNaN: true }).map((power) => 10 ** power);

  test("digamma of x + 1 is digamma of x plus 1/x", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const size = Math.max(1, 1 / x, Math.abs(digamma(x)));
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(3e-15 * size);
      }),
      settings,
    );
  });

  test("trigamma is the slope of digamma", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const step = 1e-5 * x;
        const slope = (digamma(x + step) - digamma(x - step)) / (2 * step);
        const noise = (1e-15 * Math.max(1, Math.abs(digamma(x)))) / step;
        expect(Math.abs(slope / trigamma(x) - 1)).toBeLessThan(1e-8 + noise / trigamma(x));
      }),
      settings,
    );
  });

  test("the moments of a beta distribution come out, however lopsided it is", () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), positive, (power, b) => {
        const a = 10 ** power;
        const mean = a / (a + b);
        expect(
          relativeError(
            betaExpectation((q) => q, a, b),
            mean,
          ),
        ).toBeLessThan(1e-13);
        expect(
          relativeError(
            betaExpectation((_, rest) => rest, a, b),
            b / (a + b),
          ),
        ).toBeLessThan(1e-13);
        const square = (mean * (a + 1)) / (a + b + 1);
        expect(
          relativeError(
            betaExpectation((q) => q * q, a, b),
            square,
          ),
        ).toBeLessThan(1e-13);
      }),
      settings,
    );
  });

  test("2F1 by Euler's integral and by the power series agree where they meet", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (a, b, more) => {
          const integral = betaExpectation((q) => (1 - 0.85 * q) ** -a, b, more);
          expect(relativeError(hypergeometric(a, b, b + more, 0.85), integral)).toBeLessThan(1e-12);
        },
      ),
      settings,
    );
  });

  test("Gauss-Legendre of n nodes is exact up to degree 2n − 1", () => {
    for (const n of [1, 2, 5, 8, 16, 24, 40]) {
      const { nodes, weights } = gaussLegendre(n);
      for (let degree = 0; degree < 2 * n; degree += 1) {
        let sum = 0;
        for (let k = 0; k < n; k += 1) sum += (weights[k] ?? 0) * (nodes[k] ?? 0) ** degree;
        expect(Math.abs(sum - (degree % 2 === 0 ? 2 / (degree + 1) : 0))).toBeLessThan(1e-14);
      }
    }
  });

  test("a long rising product equals the short ones it is made of", () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 25, max: 60 }), (x, n) => {
        let logs = 0;
        let reciprocals = 0;
        for (let k = 0; k < n; k += 1) {
          logs += Math.log(x + k);
          reciprocals += 1 / (x + k);
        }
        expect(Math.abs(logRising(x, n) - logs)).toBeLessThan(
          1e-14 * n * (1 + Math.abs(Math.log(x))),
        );
        expect(relativeError(reciprocalRising(x, n), reciprocals)).toBeLessThan(1e-13);
      }),
      settings,
    );
  });
});
