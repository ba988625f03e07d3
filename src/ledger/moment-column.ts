import { isSupportedDay } from "../base/day.ts";
import type { Faults } from "../base/errors.ts";
import type { Moment } from "../base/moment.ts";
import { refuseCell } from "./cell-fault.ts";
import { type IntegerColumn, isIntegerColumn, type ReadableColumn } from "./column.ts";
import type { MomentReader } from "./moment-cells.ts";

/** The moments of a column: days, and instants where some are known. */
export interface MomentColumns {
  readonly day: Int32Array;
  readonly instant: Float64Array | null;
}

/** Reads a column of days, instants, text or dates. */
export function readMomentColumn(
  column: ReadableColumn,
  field: string,
  moments: MomentReader,
  faults: Faults,
): MomentColumns {
  const { typed } = column;
  if (isIntegerColumn(typed))
    return { day: checkDays(typed, column, field, moments, faults), instant: null };
  const day = new Int32Array(column.length);
  const instant = new Float64Array(column.length).fill(Number.NaN);
  const { keys, keyCount, cell } = column;
  const seen = keys === null ? null : new Int32Array(keyCount); // row + 1 of each key read before
  const moment: Moment = { day: 0, instant: Number.NaN };
  let hasInstant = false;
  for (let row = 0; row < column.length; row += 1) {
    const before = (seen?.[keys?.[row] ?? 0] ?? 0) - 1;
    const value = typed === null ? cell(row) : dateOf(typed[row]);
    if (before >= 0) {
      moment.day = day[before] ?? 0;
      moment.instant = instant[before] ?? Number.NaN;
      moments.look(moment, row, field, value);
    } else {
      const refused = faults.count();
      moments.read(value, row, field, moment);
      if (seen !== null && keys !== null && faults.count() === refused)
        seen[keys[row] ?? 0] = row + 1;
    }
    day[row] = moment.day;
    instant[row] = moment.instant;
    hasInstant ||= !Number.isNaN(moment.instant);
  }
  return { day, instant: hasInstant ? instant : null };
}

function checkDays(
  days: IntegerColumn,
  { firstKey, keyCount }: ReadableColumn,
  field: string,
  moments: MomentReader,
  faults: Faults,
): Int32Array {
  const last = firstKey + keyCount - 1;
  if (isSupportedDay(firstKey) && isSupportedDay(last) && moments.areUsual(firstKey, last)) {
    return new Int32Array(days);
  }
  const moment: Moment = { day: 0, instant: Number.NaN };
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] ?? 0;
    if (!isSupportedDay(day)) {
      refuseCell(faults, "date-out-of-range", row, field, day, EXPECTED_DAY);
      continue;
    }
    moment.day = day;
    moments.look(moment, row, field, day);
  }
  return new Int32Array(days);
}

const EXPECTED_DAY = "a number of days since 1970-01-01, in the years 1900 to 2199";

/** Milliseconds as a date; what is no number is missing. */
function dateOf(milliseconds: number | bigint | undefined): Date | null {
  const number = Number(milliseconds);
  return Number.isNaN(number) ? null : new Date(number);
}
