import { type CodesByNumber, CURRENCIES_IN_USE, FORMER_CURRENCIES } from "./currency-table.ts";
import type { IssueCode } from "./issue.ts";

/**
 * How many decimals a currency in use has, by ISO 4217; `null` for any other text.
 *
 * @example
 * currencyDecimals("EUR"); // => 2
 * currencyDecimals("JPY"); // => 0
 * currencyDecimals("DEM"); // => null
 */
export function currencyDecimals(code: string): number | null {
  return numberOf(code, CURRENCIES_IN_USE);
}

/**
 * What is wrong with a currency code, or `null` for that of a currency in use.
 *
 * @returns `currency-missing` (also for empty text), `field-wrong-type`, `currency-format` unless it
 * is three capital letters, or `currency-unknown`, also for a currency that is no longer in use.
 * @example
 * currencyFault("EUR"); // => null
 * currencyFault("eur"); // => "currency-format"
 * currencyFault("DEM"); // => "currency-unknown"
 */
export function currencyFault(value: unknown): IssueCode | null {
  if (value === undefined || value === null || value === "") return "currency-missing";
  if (typeof value !== "string") return "field-wrong-type";
  if (!THREE_CAPITALS.test(value)) return "currency-format";
  return currencyDecimals(value) === null ? "currency-unknown" : null;
}

/**
 * What to write instead of a currency that was refused.
 *
 * @example
 * expectedCurrency("DEM"); // => "an ISO 4217 currency in use; DEM was legal tender until 2002"
 * expectedCurrency("euro"); // => "three capital letters A to Z, such as EUR"
 */
export function expectedCurrency(value: unknown): string {
  if (typeof value !== "string" || !THREE_CAPITALS.test(value)) {
    return `three capital letters A to Z, such as EUR${nonAscii(value)}`;
  }
  const year = numberOf(value, FORMER_CURRENCIES);
  const former = year === null ? "" : `; ${value} was legal tender until ${year}`;
  return `an ISO 4217 currency in use${former}`;
}

const THREE_CAPITALS = /^[A-Z]{3}$/;

function numberOf(code: string, table: CodesByNumber): number | null {
  if (!THREE_CAPITALS.test(code)) return null;
  // Between the blanks, three letters can only be found where a code stands.
  for (const [number, codes] of table) if (codes.includes(code)) return number;
  return null;
}

/** Names the first letter that only looks like one of ours. */
function nonAscii(value: unknown): string {
  if (typeof value !== "string") return "";
  for (const character of value.slice(0, 4)) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) continue;
    const hex = point.toString(16).toUpperCase().padStart(4, "0");
    return `; "${character}" is the non-ASCII character U+${hex}`;
  }
  return "";
}
