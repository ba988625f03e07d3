import { calendarDate, dayToText, toDay } from "../../base/day.ts";
import { describePeriod } from "../../base/describe-period.ts";
import { period } from "../../base/period.ts";
import type { ResultPeriod } from "../../result/kpi-result.ts";

/** A period as French sentences need it. */
export interface PeriodWords {
  /** Alone, as in a table: `2e trimestre 2025`. */
  readonly name: string;
  /** When something happened: `au 2e trimestre 2025`. */
  readonly during: string;
  /** After a noun: `du 2e trimestre 2025`. */
  readonly of: string;
}

const MONTHS = [
  ...["janvier", "février", "mars", "avril", "mai", "juin", "juillet"],
  ...["août", "septembre", "octobre", "novembre", "décembre"],
];

/**
 * A day as people say it.
 *
 * @example
 * frenchDay("2025-04-01"); // => "1er avril 2025"
 */
export function frenchDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${ordinal(Number(date), "")} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
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
  return namedPeriod(name) ?? { name, during: name, of: name };
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
  if (days.length === 2 && days.every((day) => DAY.test(day))) {
    const span = spanOf(days);
    return { name: days.map(frenchDay).join(" – "), during: span, of: `de la période ${span}` };
  }
  if (DAY.test(name)) {
    const day = frenchDay(name);
    return { name: day, during: `le ${day}`, of: `du ${day}` };
  }
  const [, year, kind, number] = /^(\d{4})(?:-([QW]?)(\d{1,2}))?$/.exec(name) ?? [];
  if (year === undefined) return null;
  if (number === undefined) return { name: year, during: `en ${year}`, of: `de ${year}` };
  if (kind === "Q") {
    const quarter = `${ordinal(Number(number), "e")} trimestre ${year}`;
    return { name: quarter, during: `au ${quarter}`, of: `du ${quarter}` };
  }
  if (kind === "W") {
    const week = `semaine ${Number(number)} de ${year}`;
    return { name: week, during: `pendant la ${week}`, of: `de la ${week}` };
  }
  const month = `${MONTHS[Number(number) - 1] ?? ""} ${year}`;
  const of = /^[ao]/.test(month) ? `d’${month}` : `de ${month}`;
  return { name: month, during: `en ${month}`, of };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function spanOf([first = "", last = ""]: readonly string[]): string {
  return `du ${frenchDay(first)} au ${frenchDay(last)}`;
}

function ordinal(number: number, other: string): string {
  return number === 1 ? "1er" : `${number}${other}`;
}
