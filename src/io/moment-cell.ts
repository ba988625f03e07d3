import type { IssueCode } from "../base/issue.ts";
import { expectedMoment, type Moment, readMoment } from "../base/moment.ts";
import { UTC, type Zone } from "../base/zone.ts";
import { refuseCell } from "../ledger/cell-fault.ts";
import type { Cell, CellKind } from "./cell-kind.ts";
import { DATE_ORDERS, inIsoOrder } from "./notation.ts";
import { isoInstant, readWallClock, type WallMoment } from "./wall-clock.ts";

/** A day or an instant; instants of text are written in ISO 8601. */
export const momentCell: CellKind = {
  read(given, { wallClock, dateOrder }, into) {
    const isOrdered = dateOrder !== null && typeof given === "string";
    const value = isOrdered ? inIsoOrder(given, dateOrder) : given;
    const code = readMoment(value, UTC, moment);
    if (code === "date-ambiguous" && wallClock !== null) return readLocal(value, wallClock, into);
    if (code !== null) return code;
    const hasBlank = typeof value === "string" && value.charCodeAt(10) === BLANK;
    into.value = hasBlank ? isoInstant(value) : value;
    return null;
  },
  refuse(faults, code, row, field, value) {
    refuseCell(faults, code, row, field, value, expectedMoment(code) + optionFor(code, value));
  },
};

/** The option by which a refused cell could be read. */
function optionFor(code: IssueCode, value: unknown): string {
  if (code === "date-ambiguous") return ", or the option `timeZone`";
  const isOrdered =
    code === "date-format" &&
    typeof value === "string" &&
    DATE_ORDERS.some((order) => inIsoOrder(value, order) !== value);
  return isOrdered ? ", or the option `dateOrder`" : "";
}

/** Filled anew by each reading: nothing in it outlives a call. */
const moment: Moment = { day: 0, instant: 0 };

const BLANK = 0x20;

function readLocal(value: unknown, zone: Zone, into: Cell): IssueCode | null {
  const wall: WallMoment = { text: "", isTwice: false };
  const code = readWallClock(String(value), zone, wall); // only text can lack an offset
  if (code !== null) return code;
  into.value = wall.text;
  into.isTwice ||= wall.isTwice;
  return null;
}
