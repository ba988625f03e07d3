import { Decimal, type DecimalInput } from "../base/decimal.ts";
import { criticalT } from "./critical-values.ts";

/** Sums over n units of two numbers each, x and y, and of their products; exact, so they may be texts. */
export interface PairSums {
  readonly n: number;
  readonly x: DecimalInput;
  readonly y: DecimalInput;
  readonly xx: DecimalInput;
  readonly xy: DecimalInput;
  readonly yy: DecimalInput;
  readonly xxx: DecimalInput;
  readonly xxy: DecimalInput;
  readonly xyy: DecimalInput;
  readonly yyy: DecimalInput;
}

/**
 * Bounds for a ratio of sums y ÷ x over independent units whose numbers are skewed, as money is.
 *
 * A sample without its rare large unit has both too small a ratio and too small a spread, so the
 * plain delta method misses upwards. Hall's transformation undoes that to second order. Each
 * bound is the outer one of his and the plain one: the skewness of a sample is itself too small
 * where it matters, and no bound is moved inwards on its word.
 *
 * @returns The ratio twice when it is the same for all units: the sample shows no spread.
 * @see Hall (1992), On the Removal of Skewness by Transformation, Journal of the Royal Statistical
 *   Society B 54(1), 221-228, section 2; Johnson (1978), Modified t Tests and Confidence Intervals
 *   for Asymmetrical Populations, Journal of the American Statistical Association 73(363), 536-544.
 * @example
 * // Four customers, (orders, revenue) = (1, 10), (2, 10), (2, 25), (3, 35).
 * const squares = { xx: 18, xy: 185, yy: 2050 };
 * const cubes = { xxx: 44, xxy: 465, xyy: 5225, yyy: 60500 };
 * const [lower, upper] = skewedRatioInterval({ n: 4, x: 8, y: 80, ...squares, ...cubes }, 0.95);
 * lower.toFixed(4); // => "-3.7185"
 * upper.toFixed(4); // => "15.6258"
 */
export function skewedRatioInterval(
  sums: PairSums,
  confidence: number,
): readonly [lower: number, upper: number] {
  const { ratio, standardError, skewness, drag } = residuals(sums);
  if (standardError === 0) return [ratio, ratio];
  const root = Math.sqrt(sums.n);
  const shift = skewness / (6 * root);
  const bend = (skewness / 3 - drag) / root;
  const t = criticalT(confidence, sums.n - 1);
  return [
    ratio - standardError * Math.max(t, unbend(t - shift, bend)),
    ratio - standardError * Math.min(-t, unbend(-t - shift, bend)),
  ];
}

/**
 * The residuals y − ratio·x, whose mean is 0: their standard error as a ratio, their skewness, and
 * `drag`, how their spread follows x. In 40 digits, for the terms nearly cancel.
 */
function residuals({ n, ...sums }: PairSums) {
  const mean = (name: keyof typeof sums) => new Decimal(sums[name]).div(n);
  const [meanX, yy] = [mean("x"), mean("yy")];
  const ratio = mean("y").div(meanX);
  const alongX = mean("xy").minus(ratio.times(mean("xx")));
  const variance = yy.minus(ratio.times(mean("xy"))).minus(ratio.times(alongX));
  const third = mean("yyy")
    .minus(ratio.times(3).times(mean("xyy")))
    .plus(ratio.pow(2).times(3).times(mean("xxy")))
    .minus(ratio.pow(3).times(mean("xxx")));
  // What is left of 40 digits when all cancels.
  const spread = variance.lt(yy.times(ROUNDING)) ? 0 : variance.sqrt().toNumber();
  return {
    ratio: ratio.toNumber(),
    standardError: spread / (Math.sqrt(n - 1) * meanX.toNumber()),
    skewness: n < 3 ? 0 : unbiased(n) * (third.toNumber() / spread ** 3),
    drag: alongX.toNumber() / (spread * meanX.toNumber()),
  };
}

/** Makes the skewness of a sample of n free of bias for a normal population (Fisher's G₁). */
function unbiased(n: number): number {
  return Math.sqrt(n * (n - 1)) / (n - 2);
}

/** The u with ((1 + bend·u)³ − 1) / (3·bend) = t, Hall's monotone cubic; written so that a bend of 0 is fine. */
function unbend(t: number, bend: number): number {
  const root = Math.cbrt(1 + 3 * bend * t);
  return (3 * t) / (root * root + root + 1);
}

const ROUNDING = 1e-30;
