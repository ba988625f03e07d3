import { fixedExact, readExact } from "../base/exact.ts";

/** How a language writes numbers. Data, so that every runtime writes the same bytes. */
export interface NumberStyle {
  readonly decimal: string;
  /** Between groups of three digits, from 10,000 on. */
  readonly group: string;
  /** Between a number and its per cent sign. */
  readonly percentGap: string;
}

const GROUPED_FROM = 5;

/**
 * Writes a number with a fixed count of decimals, rounded half-even.
 *
 * @example
 * writeNumber("244091.94", 2, { decimal: ".", group: ",", percentGap: "" }); // => "244,091.94"
 * writeNumber(-0.25, 1, { decimal: ",", group: " ", percentGap: " " }); // => "−0,2"
 */
export function writeNumber(value: number | string, decimals: number, style: NumberStyle): string {
  const rounded = fixedExact(readExact(value), decimals);
  return styleNumber(rounded, style, true);
}

/** Puts a language's separators into plain decimal text such as `-1234.5`. */
export function styleNumber(plain: string, style: NumberStyle, grouped: boolean): string {
  const negative = plain.startsWith("-") && /[1-9]/.test(plain);
  const [whole = "", fraction] = plain.replace("-", "").split(".");
  const parts =
    fraction === undefined
      ? [group(whole, style, grouped)]
      : [group(whole, style, grouped), fraction];
  return (negative ? "−" : "") + parts.join(style.decimal);
}

function group(digits: string, style: NumberStyle, grouped: boolean): string {
  if (!grouped || digits.length < GROUPED_FROM) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3)
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(style.group);
}
