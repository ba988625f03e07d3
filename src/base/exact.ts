/**
 * Exact decimal arithmetic on whole numbers: `units` × 10^−`scale`.
 *
 * Written here and not taken from decimal.js because an application that ships one survey KPI needs
 * these four operations only, and the whole of decimal.js weighs more than the rest of that
 * application. Powers, exponentials and logarithms are decimal.js's. Both are tested against each
 * other.
 */
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

/** Digits of a written result. */
const DIGITS = 40;
/** Digits kept of a quotient on the way, so that rounding does not show in those written. */
export const WORKING_DIGITS = 60;

/**
 * Reads plain decimal text such as `-12.50`, or a number.
 *
 * @example
 * writeExact(readExact("-12.50")); // => "-12.5"
 * writeExact(readExact(1e-7)); // => "0.0000001"
 */
export function readExact(value: number | string): Exact {
  const [mantissa = "", exponent = "0"] = String(value).toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale < 0 ? { units: units * tenTo(-scale), scale: 0 } : { units, scale };
}

/**
 * Writes a decimal in full, never in exponential notation; decimals beyond 40 significant digits are
 * rounded half-even, digits before the point are all kept.
 *
 * @example
 * writeExact(divideExact(readExact(2), readExact(3))).length; // => 42
 */
export function writeExact(value: Exact, significant: number = DIGITS): string {
  const { units, scale } = toDigits(value, significant);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  let end = digits.length;
  while (end > whole.length && digits[end - 1] === "0") end -= 1;
  const fraction = digits.slice(whole.length, end);
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

export function addExact(left: Exact, right: Exact): Exact {
  const scale = Math.max(left.scale, right.scale);
  return { units: unitsAt(left, scale) + unitsAt(right, scale), scale };
}

export function subtractExact(left: Exact, right: Exact): Exact {
  return addExact(left, { units: -right.units, scale: right.scale });
}

export function multiplyExact(left: Exact, right: Exact): Exact {
  return toDigits(
    { units: left.units * right.units, scale: left.scale + right.scale },
    2 * WORKING_DIGITS,
  );
}

/** The quotient to 60 significant digits; the divisor must not be zero. */
export function divideExact(left: Exact, right: Exact): Exact {
  const more = Math.max(0, WORKING_DIGITS + lengthOf(right.units) - lengthOf(left.units));
  const scale = left.scale - right.scale + more;
  const units = roundedQuotient(left.units * tenTo(more), right.units);
  return scale < 0 ? { units: units * tenTo(-scale), scale: 0 } : { units, scale };
}

export function compareExact(left: Exact, right: Exact): number {
  const { units } = subtractExact(left, right);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

/**
 * Rounds half-even to a number of decimals, and keeps just so many.
 *
 * @example
 * fixedExact(readExact("2.345"), 2); // => "2.34"
 * fixedExact(readExact("-0.001"), 2); // => "0.00"
 */
export function fixedExact(value: Exact, decimals: number): string {
  const units =
    value.scale <= decimals
      ? unitsAt(value, decimals)
      : roundedQuotient(value.units, tenTo(value.scale - decimals));
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : `.${digits.slice(whole.length)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction}`;
}

/** Rounds half-even to significant digits, where there are more. */
export function toDigits(value: Exact, digits: number): Exact {
  const over = Math.min(value.scale, lengthOf(value.units) - digits);
  if (over <= 0) return value;
  return { units: roundedQuotient(value.units, tenTo(over)), scale: value.scale - over };
}

/** How many digits it takes to write a decimal in full, zeros in front not counted. */
export function digitsOf(value: Exact): number {
  return writeExact(value).replace(/^-?0*\.?0*|\./g, "").length;
}

function unitsAt({ units, scale }: Exact, wanted: number): bigint {
  return units * tenTo(wanted - scale);
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

function lengthOf(units: bigint): number {
  return (units < 0n ? -units : units).toString().length;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const size = divisor < 0n ? -divisor : divisor;
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}
