import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile } from "../../src/stats/beta-quantile.ts";
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from "../../src/stats/chi-square.ts";
import { gammaQuantile } from "../../src/stats/gamma-quantile.ts";
import { incompleteBeta } from "../../src/stats/incomplete-beta.ts";
import { incompleteGamma } from "../../src/stats/incomplete-gamma.ts";
import { normalCdf, normalQuantile, normalUpperTail } from "../../src/stats/normal-distribution.ts";
import { studentTCdf, studentTQuantile, studentTUpperTail } from "../../src/stats/student-t.ts";
import fixture from "../fixtures/distributions.json" with { type: "json" };
import { report } from "../support/report.ts";
import { relativeError, worst } from "./closeness.ts";

/** The worst relative error of a function over rows of arguments, each row ended by the right value. */
function worstOf(
  name: string,
  rows: readonly (readonly number[])[],
  compute: (...row: readonly number[]) => number,
): number {
  const [at, error] = worst(
    rows.map((row) => [
      row.slice(0, -1).join(", "),
      relativeError(compute(...row), row.at(-1) ?? Number.NaN),
    ]),
  );
  report(`${name}: ${rows.length} values, worst relative error ${error.toExponential(1)} at ${at}`);
  return error;
}

describe("against mpmath at 40 digits", () => {
  test("the normal tail keeps 15 digits out to 37 deviations", () => {
    const rows = fixture.normal_upper_tail;
    expect(worstOf("normal tail", rows, (x = 0) => normalUpperTail(x))).toBeLessThan(2e-15);
    expect(worstOf("normal cdf", rows, (x = 0) => normalCdf(-x))).toBeLessThan(2e-15);
  });

  test("the normal quantile keeps 15 digits down to 1e-300", () => {
    const error = worstOf("normal quantile", fixture.normal_quantile, (p = 0) => normalQuantile(p));
    expect(error).toBeLessThan(1e-15);
  });

  test("both sides of the incomplete beta function keep 12 digits", () => {
    const lower = fixture.incomplete_beta.map((row) => row.slice(0, 4));
    const upper = fixture.incomplete_beta.map((row) => [...row.slice(0, 3), row[4] ?? 0]);
    const seen = ([, , , value = 0]: readonly number[]) => value > 1e-300;
    const below = (x = 0, a = 1, b = 1) => incompleteBeta(x, a, b).lower;
    const above = (x = 0, a = 1, b = 1) => incompleteBeta(x, a, b).upper;
    expect(worstOf("incomplete beta", lower.filter(seen), below)).toBeLessThan(2e-13);
    expect(worstOf("its complement", upper.filter(seen), above)).toBeLessThan(2e-13);
  });

  test("both sides of the incomplete gamma function keep 13 digits", () => {
    const lower = fixture.incomplete_gamma.map((row) => row.slice(0, 3));
    const upper = fixture.incomplete_gamma.map((row) => [...row.slice(0, 2), row[3] ?? 0]);
    const below = (a = 1, x = 0) => incompleteGamma(a, x).lower;
    const above = (a = 1, x = 0) => incompleteGamma(a, x).upper;
    expect(worstOf("incomplete gamma", lower, below)).toBeLessThan(5e-14);
    expect(worstOf("its complement", upper, above)).toBeLessThan(5e-14);
  });

  test("beta and gamma quantiles keep 13 digits", () => {
    const beta = (p = 0, a = 1, b = 1) => betaQuantile(p, a, b);
    const gamma = (p = 0, a = 1) => gammaQuantile(p, a);
    expect(worstOf("beta quantile", fixture.beta_quantile, beta)).toBeLessThan(2e-14);
    expect(worstOf("gamma quantile", fixture.gamma_quantile, gamma)).toBeLessThan(2e-14);
  });

  test("Student's t keeps 13 digits in its tail and 14 in its quantile", () => {
    const tail = (t = 0, degrees = 1) => studentTUpperTail(t, degrees);
    const quantile = (p = 0, degrees = 1) => studentTQuantile(p, degrees);
    expect(worstOf("t tail", fixture.student_t_upper_tail, tail)).toBeLessThan(5e-14);
    expect(worstOf("t quantile", fixture.student_t_quantile, quantile)).toBeLessThan(1e-14);
  });
});

