import { Decimal } from "../base/decimal.ts";
import type { CohortCounts, CohortRowCounts, CohortValue } from "../counts/cohort-counts.ts";
import type { CohortAverageBy } from "../counts/cohort-question.ts";
import type { Interval } from "../result/interval.ts";
import { isShareOfCustomers } from "./cohort-cell-definition.ts";
import { baseOf, type CellMeasure, rateOf, shareOf, writeRate } from "./cohort-cells.ts";

/** All cohorts at one age. */
export interface CohortAverage {
  /** How many cohorts were observed so long; the others do not count. */
  readonly cohorts: number;
  /** Their totals at this age and their bases, added up. */
  readonly total: number;
  readonly base: number;
  readonly rate: number | null;
  /** The rate as decimal text to 40 digits. */
  readonly exact: string | null;
  /** Wilson's, of a pooled share of customers who are in one cohort each; else `null`. */
  readonly interval: Interval | null;
}

/** One total over its base. */
interface Part {
  readonly value: CohortValue;
  readonly base: CohortValue;
}

/** The average of all cohorts, age by age. */
export function averagesOf(
  { cohorts, question }: CohortCounts,
  columns: number,
  measure: CellMeasure,
  average: CohortAverageBy,
): readonly CohortAverage[] {
  const isPooledShare =
    average === "pooled" &&
    isShareOfCustomers(question, measure.base) &&
    question.cohortBy !== "every-active-period";
  return Array.from({ length: columns }, (_, at) => {
    const parts = cohorts.flatMap((row) => partOf(row, at, measure));
    const total = sumOfValues(parts.map(({ value }) => value));
    const base = sumOfValues(parts.map((part) => part.base));
    const pooled = shareOf(total, base, isPooledShare ? measure.confidence : null);
    const rate = average === "pooled" ? pooled : writeRate(AVERAGES[average](parts));
    return { ...pooled, ...rate, cohorts: parts.length };
  });
}

/** A cohort at one age, if it was observed so long and there was anybody in it. */
function partOf(row: CohortRowCounts, at: number, measure: CellMeasure): readonly Part[] {
  const [value = null, base] = [row.values[at], baseOf(row, at, measure.base)];
  const counts = at < row.settled || measure.question.includeIncomplete;
  if (value === null || base === null || !counts || Number(base) === 0) return [];
  return [{ value, base }];
}

const AVERAGES: Readonly<
  Record<Exclude<CohortAverageBy, "pooled">, (parts: readonly Part[]) => Decimal | null>
> = {
  mean: (parts) => rateOf(sumOf(ratesOf(parts)), new Decimal(parts.length)),
  median: (parts) => {
    const sorted = [...ratesOf(parts)].sort((a, b) => a.comparedTo(b));
    const middle = (sorted.length - 1) / 2;
    const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
    return low === undefined || high === undefined ? null : low.plus(high).div(2);
  },
  "size-squared": (parts) =>
    rateOf(
      sumOf(parts.map(({ value, base }) => new Decimal(value).times(base))),
      sumOf(parts.map(({ base }) => new Decimal(base).times(base))),
    ),
};

function ratesOf(parts: readonly Part[]): readonly Decimal[] {
  return parts.map(({ value, base }) => new Decimal(value).div(base));
}

/** Whole numbers of customers or orders as they are, money as decimal text. */
function sumOfValues(values: readonly CohortValue[]): CohortValue {
  const isWhole = (value: CohortValue): value is number => typeof value === "number";
  if (values.every(isWhole)) {
    const sum = values.reduce((total, value) => total + value, 0);
    if (Number.isSafeInteger(sum)) return sum;
  }
  return sumOf(values.map((value) => new Decimal(value))).toFixed();
}

function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}
