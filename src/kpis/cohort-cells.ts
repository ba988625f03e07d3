import { Decimal, decimalText } from "../base/decimal.ts";
import type { CohortAsked, CohortRowCounts, CohortValue } from "../counts/cohort-counts.ts";
import type { CohortBase } from "../counts/cohort-question.ts";
import { type Interval, roundStatistic } from "../result/interval.ts";
import { isShareOfCustomers } from "./cohort-cell-definition.ts";
import { shareInterval } from "./share-interval.ts";

/**
 * How far a cell was observed: to the end; only in part, so that it may still rise; or not yet, so
 * that it is empty.
 */
export type CellState = "observed" | "partial" | "censored";

/** One cohort at one age. */
export interface CohortCell {
  readonly state: CellState;
  /** Customers back, orders or revenue at this age, as a number; `null`: not observed yet. */
  readonly total: number | null;
  /** What the rate is a share of. */
  readonly base: number | null;
  /** `null` where it was not observed yet, or where there was nothing to be a share of. */
  readonly rate: number | null;
  /** The rate as decimal text to 40 digits. */
  readonly exact: string | null;
  /** Wilson's; `null` where the rate is not a share of customers. */
  readonly interval: Interval | null;
}

/** How cells are measured. */
export interface CellMeasure {
  readonly question: CohortAsked;
  readonly base: CohortBase;
  /** `null`: no intervals. */
  readonly confidence: number | null;
}

/** The cells of one cohort. */
export function cellsOf(row: CohortRowCounts, measure: CellMeasure): readonly CohortCell[] {
  const isShare = isShareOfCustomers(measure.question, measure.base);
  const confidence = isShare ? measure.confidence : null;
  return row.values.map((value, at) => {
    const whole = baseOf(row, at, measure.base);
    if (value === null || whole === null) return NOT_OBSERVED;
    const state = at < row.settled ? "observed" : "partial";
    const { total, base, rate, exact, interval } = shareOf(value, whole, confidence);
    return Object.freeze({ state, total, base, rate, exact, interval }); // as are its members
  });
}

const NOT_OBSERVED: CohortCell = /* @__PURE__ */ Object.freeze({
  ...{ state: "censored", total: null, base: null, rate: null, exact: null, interval: null },
} as const);

/** What a value is a share of: of the cohort, or of the value one age before. */
export function baseOf(row: CohortRowCounts, at: number, base: CohortBase): CohortValue | null {
  return base === "cohort" || at === 0 ? (row.bases[at] ?? null) : (row.values[at - 1] ?? null);
}

type CohortShare = Pick<CohortCell, "rate" | "exact" | "interval"> &
  Readonly<Record<"total" | "base", number>>;

/** One total over another, with Wilson's interval where it is a share of customers. */
export function shareOf(
  value: CohortValue,
  base: CohortValue,
  confidence: number | null,
): CohortShare {
  const [total, whole] = [Number(value), Number(base)];
  const { rate, exact } = writeRate(rateOf(new Decimal(value), new Decimal(base)));
  const interval = rate === null || confidence === null ? null : wilsonOf(total, whole, confidence);
  return { total, base: whole, rate, exact, interval };
}

function wilsonOf(total: number, whole: number, confidence: number): Interval {
  const { method, bounds } = shareInterval(total, whole, confidence);
  const [lower, upper] = [roundStatistic(bounds[0]), roundStatistic(bounds[1])];
  return Object.freeze({ lower, upper, confidence, method });
}

/** `null` where there is nothing to be a share of. */
export function rateOf(value: Decimal, base: Decimal): Decimal | null {
  return base.isZero() ? null : value.div(base);
}

export function writeRate(rate: Decimal | null): Pick<CohortCell, "rate" | "exact"> {
  if (rate === null) return { rate: null, exact: null };
  const exact = decimalText(rate);
  return { rate: Number(exact), exact };
}
