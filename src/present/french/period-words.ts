import { calendarDate, dayToText, toDay } from "../../base/day.ts";
import { describePeriod } from "../../base/describe-period.ts";
import { period } from "../../base/period.ts";
import type { ResultPeriod } from "../../result/kpi-result.ts";

/** A period as French sentences need it. */
export interface PeriodWords {
  /** Alone: `2e trimestre 2025`. */
  readonly name: string;
  /** In a table: `T2 2025`, `avr. 2025`. */
  readonly short: string;
  /** When something happened: `au 2e trimestre 2025`. */
  readonly during: string;
  /** After a noun: `du 2e trimestre 2025`. */
  readonly of: string;
}

const MONTHS: readonly (readonly [name: string, short: string])[] = [
  ...([
    ["janvier", "janv."],
    ["février", "févr."],
    ["mars", "mars"],
    ["avril", "avr."],
  ] as const),
  ...([
    ["mai", "mai"],
    ["juin", "juin"],
    ["juillet", "juill."],
    ["août", "août"],
  ] as const),
  ...([
    ["septembre", "sept."],
    ["octobre", "oct."],
    ["novembre", "nov."],
  ] as const),
  ["décembre", "déc."],
];

const HARD = "\u00a0";

/**
 * A day as people say it.
 *
 * @example
 * frenchDay("2025-04-01"); // => "1er avril 2025"
 */
export function frenchDay(day: string): string {
  return dayIn(day, 0).join(" ");
}

/** Date, month and year of a day, the month by its name or its short one. */
function dayIn(day: string, form: 0 | 1): readonly string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [ordinal(Number(date), ""), monthIn(Number(month), form), year];
}

function monthIn(month: number, form: 0 | 1): string {
  return MONTHS[month - 1]?.[form] ?? "";
}

/**
 * Words for a period: a year, quarter, month, week or day by its name, any other span by its first
 * and its last day.
 *
 * @example
 * periodWords({ start: "2025-04-01", end: "2025-07-01" }).during; // => "au 2e trimestre 2025"
 * periodWords({ start: "2025-04-01", end: "2025-05-15" }).during; // => "du 1er avril 2025 au 14 mai 2025"
 * periodWords({ start: "2025-08-01", end: "2025-09-01" }).of; // => "d’août 2025"
 */
export function periodWords({ start, end }: ResultPeriod): PeriodWords {
  const name = describePeriod(period(start, end));
  return namedPeriod(name) ?? { name, short: name, during: name, of: name };
}

/** `du 1er avril 2025 au 30 juin 2025`, however the period is called. */
export function firstToLast({ start, end }: ResultPeriod): string {
  return spanOf([start, dayToText(toDay(calendarDate(end)) - 1)]);
}

/**
 * Words for a period by the name that `describePeriod` gives it; `null` for any other text.
 *
 * @example
 * namedPeriod("2025-03")?.during; // => "en mars 2025"
 * namedPeriod("web"); // => null
 */
export function namedPeriod(name: string): PeriodWords | null {
  const days = name.split(" to ");
  if (!days.every((day) => DAY.test(day))) return namedSteps(name);
  const full = days.map(frenchDay).join(" – ");
  const short = days.map((day) => dayIn(day, 1).join(HARD)).join(" – ");
  if (days.length === 1) return { name: full, short, during: `le ${full}`, of: `du ${full}` };
  const span = spanOf(days);
  return { name: full, short, during: span, of: `de la période ${span}` };
}

/** Words for a year, quarter, week or month by its name. */
function namedSteps(text: string): PeriodWords | null {
  const [, year, kind, number] = /^(\d{4})(?:-([QW]?)(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (number === undefined) {
    return { name: year, short: year, during: `en ${year}`, of: `de ${year}` };
  }
  if (kind === "Q") {
    const name = `${ordinal(Number(number), "e")} trimestre ${year}`;
    return { name, short: `T${number}${HARD}${year}`, during: `au ${name}`, of: `du ${name}` };
  }
  if (kind === "W") {
    const name = `semaine ${Number(number)} de ${year}`;
    const short = `S${number}${HARD}${year}`;
    return { name, short, during: `pendant la ${name}`, of: `de la ${name}` };
  }
  const name = `${monthIn(Number(number), 0)} ${year}`;
  const short = `${monthIn(Number(number), 1)}${HARD}${year}`;
  const of = /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
  return { name, short, during: `en ${name}`, of };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function spanOf([first = "", last = ""]: readonly string[]): string {
  return `du ${frenchDay(first)} au ${frenchDay(last)}`;
}

function ordinal(number: number, other: string): string {
  return number === 1 ? "1er" : `${number}${other}`;
}
