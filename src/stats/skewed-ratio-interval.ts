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
 * where it matters, and no bound is moved inwards on its word. The sums of x must be above 0.
 *
 * Its coverage is measured in `bench/coverage/ratio-moments.ts`.
 *
 * @returns The ratio twice when it is the same for all units: the sample shows no spread.
 * @see Hall (1992), On the Removal of Skewness by Transformation, Journal of the Royal Statistical
 *   Society B 54(1), 221-228; Johnson (1978), Modified t Tests and Confidence Intervals for
 *   Asymmetrical Populations, Journal of the American Statistical Association 73(363), 536-544.
 * @see Royall & Cumberland (1981), An Empirical Study of the Ratio Estimator and Estimators of Its
 *   Variance, Journal of the American Statistical Association 76(373), 66-77 (the standard error).
 * @example
 * // Four customers, (orders, revenue) = (1, 10), (2, 10), (2, 25), (3, 35).
 * const squares = { xx: 18, xy: 185, yy: 2050 };
 * const cubes = { xxx: 44, xxy: 465, xyy: 5225, yyy: 60500 };
 * const [lower, upper] = skewedRatioInterval({ n: 4, x: 8, y: 80, ...squares, ...cubes }, 0.95);
 * lower.toFixed(4); // => "-2.8291"
 * upper.toFixed(4); // => "15.7131"
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

/** What the residuals y − ratio·x say; their mean is 0. */
interface Residuals {
  readonly ratio: number;
  /** Of the ratio, by the jackknife to first order: a unit with a large x hides its own residual. */
  readonly standardError: number;
  readonly skewness: number;
  /** How the estimated spread follows the estimated ratio, because x varies. */
  readonly drag: number;
}

/** In 40 digits, for the terms nearly cancel. */
function residuals({ n, ...sums }: PairSums): Residuals {
  const mean = (name: keyof typeof sums) => new Decimal(sums[name]).div(n);
  const [x, xx, xy, yy] = [mean("x"), mean("xx"), mean("xy"), mean("yy")];
  const [xxx, xxy, xyy, yyy] = [mean("xxx"), mean("xxy"), mean("xyy"), mean("yyy")];
  const ratio = mean("y").div(x);
  // Means of e·x, e·y and e² = e·y − ratio·e·x, and of e²·x, e²·y and e³ = e²·y − ratio·e²·x.
  const ex = xy.minus(ratio.times(xx));
  const ee = yy.minus(ratio.times(xy)).minus(ratio.times(ex));
  const eex = residualSquare(ratio, xyy, xxy, xxx);
  const eee = residualSquare(ratio, yyy, xyy, xxy).minus(ratio.times(eex));
  // What is left of 40 digits when all cancels is no spread.
  if (ee.lte(yy.times(ROUNDING))) {
    return { ratio: ratio.toNumber(), standardError: 0, skewness: 0, drag: 0 };
  }
  const leverage = eex.div(ee.times(x)).minus(1).toNumber();
  const spread = ee.sqrt();
  return {
    ratio: ratio.toNumber(),
    standardError: spread.div(x).toNumber() * Math.sqrt(1 / (n - 1) + (2 * leverage) / (n * n)),
    skewness: n < 3 ? 0 : SKEWNESS_SEEN * unbiased(n) * eee.div(ee.times(spread)).toNumber(),
    drag: ex.div(spread.times(x)).toNumber(),
  };
}

/** The mean of (y − ratio·x)² z, from those of yyz, xyz and xxz. */
function residualSquare(ratio: Decimal, yyz: Decimal, xyz: Decimal, xxz: Decimal): Decimal {
  return yyz.minus(ratio.times(2).times(xyz)).plus(ratio.times(ratio).times(xxz));
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

/** A skewed population shows less skewness in a sample than it has; the factor is from the coverage study. */
const SKEWNESS_SEEN = 1.15;
