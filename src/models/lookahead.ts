import { daysIn, type TimeUnit } from "./time-unit.ts";

/** Coming periods, and how much less the money of each counts. */
export interface Lookahead {
  /** Ends of the periods, in the unit of the ages. */
  readonly ends: Float64Array;
  /** What 1 at the end of each is worth now. */
  readonly factors: Float64Array;
}

/** So many periods of a length, seen from now. */
export function lookahead(
  unit: TimeUnit,
  every: TimeUnit,
  periods: number,
  annualDiscountRate: number,
): Lookahead {
  return lookaheadOf(daysIn(every), periods, unit, annualDiscountRate);
}

/** More periods than this change an interval by nothing that anybody would see. */
const ENOUGH = 12;

/** The same time in fewer periods, for intervals. */
export function coarseLookahead(
  unit: TimeUnit,
  every: TimeUnit,
  periods: number,
  annualDiscountRate: number,
): Lookahead {
  const few = Math.min(periods, ENOUGH);
  return lookaheadOf((daysIn(every) * periods) / few, few, unit, annualDiscountRate);
}

function lookaheadOf(
  days: number,
  periods: number,
  unit: TimeUnit,
  annualDiscountRate: number,
): Lookahead {
  const day = Float64Array.from({ length: periods }, (_, at) => (at + 1) * days);
  const yearly = Math.log1p(annualDiscountRate) / daysIn("year");
  return {
    ends: day.map((end) => end / daysIn(unit)),
    factors: day.map((end) => Math.exp(-yearly * end)),
  };
}