describe("values from any table", () => {
  test.each([
    ["z for 95 %", normalQuantile(0.975), "1.959964"],
    ["z for 99 %", normalQuantile(0.995), "2.575829"],
    ["t with 1 degree for 95 %", studentTQuantile(0.975, 1), "12.706205"],
    ["t with 29 degrees for 95 %", studentTQuantile(0.975, 29), "2.045230"],
    ["chi-square with 1 degree for 95 %", chiSquareQuantile(0.95, 1), "3.841459"],
    ["chi-square with 10 degrees for 99 %", chiSquareQuantile(0.99, 10), "23.209251"],
  ])("%s", (_, value, wanted) => {
    expect(value.toFixed(6)).toBe(wanted);
  });
});

describe("closed forms", () => {
  test("t with one degree is Cauchy's distribution, with two it is algebraic", () => {
    for (const t of [0.1, 1, 3, 40]) {
      expect(relativeError(studentTUpperTail(t, 1), Math.atan(1 / t) / Math.PI)).toBeLessThan(
        4e-15,
      );
      const root = Math.sqrt(2 + t * t);
      expect(relativeError(studentTUpperTail(t, 2), 1 / (root * (root + t)))).toBeLessThan(4e-15);
    }
  });

  test("chi-square with two degrees is exponential", () => {
    for (const x of [0.001, 1, 7, 100]) {
      expect(relativeError(chiSquareUpperTail(x, 2), Math.exp(-x / 2))).toBeLessThan(4e-15);
    }
  });

  test("t of very many degrees is normal", () => {
    expect(studentTQuantile(0.975, 1e12)).toBeCloseTo(normalQuantile(0.975), 11);
  });
});

describe("laws", () => {
  const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  test("the quantile undoes the distribution", () => {
    fc.assert(
      fc.property(share, shape, shape, (p, a, b) => {
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(5e-14);
        expect(relativeError(studentTCdf(studentTQuantile(p, a), a), p)).toBeLessThan(1e-11);
        expect(relativeError(chiSquareCdf(chiSquareQuantile(p, a), a), p)).toBeLessThan(1e-11);
        const x = betaQuantile(p, a, b);
        // Above ½ only 1 − x, not x, has the digits for a steep distribution.
        if (x < 0.5) expect(relativeError(incompleteBeta(x, a, b).lower, p)).toBeLessThan(1e-11);
      }),
      { numRuns: 1000 },
    );
  });

  test("the two sides add up to 1, and swap when x and its complement do", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        const { lower, upper } = incompleteBeta(x, a, b);
        expect(lower + upper).toBeCloseTo(1, 14);
        expect(incompleteBeta(1 - x, b, a, x).upper).toBe(incompleteBeta(x, a, b, 1 - x).lower);
      }),
      { numRuns: 1000 },
    );
  });

  test("more is never less likely to be stayed below", () => {
    fc.assert(
      fc.property(share, share, shape, (p, q, a) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(normalQuantile(low)).toBeLessThanOrEqual(normalQuantile(high));
        expect(gammaQuantile(low, a)).toBeLessThanOrEqual(gammaQuantile(high, a) * (1 + 1e-13));
      }),
      { numRuns: 1000 },
    );
  });

  test("t is symmetric", () => {
    fc.assert(
      fc.property(share, shape, (p, degrees) => {
        expect(studentTQuantile(1 - p, degrees)).toBe(-studentTQuantile(1 - (1 - p), degrees));
        const t = studentTQuantile(p, degrees);
        expect(studentTUpperTail(t, degrees)).toBe(studentTCdf(-t, degrees));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("edges", () => {
  test("nothing is below the lowest value and all below the highest", () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaQuantile(1, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(incompleteBeta(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteBeta(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
    expect(studentTUpperTail(Number.POSITIVE_INFINITY, 5)).toBe(0);
  });

  test("a probability outside 0 to 1 has no quantile", () => {
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });

  test("the tail of t goes on as long as its square is a number", () => {
    expect(relativeError(studentTUpperTail(1e150, 1) * Math.PI, 1e-150)).toBeLessThan(1e-13);
    expect(studentTUpperTail(1e200, 1)).toBe(0);
  });
});
