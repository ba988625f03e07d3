import { ACTIVE_CURRENCIES } from "./currency-table.ts";
import type { IssueCode } from "./errors.ts";

/**
 * How many decimals a currency in use has, by ISO 4217; `null` for any other text.
 *
 * @example
 * currencyDecimals("EUR"); // => 2
 * currencyDecimals("JPY"); // => 0
 * currencyDecimals("DEM"); // => null
 */
export function currencyDecimals(code: string): number | null {
  if (!isThreeCapitals(code)) return null;
  for (const [decimals, codes] of ACTIVE_CURRENCIES) if (codes.includes(code)) return decimals;
  return null;
}

export function readCurrency(value: unknown): string | IssueCode {
  if (value === undefined || value === null) return "currency-missing";
  if (typeof value !== "string") return "field-wrong-type";
  if (!isThreeCapitals(value)) return "currency-format";
  return currencyDecimals(value) === null ? "currency-unknown" : value;
}

function isThreeCapitals(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
