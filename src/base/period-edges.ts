import { type CalendarDate, type Day, leadingDay, toDay } from "./day.ts";
import { argumentError, type KpiError, requireArgument } from "./errors.ts";
import { addMonths, firstDayOf } from "./month.ts";
import { firstDayOfWeek, readWeekDay, type WeekDay, weeksInYear } from "./week.ts";

/** What a period may be counted from. */
export interface PeriodContext {
  /** The day after the last one that is known; "last 90 days" ends there. */
  readonly asOf?: CalendarDate | null;
  /** The day on which the weeks of "2025-W07" start. Default `"monday"`, as in ISO 8601. */
  readonly weekStartsOn?: WeekDay;
  /** The option that is being read, for messages. Default `"period"`. */
  readonly option?: string;
}

/** The first day of a span and the day after its last; their order and range are not checked yet. */
export type Edges = readonly [start: Day, end: Day];

const KNOWN_PERIOD =
  'a period such as "2025", "2025-Q1", "2025-03", "2025-W07", "2025-01-01/2025-04-01", ' +
  '"last 90 days" or { start, end } with days as text';

/** The edges of a period as people write it; `readPeriod` tells the notations. */
export function readEdges(input: unknown, context: PeriodContext, option: string): Edges {
  const text = typeof input === "string" ? input : textOfMembers(input, option);
  return edgesOfText(text, context, option);
}

/** `{ start, end }` as the text that says the same. */
function textOfMembers(input: unknown, option: string): string {
  const isObject = typeof input === "object" && input !== null;
  requireArgument(isObject, option, KNOWN_PERIOD, input, "option-wrong-type");
  const { start, end } = ownMembers(input, option);
  if (typeof start === "string" && typeof end === "string") return `${start}/${end}`;
  const oneMissing = (start === undefined) !== (end === undefined);
  const wrong = typeof start === "string" ? end : start;
  const code = oneMissing ? "option-missing" : "option-wrong-type";
  throw argumentError(option, KNOWN_PERIOD, wrong ?? input, code);
}

/** Each member is read once, and only if it is the object's own. */
function ownMembers(input: object, option: string): { start: unknown; end: unknown } {
  try {
    const own = (name: string): unknown =>
      Object.hasOwn(input, name) ? Reflect.get(input, name) : undefined;
    return { start: own("start"), end: own("end") };
  } catch {
    throw argumentError(option, "an object that can be read", input, "option-unreadable");
  }
}

function edgesOfText(text: string, context: PeriodContext, option: string): Edges {
  const named = NAMED.exec(text);
  if (named) return edgesOfName(named, context, option);
  const last = LAST.exec(text);
  if (last) return edgesOfLast(last, context, option);
  const isSpan = text.length === 21 && text.charAt(10) === "/";
  if (!isSpan && text.length !== 10) throw notAPeriod(text, option);
  const start = edgeOfText(text, 0, option);
  return [start, isSpan ? edgeOfText(text, 11, option) : start + 1];
}

function edgeOfText(text: string, at: number, option: string): Day {
  const day = leadingDay(text.slice(at));
  if (day === "date-format") throw notAPeriod(text, option);
  if (day === "date-invalid") throw argumentError(option, "made of days that exist", text, day);
  return day;
}

function notAPeriod(text: string, option: string): KpiError {
  return argumentError(option, KNOWN_PERIOD, text, "period-format");
}

/** A year; or one of its quarters, weeks or months. */
const NAMED = /^(\d{4})(?:-Q(\d)|-W(\d\d)|-(\d\d))?$/;

function edgesOfName(match: RegExpExecArray, context: PeriodContext, option: string): Edges {
  const [text, yearText, quarter, week, month] = match;
  const year = Number(yearText);
  const weekStartsOn = readWeekDay(context.weekStartsOn);
  const [units, most] = quarter
    ? ["quarters", 4]
    : week
      ? ["weeks", weeksInYear(year, weekStartsOn)]
      : ["months", 12];
  const number = Number(quarter ?? week ?? month ?? 1);
  const exists = number >= 1 && number <= most;
  requireArgument(exists, option, `one of the ${most} ${units} of ${year}`, text, "date-invalid");
  if (week) {
    const start = firstDayOfWeek(year, number, weekStartsOn);
    return [start, start + 7];
  }
  const months = quarter ? 3 : month ? 1 : 12;
  const first = year * 12 + (number - 1) * months;
  return [firstDayOf(first), firstDayOf(first + months)];
}

const LAST = /^last (\d{1,5}) (day|week|month|quarter|year)s?$/;

function edgesOfLast(match: RegExpExecArray, context: PeriodContext, option: string): Edges {
  const [text, count, unit] = match;
  const { asOf } = context;
  if (!asOf) {
    throw argumentError("asOf", `given where \`${option}\` is "${text}"`, asOf, "option-missing");
  }
  const end = toDay(asOf);
  const length = Number(count);
  if (unit === "day") return [end - length, end];
  if (unit === "week") return [end - 7 * length, end];
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  return [addMonths(end, -months * length), end];
}
