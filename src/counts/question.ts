import { type Day, dayToText, LAST_DAY, toDay } from "../base/day.ts";
import { argumentError } from "../base/errors.ts";
import { type Moment, readMoment } from "../base/moment.ts";
import { numberWithin, type OptionCheck, type OptionChecks, oneOf } from "../base/options.ts";
import { type Period, type PeriodInput, periodOfDays, readPeriod } from "../base/period.ts";
import { WEEK_DAYS, type WeekDay } from "../base/week.ts";
import { zoneOf } from "../base/zone.ts";
import { momentOption } from "../ledger/as-of-option.ts";
import type { DateInput } from "../ledger/rows.ts";
import type { WarningFact } from "../result/warning.ts";
import { CONFIDENCE_CHECKS, type ConfidenceOptions } from "./confidence.ts";

/** What every question over rows may say. */
export interface Question extends ConfidenceOptions {
  /** The period asked about. Default: all rows. */
  readonly period?: PeriodInput;
  /**
   * The moment up to which the data are complete; later rows are left out and warned about.
   * Default: the day after the last row.
   */
  readonly asOf?: DateInput;
  /** IANA name. Decides the day of an instant. Default `"UTC"`. */
  readonly timeZone?: string;
  /** The first day of a week, for weeks in `period`. Default `"monday"`. */
  readonly weekStartsOn?: WeekDay;
}

/**
 * Refuses what is no period at all; which days it is depends on `asOf` and the day that weeks start
 * on, which also decides whether a year has a 53rd week.
 */
const period: OptionCheck<PeriodInput> = (value, option) => {
  const isLastWeek = typeof value === "string" && value.endsWith("-W53");
  if (!isLastWeek) readPeriod(value, { option, asOf: LATEST });
  return value as PeriodInput; // nothing else can be read
};

/** "last 90 days" exists if it does before the last day there is. */
const LATEST = /* @__PURE__ */ dayToText(LAST_DAY);

/** The checks of {@link Question}; the period and `asOf` are resolved once the ledger's zone is known. */
export const QUESTION_CHECKS: OptionChecks<Question> = {
  ...CONFIDENCE_CHECKS,
  period,
  asOf: momentOption,
  timeZone: ((value, option) => zoneOf(value, option).name) as OptionCheck<string>,
  weekStartsOn: oneOf(WEEK_DAYS) as OptionCheck<WeekDay>,
};

/** The days a question is about, resolved against the rows that there are. */
export interface Span {
  /** What was asked; `null`: all rows. */
  readonly asked: Period | null;
  /** What was asked, or else the days of the rows; `null` without rows. */
  readonly shown: Period | null;
  /** First day counted. */
  readonly from: Day;
  /** First day no longer counted: the end of the period or `asOf`, whichever comes first. */
  readonly until: Day;
  /** The day up to which, and without which, the data are complete; `null` without rows. */
  readonly complete: Day | null;
}

/** What a ledger knows about its days. */
interface LedgerDays {
  readonly timeZone: string;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** Resolves the period and `asOf` of a question. */
export function readSpan(asked: Partial<Question>, ledger: LedgerDays): Span {
  const asOf = asked.asOf === undefined ? null : readAsOf(asked.asOf, ledger.timeZone);
  const complete = asOf ?? (ledger.lastDay === null ? null : ledger.lastDay + 1);
  const { weekStartsOn } = asked;
  const context = {
    ...(complete === null ? {} : { asOf: dayToText(complete) }),
    ...(weekStartsOn === undefined ? {} : { weekStartsOn }),
  };
  const period = asked.period === undefined ? null : readPeriod(asked.period, context);
  const from = period === null ? -Infinity : toDay(period.start);
  const end = period === null ? Infinity : toDay(period.end);
  const until = Math.min(end, asOf ?? Infinity);
  return { asked: period, shown: period ?? daysOfRows(ledger, asOf), from, until, complete };
}

function daysOfRows({ firstDay, lastDay }: LedgerDays, asOf: Day | null): Period | null {
  if (firstDay === null || lastDay === null) return null;
  const end = Math.min(lastDay + 1, asOf ?? Infinity);
  return end > firstDay ? periodOfDays(firstDay, end) : null;
}

/** The day of `asOf` in the ledger's zone. */
function readAsOf(value: unknown, timeZone: string): Day {
  const moment: Moment = { day: 0, instant: Number.NaN };
  const code = readMoment(value, zoneOf(timeZone), moment);
  if (code === null) return moment.day;
  throw argumentError(
    "asOf",
    'a day such as "2025-03-01", an instant with its offset, or a Date',
    value,
    code,
  );
}

/** Says that the period was not over when the data end. */
export function spanWarnings({ asked, complete }: Span): readonly WarningFact[] {
  if (asked === null || complete === null || toDay(asked.end) <= complete) return [];
  return [{ code: "period-incomplete", end: asked.end, asOf: dayToText(complete) }];
}

/** A check for a share from 0 to 1. */
export const shareOption: OptionCheck<number> = /* @__PURE__ */ numberWithin(
  0,
  1,
  "a share from 0 to 1",
);
