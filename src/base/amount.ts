import type { IssueCode } from "./issue.ts";

/** An amount of money as a whole multiple of a power of ten. Filled in place, for speed. */
export interface Amount {
  /** The amount times ten to the power of `decimals`. */
  units: number;
  /** The same where it is no safe integer; otherwise null. */
  big: bigint | null;
  /** How many decimals `units` has: as many as were asked for, or more if the amount needs more. */
  decimals: number;
}

/** More decimals than these are refused: no currency has more than four. */
export const MOST_DECIMALS = 6;

/** Scaled amounts stay below this in size, so that 64 bits hold them. */
export const UNITS_LIMIT = 9_223_372_036_854_775_808n;

/** `10 ** index`, exactly. */
export const POWERS_OF_TEN: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * Reads an amount exactly, with at least as many decimals as asked for.
 *
 * Text is `-?digits[.digits]`, at most 64 characters; trailing zeros after the point do not count as
 * decimals. A plus sign, an exponent, a thousands separator, a decimal comma and blanks are refused.
 * A number means its shortest decimal text: `0.1` is one tenth.
 *
 * @returns `null` when `into` was filled; otherwise what is wrong: `field-missing` (also for empty
 * text), `field-wrong-type`, `number-format`, `number-not-finite`, `number-too-precise`,
 * `number-not-safe-integer` (as text it could be read) or `number-out-of-range`.
 */
export function readAmount(value: unknown, decimals: number, into: Amount): IssueCode | null {
  if (typeof value === "number") return readNumber(value, decimals, into);
  if (typeof value === "string") return readText(value, decimals, into);
  return value === undefined || value === null ? "field-missing" : "field-wrong-type";
}

/** Below this, a number is the only one with its text of 15 digits or fewer. */
const FIFTEEN_DIGITS = 1e15;

/**
 * A number times ten to the power of `decimals`, if that is a whole number of at most 15 digits and
 * says exactly what the number's shortest text says; otherwise NaN.
 *
 * @example
 * unitsOf(0.1, 2); // => 10
 * unitsOf(0.125, 2); // => NaN
 */
export function unitsOf(value: number, decimals: number): number {
  return unitsBy(value, powerOfTen(decimals));
}

/** The same for the power of ten itself. */
export function unitsBy(value: number, power: number): number {
  const units = Math.round(value * power);
  const isExact = units / power === value && units < FIFTEEN_DIGITS && units > -FIFTEEN_DIGITS;
  return isExact ? units + 0 : Number.NaN; // minus zero plus zero is zero
}

function readNumber(value: number, decimals: number, into: Amount): IssueCode | null {
  for (let tried = decimals; tried <= MOST_DECIMALS; tried += 1) {
    const units = unitsOf(value, tried);
    if (Number.isNaN(units)) continue;
    into.units = units;
    into.big = null;
    into.decimals = tried;
    return null;
  }
  if (!Number.isFinite(value)) return "number-not-finite";
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return Math.abs(value) < Number(UNITS_LIMIT)
      ? "number-not-safe-integer"
      : "number-out-of-range";
  }
  const text = String(value);
  return text.includes("e") ? "number-too-precise" : readText(text, decimals, into);
}

/** Room for a database's decimal of 38 digits, with a sign, a point and zeros. */
const LONGEST_TEXT = 64;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

function readText(text: string, decimals: number, into: Amount): IssueCode | null {
  const { length } = text;
  if (length === 0) return "field-missing";
  if (length > LONGEST_TEXT) return "number-format";
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  let at = first;
  for (; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    units = units * 10 + digit;
  }
  if (at === first) return "number-format";

  let written = 0;
  if (at < length) {
    if (text.charCodeAt(at) !== POINT || at + 1 === length) return "number-format";
    let end = length; // zeros at the end say nothing
    while (text.charCodeAt(end - 1) === ZERO) end -= 1;
    written = end - at - 1;
    for (at += 1; at < end; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) return "number-format";
      units = units * 10 + digit;
    }
    if (written > MOST_DECIMALS) return "number-too-precise";
  }

  into.decimals = Math.max(written, decimals);
  if (written < decimals) units *= powerOfTen(decimals - written);
  if (units > Number.MAX_SAFE_INTEGER) return readBig(text, into);
  into.units = first === 1 && units !== 0 ? -units : units;
  into.big = null;
  return null;
}

/** Reads text that was found well formed, with `into.decimals` decimals. */
function readBig(text: string, into: Amount): IssueCode | null {
  const [whole = "", fraction = ""] = text.split(".");
  const digits = fraction.slice(0, into.decimals).padEnd(into.decimals, "0");
  const big = BigInt(whole + digits);
  if (big >= UNITS_LIMIT || big <= -UNITS_LIMIT) return "number-out-of-range";
  into.big = big;
  into.units = Number(big);
  return null;
}

function powerOfTen(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? Number.NaN;
}

/**
 * Writes a whole multiple of a power of ten as plain decimal text, trailing zeros cut.
 *
 * @example
 * scaledToText(24409194n, 2); // => "244091.94"
 * scaledToText(-2000n, 2); // => "-20"
 */
export function scaledToText(units: bigint, scale: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const whole = sign + digits.slice(0, point);
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`;
}
