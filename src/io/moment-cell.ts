import type { IssueCode } from "../base/issue.ts";
import { expectedMoment, type Moment, readMoment } from "../base/moment.ts";
import { UTC, type Zone } from "../base/zone.ts";
import { refuseCell } from "../ledger/cell-fault.ts";
import type { Cell, CellKind } from "./cell-kind.ts";
import { isoInstant, readWallClock, type WallMoment } from "./wall-clock.ts";

/** A day or an instant; instants of text are written in ISO 8601. */
export const momentCell: CellKind = {
  read(value, { wallClock }, into) {
    const code = readMoment(value, UTC, moment);
    if (code === "date-ambiguous" && wallClock !== null) return readLocal(value, wallClock, into);
    if (code !== null) return code;
    const hasBlank = typeof value === "string" && value.charCodeAt(10) === BLANK;
    into.value = hasBlank ? isoInstant(value) : value;
    return null;
  },
  refuse(faults, code, row, field, value) {
    const zone = code === "date-ambiguous" ? ", or the option `timeZone`" : "";
    refuseCell(faults, code, row, field, value, expectedMoment(code) + zone);
  },
};

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
