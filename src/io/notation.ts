import type { Zone } from "../base/zone.ts";

/** In which order day, month and year stand: `"dmy"` reads `31/12/2025`, `"mdy"` reads `12/31/2025`. */
export type DateOrder = "ymd" | "dmy" | "mdy";

export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];

/** How text in cells is written, where the caller says so; nothing of it is guessed. */
export interface Notation {
  /** The zone of times without an offset; null where they are refused. */
  readonly wallClock: Zone | null;
  /** The order of dates that are not written as ISO 8601 does; null where they are refused. */
  readonly dateOrder: DateOrder | null;
  /** Whether a comma stands before the decimals. */
  readonly decimalComma: boolean;
}

/** Days as ISO 8601 writes them, decimals after a point. */
export const ISO_NOTATION: Notation = { wallClock: null, dateOrder: null, decimalComma: false };

/**
 * Puts a date in the order of ISO 8601, and leaves what follows it. Any other text stays as it is, as
 * does a year of two digits: which century it means would be a guess.
 *
 * @example
 * inIsoOrder("9/1/2025", "dmy"); // => "2025-01-09"
 * inIsoOrder("01.09.2025 10:00:00", "mdy"); // => "2025-01-09 10:00:00"
 * inIsoOrder("2025-01-09", "dmy"); // => "2025-01-09"
 * inIsoOrder("09/01/25", "dmy"); // => "09/01/25"
 */
export function inIsoOrder(text: string, order: DateOrder): string {
  const parts = PATTERNS[order].exec(text.slice(0, LONGEST_DATE))?.groups;
  if (parts === undefined) return text;
  const { year = "", month = "", day = "", all = "" } = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${text.slice(all.length)}`;
}

const LONGEST_DATE = 11;

/** The same sign stands twice, and no digit follows. */
const PATTERNS: Readonly<Record<DateOrder, RegExp>> = {
  ymd: /^(?<all>(?<year>\d{4})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2}))(?!\d)/,
  dmy: /^(?<all>(?<day>\d{1,2})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<year>\d{4}))(?!\d)/,
  mdy: /^(?<all>(?<month>\d{1,2})(?<sign>[-./])(?<day>\d{1,2})\k<sign>(?<year>\d{4}))(?!\d)/,
};

/**
 * An amount with a comma before its decimals, written with a point; `null` where a point stands in it,
 * which could only part thousands.
 *
 * @example
 * withPoint("12,50"); // => "12.50"
 * withPoint("1.234,50"); // => null
 */
export function withPoint(text: string): string | null {
  return text.includes(".") ? null : text.replace(",", ".");
}
