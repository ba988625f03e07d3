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
 * Newton's method on the chances above, to 15 digits: coefficients of a ready fraction would weigh
 * more than the rest of this file in an application that ships it.
 *
 * @returns -Infinity at 0, Infinity at 1, NaN outside.
 * @example
 * normalQuantile(0.975).toFixed(12); // => "1.959963984540"
 * normalQuantile(0.5); // => 0
 */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (!(probability > 0)) return probability === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  // Near the middle the area from 0 keeps its digits, elsewhere the tail does.
  const isCentral = probability > 0.1;
  const area = 0.5 - probability;
  let x = isCentral
    ? area / ONE_OVER_ROOT_TWO_PI
    : Math.min(FARTHEST, Math.sqrt(-2 * Math.log(2 * probability)));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const density = normalDensity(x);
    const tail = normalUpperTail(x);
    if (tail === 0) break; // beyond the smallest double
    const move = isCentral
      ? area / density - oddSeries(x)
      : (tail / density) * Math.log(tail / probability);
    x += move;
    if (Math.abs(move) <= 1e-16 * x) break;
  }
  return -x + 0; // minus zero plus zero is zero
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

const TAIL_FROM = 1.5;
/** Five or six are enough; rounding may keep the last one moving. */
const MOST_STEPS = 12;
/** Beyond, doubles run out of digits for the density. */
const FARTHEST = 37;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
