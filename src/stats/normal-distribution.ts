/**
 * Chance that a standard normal variable is at most `x`.
 *
 * Within 1e-15 of itself, also far out in the tail.
 *
 * @example
 * normalCdf(1.96).toFixed(12); // => "0.975002104852"
 */
export function normalCdf(x: number): number {
  return normalUpperTail(-x);
}

/**
 * Chance that a standard normal variable is above `x`, with all its digits far out.
 *
 * @see Marsaglia (2004), Evaluating the Normal Distribution, Journal of Statistical Software 11(4)
 *   (the series in the middle); Abramowitz & Stegun (1964), 26.2.14 (Laplace's fraction in the tail).
 * @example
 * normalUpperTail(0); // => 0.5
 * normalUpperTail(10).toPrecision(12); // => "7.61985302416e-24"
 */
export function normalUpperTail(x: number): number {
  if (x >= TAIL_FROM) return upperTailByFraction(x);
  if (x <= -TAIL_FROM) return 1 - upperTailByFraction(-x);
  return 0.5 - normalDensity(x) * oddSeries(x);
}

/**
 * Height of the standard normal curve at `x`.
 *
 * @example
 * normalDensity(0).toFixed(12); // => "0.398942280401"
 */
export function normalDensity(x: number): number {
  if (Math.abs(x) > 39) return 0; // below the smallest double
  // x² would carry an error of 700 units in the last place at x = 37; h² is exact.
  const h = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * h * h) * Math.exp(-0.5 * (x - h) * (x + h)) * ONE_OVER_ROOT_TWO_PI;
}

/**
 * The value a standard normal variable stays below with the given probability.
 *
 * @returns -Infinity at 0, Infinity at 1, NaN outside.
 * @see Wichura (1988), Algorithm AS 241, Applied Statistics 37(3), 477-484 (routine PPND16).
 * @example
 * normalQuantile(0.975).toFixed(12); // => "1.959963984540"
 * normalQuantile(0.5); // => 0
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const tail = q < 0 ? probability : 1 - probability;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const x =
    r <= 5
      ? polynomial(SHOULDER_TOP, r - 1.6) / polynomial(SHOULDER_BOTTOM, r - 1.6)
      : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
  return q < 0 ? -x : x;
}

/** x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …: the area from 0 to x over the height at x. */
function oddSeries(x: number): number {
  let sum = x;
  let term = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum;
}

/** Height at x over x + 1/(x + 2/(x + 3/(x + …))), as many levels as x asks for. */
function upperTailByFraction(x: number): number {
  const levels = Math.ceil(400 / (x * x)) + 8;
  // All levels from there on are alike, so they begin near the fixed point of f = x + levels / f.
  let fraction = (x + Math.sqrt(x * x + 4 * levels)) / 2;
  for (let level = levels; level >= 1; level -= 1) fraction = x + level / fraction;
  return normalDensity(x) / fraction;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const TAIL_FROM = 1.5;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

const CENTRE_TOP: readonly number[] = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM: readonly number[] = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const SHOULDER_TOP: readonly number[] = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const SHOULDER_BOTTOM: readonly number[] = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const TAIL_TOP: readonly number[] = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BOTTOM: readonly number[] = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
