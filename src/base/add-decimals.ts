import { scaledToText } from "./amount.ts";

/**
 * Adds two decimal texts exactly, whatever their size; trailing zeros are cut.
 *
 * @example
 * addDecimals("0.1", "-0.30"); // => "-0.2"
 * addDecimals("99999999999999999999.5", "0.5"); // => "100000000000000000000"
 */
export function addDecimals(left: string, right: string): string {
  const scale = Math.max(decimalsOf(left), decimalsOf(right));
  return scaledToText(scaled(left, scale) + scaled(right, scale), scale);
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

function scaled(text: string, scale: number): bigint {
  return BigInt(text.replace(".", "") + "0".repeat(scale - decimalsOf(text)));
}
