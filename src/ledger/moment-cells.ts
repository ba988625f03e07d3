import type { Faults } from "../base/errors.ts";
import { expectedMoment, isPlaceholderDay, type Moment, readMoment } from "../base/moment.ts";
import type { Zone } from "../base/zone.ts";
import { refuseCell } from "./cell-fault.ts";
import type { DateInput } from "./rows.ts";
import type { WarningLog } from "./warning-log.ts";

/**
 * Reads the moment of a row into `into`, and notes what is wrong or odd about it.
 *
 * @returns Whether it is after `asOf`.
 */
export type MomentReader = (value: unknown, row: number, field: string, into: Moment) => boolean;

/** @param asOf Moments after this one are warned about. */
export function newMomentReader(
  zone: Zone,
  asOf: DateInput | undefined,
  faults: Faults,
  warnings: WarningLog,
): MomentReader {
  const limit = asOf === undefined ? null : momentOf(asOf, zone);
  let plausible = Number.NaN; // the day that was looked at last
  return (value, row, field, into) => {
    const code = readMoment(value, zone, into);
    if (code !== null) {
      refuseCell(faults, code, row, field, value, expectedMoment(code));
      return false;
    }
    if (into.day !== plausible) {
      if (isPlaceholderDay(into.day)) warnings.add("date-implausible", row, field, value);
      else plausible = into.day;
    }
    const isLate = limit !== null && isAfter(into, limit);
    if (isLate) warnings.add("date-in-future", row, field, value);
    return isLate;
  };
}

function momentOf(checked: DateInput, zone: Zone): Moment {
  const moment: Moment = { day: Number.NaN, instant: Number.NaN };
  readMoment(checked, zone, moment);
  return moment;
}

function isAfter(moment: Moment, limit: Moment): boolean {
  const sameDay = moment.day === limit.day;
  return sameDay ? moment.instant > limit.instant : moment.day > limit.day;
}
