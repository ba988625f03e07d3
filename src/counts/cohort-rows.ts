import { describePeriod } from "../base/describe-period.ts";
import type { CohortAges } from "./cohort-ages.ts";
import type { CohortRowCounts, CohortValue } from "./cohort-counts.ts";
import type { CohortAxes } from "./cohort-question.ts";

/** What was counted, by row and column of a tally. */
export interface Tally {
  readonly size: (row: number) => number;
  readonly value: (row: number, column: number) => bigint;
  readonly base: (row: number) => bigint;
  /** A total as counts carry it. */
  readonly write: (total: bigint) => CohortValue;
}

/** One row a period: its values, as far as they were observed. */
export function rowsOfPeriods(
  ages: CohortAges,
  axes: CohortAxes,
  tally: Tally,
): readonly CohortRowCounts[] {
  return ages.periods.map((period, row) => {
    const { length, limit, settled } = columnsOf(ages, axes, row);
    const base = tally.write(tally.base(row));
    const observed = <Value>(read: (column: number) => Value): readonly (Value | null)[] =>
      Array.from({ length }, (_, column) => (column < limit ? read(column) : null));
    return {
      ...{ cohort: describePeriod(period), period, size: tally.size(row) },
      values: observed((column) => tally.write(tally.value(row, column))),
      bases: observed(() => base),
      settled,
    };
  });
}

/**
 * One row a value of an attribute. Customers of one value came at different times, so each column
 * is a share of those alone who were observed so long, and a row ends where there is nobody left.
 * Rows stand by name.
 */
export function rowsOfAttribute(
  ages: CohortAges,
  axes: CohortAxes,
  names: readonly string[],
  tally: Tally,
): readonly CohortRowCounts[] {
  const periods = ages.periods.map((_, at) => columnsOf(ages, axes, at));
  const reach = periods.map(({ limit, settled }) => (axes.includeIncomplete ? limit : settled));
  const length = Math.max(0, ...reach);
  const rows = names.map((cohort, name) => {
    const rowOf = (period: number): number => name * periods.length + period;
    const total = (of: (row: number) => bigint, column: number): bigint =>
      reach.reduce((sum, end, at) => (column < end ? sum + of(rowOf(at)) : sum), 0n);
    const seen = (column: number): boolean => total((row) => BigInt(tally.size(row)), column) > 0n;
    const settled = Array.from({ length }, (_, column) => column).filter(seen).length;
    const observed = (of: (row: number, column: number) => bigint): CohortRowCounts["values"] =>
      Array.from({ length: settled }, (_, column) =>
        tally.write(total((row) => of(row, column), column)),
      );
    return {
      ...{ cohort, period: null },
      size: periods.reduce((sum, _, at) => sum + tally.size(rowOf(at)), 0),
      ...{ values: observed(tally.value), bases: observed(tally.base), settled },
    };
  });
  return rows.sort((a, b) => (a.cohort < b.cohort ? -1 : 1));
}

interface Columns {
  readonly length: number;
  /** Columns that have a value. */
  readonly limit: number;
  /** Columns whose value is final. */
  readonly settled: number;
}

/** How far the columns of a cohort were observed. */
function columnsOf(
  ages: CohortAges,
  { brackets, return: rule, includeIncomplete }: CohortAxes,
  cohort: number,
): Columns {
  const [started, over] = [ages.started[cohort] ?? 0, ages.over[cohort] ?? 0];
  if (brackets !== null) {
    const settled = brackets.filter(([, last]) => last < over).length;
    const begun = brackets.filter(([first]) => first < started).length;
    return { length: brackets.length, limit: includeIncomplete ? begun : settled, settled };
  }
  const limit = includeIncomplete ? started : over;
  // "Or after" has no after at the last age: whoever returns later is missing there.
  const settled = rule === "on-or-after" ? Math.min(over, Math.max(0, limit - 1)) : over;
  return { length: started, limit, settled };
}
