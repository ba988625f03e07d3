import type { Day } from "../base/day.ts";
import type { Faults } from "../base/errors.ts";
import {
  expectedMoment,
  isPlaceholderDay,
  type Moment,
  readMoment,
  spansPlaceholderDay,
} from "../base/moment.ts";
import type { Zone } from "../base/zone.ts";
import { refuseCell } from "./cell-fault.ts";
import type { DateInput } from "./rows.ts";
import type { WarningLog } from "./warning-log.ts";

/** Reads moments, and notes what is wrong or odd about them. */
export interface MomentReader {
  /** Reads a cell into `into`; returns whether it is after `asOf`. */
  readonly read: (value: unknown, row: number, field: string, into: Moment) => boolean;
  /** Looks at a moment that was read before; returns whether it is after `asOf`. */
  readonly look: (moment: Moment, row: number, field: string, value: unknown) => boolean;
  /** Whether there is nothing to say about any of the days from the first to the last. */
  readonly areUsual: (first: Day, last: Day) => boolean;
}

/** @param asOf Moments after this one are warned about. */
export function newMomentReader(
  zone: Zone,
  asOf: DateInput | undefined,
  faults: Faults,
  warnings: WarningLog,
): MomentReader {
  const limit = asOf === undefined ? null : momentOf(asOf, zone);
  let plausible = Number.NaN; // the day that was looked at last
  const look: MomentReader["look"] = (moment, row, field, value) => {
    if (moment.day !== plausible) {
      if (isPlaceholderDay(moment.day)) warnings.add("date-implausible", row, field, value);
      else plausible = moment.day;
    }
    if (limit === null || !isAfter(moment, limit)) return false;
    warnings.add("date-in-future", row, field, value);
    return true;
  };
  return {
    look,
    areUsual: (first, last) =>
      !spansPlaceholderDay(first, last) && (limit === null || last <= limit.day),
    read(value, row, field, into) {
      const code = readMoment(value, zone, into);
      if (code === null) return look(into, row, field, value);
      refuseCell(faults, code, row, field, value, expectedMoment(code));
      return false;
    },
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
