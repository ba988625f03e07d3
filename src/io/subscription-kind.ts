import { type Moment, readMoment } from "../base/moment.ts";
import { UTC, type Zone } from "../base/zone.ts";
import { amountFromZeroCell, currencyCell, idCell, truthCell, wordCell } from "./cell-kinds.ts";
import { momentCell } from "./moment-cell.ts";
import type { AcrossFault, Field, RowKind, RowUnderConstruction } from "./row-kind.ts";
import { CUSTOMER_GUESSES } from "./transaction-kind.ts";

/** The members of a subscription that have a meaning of their own. */
export type SubscriptionField =
  | "customerId"
  | "start"
  | "end"
  | "mrr"
  | "subscriptionId"
  | "currency"
  | "cancelledAt"
  | "reason"
  | "trial";

const FIELDS: readonly Field[] = [
  { name: "customerId", cell: idCell, absent: "fault", guesses: CUSTOMER_GUESSES },
  {
    name: "start",
    cell: momentCell,
    absent: "fault",
    guesses: [
      "start",
      "startdate",
      "startedat",
      "started",
      "startsat",
      "subscribedat",
      "activatedat",
    ],
  },
  {
    name: "end",
    cell: momentCell,
    absent: "left-out",
    guesses: ["end", "enddate", "endedat", "ended", "endsat", "expiredat", "churnedat"],
  },
  {
    name: "mrr",
    cell: amountFromZeroCell,
    absent: "fault",
    guesses: [
      ...["mrr", "monthlyrecurringrevenue", "monthlyrevenue", "monthlyamount", "monthlyprice"],
      ...["monthlyfee", "pricepermonth", "amountpermonth"],
    ],
  },
  {
    name: "subscriptionId",
    cell: idCell,
    absent: "left-out",
    guesses: ["subscriptionid", "subscription", "contractid", "contract", "id"],
  },
  {
    name: "currency",
    cell: currencyCell,
    absent: "left-out",
    guesses: ["currency", "currencycode"],
  },
  {
    name: "cancelledAt",
    cell: momentCell,
    absent: "left-out",
    guesses: ["cancelledat", "canceledat", "cancellationdate", "canceldate", "cancelleddate"],
  },
  {
    name: "reason",
    cell: /* @__PURE__ */ wordCell(["voluntary", "involuntary"]),
    absent: "left-out",
    guesses: [],
  },
  { name: "trial", cell: truthCell, absent: "left-out", guesses: ["trial", "istrial"] },
];

/** Subscriptions; the zone decides the day on which an instant starts or ends one. */
/* @__NO_SIDE_EFFECTS__ */
export function subscriptionKind(zone: Zone = UTC): RowKind {
  return { fields: FIELDS, across: (row) => checkOrder(row, zone) };
}

function checkOrder(row: RowUnderConstruction, zone: Zone): AcrossFault | null {
  const start = momentOf(row["start"], zone);
  const end = momentOf(row["end"], zone);
  if (start === null || end === null) return null;
  const isReversed = start.day === end.day ? end.instant < start.instant : end.day < start.day;
  if (!isReversed) return null;
  return { code: "subscription-reversed", field: "end", expected: "on or after its start" };
}

function momentOf(value: unknown, zone: Zone): Moment | null {
  const moment = { day: 0, instant: Number.NaN };
  return readMoment(value, zone, moment) === null ? moment : null;
}
