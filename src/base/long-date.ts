import { TZDateMini } from "@date-fns/tz/date/mini";
import { format } from "date-fns/format";
import type { Locale } from "date-fns/locale";
import { type Day, MS_PER_DAY } from "./day.ts";

/**
 * Writes a day as people say it, in English or in the language of a date-fns locale.
 *
 * @example
 * longDate(20179); // => "1 April 2025"
 */
export function longDate(day: Day, locale?: Locale): string {
  const date = new TZDateMini(day * MS_PER_DAY, "UTC");
  return format(date, "d MMMM yyyy", locale === undefined ? {} : { locale });
}
