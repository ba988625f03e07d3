import { deepFreeze } from "../base/deep-freeze.ts";
import { oneOf, ownMembers } from "../base/options.ts";
import type { Period, PeriodInput } from "../base/period.ts";
import { type Every, periodsOf, STEPS } from "../base/periods-of.ts";
import { readWeekDay, type WeekDay } from "../base/week.ts";
import { wholeSteps } from "../base/whole-period.ts";
import { ledgerOf } from "../counts/ledger-of.ts";
import { type Question, readSpan } from "../counts/question.ts";
import type { Ledger } from "../ledger/ledger-kind.ts";
import { attachDisplay } from "../result/display.ts";
import type { KpiResult } from "../result/kpi-result.ts";
import { requireKpi } from "./require-kpi.ts";
import { seriesBlocks } from "./series-blocks.ts";

/** The question of a KPI, asked of one period after another. */
export type SeriesQuestion<Asked> = Asked extends object
  ? Omit<Asked, "period"> & {
      /** The length of a step. */
      readonly every: Every;
      /** The span that is cut into steps. Default: the whole steps from the first row to the last. */
      readonly period?: PeriodInput;
    }
  : never;

/** A KPI by period: a table that shows itself. */
export interface Series<Result extends KpiResult = KpiResult> {
  readonly kind: "series";
  readonly kpi: string;
  readonly every: Every;
  readonly points: readonly SeriesPoint<Result>[];
}

/** One period of a series. */
export interface SeriesPoint<Result extends KpiResult = KpiResult> {
  readonly period: Period;
  /** Whether the period was not over when the data end. */
  readonly incomplete: boolean;
  readonly result: Result;
}

/**
 * A KPI for every period of a span: day by day, week by week, by month, quarter or year.
 *
 * Rows are read once. Each period is asked the same question, so a period without an answer stands
 * in the series with its reason, such as the first one of a retention, which has nobody before it.
 * The last period is marked where the data end before it does. Seasons are not taken out.
 *
 * @param kpi - Any KPI of this library, such as `retentionRate`.
 * @param question - `every`, and what the KPI itself may be asked.
 * @throws {@link KpiError} `invalid-argument` for an option, `invalid-data` for rows.
 * @example
 * const orders = [
 *   { customerId: "ann", date: "2025-01-09", amount: 30 },
 *   { customerId: "bob", date: "2025-02-11", amount: 20 },
 *   { customerId: "ann", date: "2025-04-02", amount: 12.5 },
 * ];
 * const { points } = overPeriods(retentionRate, orders, { every: "quarter" });
 * points.map(({ result }) => result.value); // => [null, 0.5]
 * points.map(({ incomplete }) => incomplete); // => [false, true]
 */
export function overPeriods<Source, Asked, Result extends KpiResult>(
  kpi: (source: Source, question: Asked) => Result,
  source: Source,
  question: SeriesQuestion<Asked>,
): Series<Result> {
  requireKpi(kpi);
  const { every: wanted, ...rest } = Object.fromEntries(ownMembers(question ?? {}));
  const every = oneOf(STEPS)(wanted, "every");
  const ask = (rows: unknown, period: PeriodInput): Result =>
    // Every KPI takes a ledger where it takes rows, and has checks of its own for its question.
    kpi(rows as Source, { ...rest, period } as Asked);
  const onNoRows = ask([], ANY_PERIOD);
  const ledger = ledgerOf(source, rest, () => onNoRows.kpi);
  const points = periodsAsked(ledger, rest, every).map((period) => {
    const result = ask(ledger, period);
    const incomplete = result.warnings.some(({ code }) => code === "period-incomplete");
    return { period, incomplete, result };
  });
  const series: Series<Result> = { kind: "series", kpi: onNoRows.kpi, every, points };
  return deepFreeze(
    attachDisplay(series, () => seriesBlocks(series, onNoRows), { named: onNoRows }),
  );
}

/** Asked of no rows at all, a KPI tells its name, its survey and whether it understands the options. */
const ANY_PERIOD = "2000";

/** The steps of the period asked about, or of the whole steps that the rows lie in. */
function periodsAsked(ledger: Ledger, asked: Partial<Question>, every: Every): readonly Period[] {
  const weekStartsOn: WeekDay = readWeekDay(asked.weekStartsOn);
  const { asked: period, shown } = readSpan(asked, ledger);
  if (period !== null) return periodsOf(period, every, { weekStartsOn });
  if (shown === null) return [];
  return periodsOf(wholeSteps(shown, every, weekStartsOn), every, { weekStartsOn });
}
